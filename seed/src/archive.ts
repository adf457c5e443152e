// Packs a project of this folder as an archive that has the same bytes every time.
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { pack } from 'tar-stream'

const PROJECTS = join(import.meta.dirname, '../projects')
/** 2026-01-01; the real times of files differ between clones. */
const MODIFIED = new Date(Date.UTC(2026, 0, 1))
const EXECUTABLE = 0o100
/** Keys are folder names. */
const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/

const isSource = (name: string): boolean =>
  /\.[a-z]+$|^Makefile$/.test(name) && !name.endsWith('.o')

/** Paths below `folder`, sorted; build products have no extension, or end in `.o`. */
const filesBelow = async (folder: string, prefix = ''): Promise<string[]> => {
  const entries = await readdir(join(folder, prefix), { withFileTypes: true })
  const paths = await Promise.all(
    entries.map(async (entry) => {
      const path = prefix ? `${prefix}/${entry.name}` : entry.name
      if (entry.isDirectory()) return filesBelow(folder, path)
      return entry.isFile() && isSource(entry.name) ? [path] : []
    }),
  )
  return paths.flat().sort()
}

/** A tar.gz of `projects/<key>` with one folder at its top. @throws {RangeError} for a key that is no folder's name */
export const packProject = async (key: string): Promise<Buffer> => {
  if (!KEY.test(key)) throw new RangeError(`"${key}" is not the name of a project.`)
  const folder = join(PROJECTS, key)
  const tar = pack()
  const bytes = buffer(tar)
  for (const path of await filesBelow(folder)) {
    const { mode } = await stat(join(folder, path))
    const header = {
      name: `${key}/${path}`,
      mode: mode & EXECUTABLE ? 0o755 : 0o644,
      mtime: MODIFIED,
      uid: 0,
      gid: 0,
      uname: '',
      gname: '',
    }
    tar.entry(header, await readFile(join(folder, path)))
  }
  tar.finalize()
  return gzipSync(await bytes, { level: 9 })
}
