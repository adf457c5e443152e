// Which of the site's languages a listing is written in.
import { CODE_LANGUAGES } from '../fields/code-language.ts'

export type Language = (typeof CODE_LANGUAGES)[number]

/** Other names and endings of files. */
const NAMES = new Map<string, Language>([
  ['c++', 'cpp'],
  ['cc', 'cpp'],
  ['cxx', 'cpp'],
  ['hpp', 'cpp'],
  ['h', 'c'],
  ['py', 'python'],
  ['python3', 'python'],
  ['js', 'javascript'],
  ['jsx', 'javascript'],
  ['mjs', 'javascript'],
  ['ts', 'typescript'],
  ['tsx', 'typescript'],
  ['sh', 'bash'],
  ['shell', 'bash'],
  ['zsh', 'bash'],
  ['makefile', 'make'],
])

const known = (name: string): Language | undefined =>
  CODE_LANGUAGES.find((language) => language === name) ?? NAMES.get(name)

/** `text` where neither what was said nor the ending of `name` is known. */
export const guessLanguage = (said: string | undefined, name: string | undefined): Language =>
  known(said?.toLowerCase() ?? '') ?? known(name?.toLowerCase().split('.').at(-1) ?? '') ?? 'text'
