// Files that an export names, from one folder and from nowhere else.
import { createHash } from 'node:crypto'
import { readFile, realpath, stat } from 'node:fs/promises'
import { basename, isAbsolute, join, sep } from 'node:path'
import { MAX_UPLOAD_BYTES } from '../limits.ts'

export type FoundFile = { name: string; data: Buffer; sha256: string }
/** A file, or why there is none. */
export type Files = (path: string) => Promise<FoundFile | string>

const MISSING = 'it is not in the folder of files'

const isInside = (path: string): boolean =>
  !isAbsolute(path) &&
  !/^[a-z][a-z0-9+.-]*:/i.test(path) &&
  !/[\\\0]/.test(path) &&
  !path.split('/').includes('..')

/** `folder`: given by whoever runs the import; without one every file is missing. */
export const filesIn = (folder: string | undefined): Files => {
  return async (path) => {
    if (!isInside(path)) return 'this is no path inside the folder of files'
    if (folder === undefined) return 'no folder of files was given'
    try {
      const root = await realpath(folder)
      // A link may lead anywhere.
      const real = await realpath(join(root, path))
      if (!real.startsWith(`${root}${sep}`)) return 'it leads out of the folder of files'
      const about = await stat(real)
      if (!about.isFile()) return MISSING
      if (about.size > MAX_UPLOAD_BYTES) return `it is larger than ${MAX_UPLOAD_BYTES} bytes`
      const data = await readFile(real)
      return { name: basename(path), data, sha256: createHash('sha256').update(data).digest('hex') }
    } catch {
      return MISSING
    }
  }
}
