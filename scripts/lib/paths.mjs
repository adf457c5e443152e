// Where things are: the repository, and the folder for data that is not committed.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, realpathSync, statSync, symlinkSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

export const ROOT = resolve(import.meta.dirname, '../..')

const OTHERS_MAY_ENTER = 0o001

/** Whether every user of this machine may enter `folder`. */
export const isOpenToAll = (folder) => {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(at) && !(statSync(at).mode & OTHERS_MAY_ENTER)) return false
    if (at === dirname(at)) return true
  }
}

/**
 * The data folder, made if it is missing: `.data` in the repository, or SHELLFOLIO_DATA.
 * Started as root, Postgres and the sandboxes run as other users; below a private folder such as /root
 * they could not reach it, so there `.data` becomes a link into /var/lib.
 */
export const dataDir = () => {
  const wanted = resolve(process.env.SHELLFOLIO_DATA ?? join(ROOT, '.data'))
  if (!existsSync(wanted)) {
    if (process.getuid() === 0 && !isOpenToAll(dirname(wanted))) {
      const id = createHash('sha256').update(wanted).digest('hex').slice(0, 12)
      const open = join('/var/lib/shellfolio', id)
      mkdirSync(open, { recursive: true, mode: 0o755 })
      symlinkSync(open, wanted)
    } else {
      mkdirSync(wanted, { recursive: true, mode: 0o755 })
    }
  }
  return realpathSync(wanted)
}
