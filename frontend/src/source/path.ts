// Paths of source files as part of an address. Every path has one spelling there; whatever else is written leads nowhere. Pure.
import { LIMITS } from '../limits.ts'

/** Signs that stand for themselves in an address, though `encodeURIComponent` escapes them. */
const PLAIN = /%(?:24|26|2B|2C|3A|3B|3D|40)/g

const encoded = (name: string): string =>
  encodeURIComponent(name).replaceAll(PLAIN, decodeURIComponent)

/** Control characters have no place in an address. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
const CONTROL = /[\u0000-\u001f\u007f]/
/** Half of a character: no text, and no address either. */
const HALF = /\p{Surrogate}/u

const isName = (name: string): boolean =>
  name !== '' && name !== '.' && name !== '..' && !CONTROL.test(name) && !HALF.test(name)

/** Whether there is an address for `path`. */
export const hasAddress = (path: string): boolean =>
  path.length <= LIMITS.source.maxPath && path.split('/').every(isName)

/** What stands behind `/source` in an address; nothing for the empty path, which is the whole. */
export const pathAddress = (path: string): string =>
  path === '' ? '' : `/${path.split('/').map(encoded).join('/')}`

const decoded = (segment: string): string | undefined => {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}

/** The path that segments of an address spell, if they do so in the one right way. */
export const pathOfSegments = (segments: readonly string[]): string | undefined => {
  const names = segments.map(decoded)
  if (!names.every((name) => name !== undefined && isName(name) && !name.includes('/')))
    return undefined
  const path = names.join('/')
  if (path === '') return ''
  const isSpelledRight = hasAddress(path) && pathAddress(path) === `/${segments.join('/')}`
  return isSpelledRight ? path : undefined
}

/** The folders that `path` lies in, the outermost first. */
export const foldersOf = (path: string): string[] => {
  const names = path.split('/').slice(0, -1)
  return names.map((_, index) => names.slice(0, index + 1).join('/'))
}

export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
