// Names of uploaded files: readable ones that are safe in a path, an address and a header.

const MAX_STEM = 100
const MAX_EXTENSION = 16

const clean = (part: string): string =>
  part
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\w.-]+/g, '-')
    .replace(/\.{2,}/g, '.')

/** Starts and ends with a letter or digit. */
const trim = (part: string): string => part.replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '')

/** ASCII letters, digits, dots, dashes and underscores; what looks like a folder is dropped, the extension kept. */
export const safeFileName = (name: string): string => {
  const base = name.split(/[\\/]/).at(-1) ?? ''
  const dot = base.lastIndexOf('.')
  const stem = trim(clean(dot < 0 ? base : base.slice(0, dot)).slice(0, MAX_STEM)) || 'file'
  const extension = dot < 0 ? '' : trim(clean(base.slice(dot + 1)).slice(0, MAX_EXTENSION))
  return extension ? `${stem}.${extension}` : stem
}
