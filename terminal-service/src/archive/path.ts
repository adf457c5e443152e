// Paths inside an archive: refused, or brought into the one form the rest of the code knows.
import { MAX_DEPTH, MAX_NAME_BYTES, MAX_PATH_BYTES } from './limits.ts'
import { ArchiveRefusal } from './refusal.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/

const bytesOf = (text: string) => Buffer.byteLength(text)

/** `name` without empty and `.` segments; the empty string is the archive's top. @throws {ArchiveRefusal} */
export const normalisePath = (name: string): string => {
  if (name.includes('\ufffd')) throw new ArchiveRefusal('name-not-utf8', name)
  if (CONTROL.test(name) || name.includes('\\')) throw new ArchiveRefusal('bad-name', name)
  if (name.startsWith('/') || /^[A-Za-z]:/.test(name)) {
    throw new ArchiveRefusal('absolute-path', name)
  }
  const segments = name.split('/').filter((segment) => segment !== '' && segment !== '.')
  if (segments.includes('..')) throw new ArchiveRefusal('path-leaves', name)
  const isTooLong = segments.some((segment) => bytesOf(segment) > MAX_NAME_BYTES)
  if (isTooLong || segments.length > MAX_DEPTH || bytesOf(name) > MAX_PATH_BYTES) {
    throw new ArchiveRefusal('bad-name', name)
  }
  return segments.join('/')
}

/** The folders above `path`, nearest first: `a/b/c` gives `a/b`, `a`. */
export const foldersAbove = (path: string): string[] => {
  const folders: string[] = []
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    folders.push(path.slice(0, end))
  }
  return folders
}

/** The one folder that holds everything, or `undefined`. `paths` maps each path to whether it is a folder. */
export const singleTopFolder = (paths: Iterable<[path: string, isFolder: boolean]>) => {
  let top: string | undefined
  for (const [path, isFolder] of paths) {
    const [first = ''] = path.split('/')
    if (first === path && !isFolder) return undefined
    if (top !== undefined && top !== first) return undefined
    top = first
  }
  return top
}
