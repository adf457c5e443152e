// The folder with what all sandboxes of this process share. The sandboxes' users must be able to walk to it.
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

const PREFIX = 'shellfolio-sandbox-'
const OTHERS_MAY_ENTER = 0o001

/** Whether every user may walk to `folder`. */
export const isOpenToAll = (folder: string): boolean =>
  (statSync(folder).mode & OTHERS_MAY_ENTER) !== 0 &&
  (dirname(folder) === folder || isOpenToAll(dirname(folder)))

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Removes what processes left that were ended without a chance to do it themselves. */
const removeStale = (parent: string): void => {
  for (const name of readdirSync(parent)) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1])
    if (!pid || isAlive(pid)) continue
    const folder = join(parent, name)
    if (statSync(folder, { throwIfNoEntry: false })?.uid !== process.getuid?.()) continue
    rmSync(folder, { recursive: true, force: true })
  }
}

/** In the state folder; among temporary files where root's state folder is closed to the users it drops to. */
export const makeSandboxFolder = (
  stateDir: string,
  isRoot = process.getuid?.() === 0,
  temporary = tmpdir(),
): string => {
  const wanted = resolve(stateDir, 'sandbox')
  mkdirSync(wanted, { recursive: true, mode: 0o755 })
  const parent = !isRoot || isOpenToAll(wanted) ? wanted : temporary
  removeStale(parent)
  const folder = mkdtempSync(join(parent, `${PREFIX}${process.pid}-`))
  chmodSync(folder, 0o755)
  return folder
}
