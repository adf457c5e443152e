// What of the interface and of the sample content is still English on a page that should be French, for tests.
import { en } from '../i18n/en.ts'
import { fr } from '../i18n/fr.ts'
import { inFrench } from './in-french.ts'

/** Stands for whatever a text is made with. */
const ANYTHING = 7777

const made = (said: unknown): unknown =>
  typeof said === 'function' ? said(...Array(said.length).fill(ANYTHING)) : said

/** Texts at the same place of two values that are built alike. */
const pairsIn = (one: unknown, other: unknown): [string, string][] => {
  const [mine, theirs] = [made(one), made(other)]
  if (typeof mine === 'string') return [[mine, String(theirs)]]
  if (typeof mine !== 'object' || mine === null) return []
  return Object.entries(mine).flatMap(([key, value]) =>
    pairsIn(value, (theirs as Record<string, unknown>)[key]),
  )
}

const patternOf = (text: string): RegExp =>
  new RegExp(`^${text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll(`${ANYTHING}`, '.+')}$`)

const ENTITIES: Record<string, string> = { '&amp;': '&', '&#x27;': "'", '&quot;': '"', '&lt;': '<' }
const decoded = (text: string) =>
  text.replaceAll(/&(?:amp|#x27|quot|lt);/g, (entity) => ENTITIES[entity] ?? entity).trim()

/** Commands and listings are the same in every language. */
const CODE = /<(pre|code)\b[^>]*>[\s\S]*?<\/\1>/g
const SAID =
  /\s(?:alt|aria-label|content|data-[a-z-]+|label|placeholder|title)="([^"]*)"|>([^<]+)</g
/** Of Markdown: what a line begins with, and what surrounds its words. */
const SIGNS = /^[\s#>*-]+|[*_]+/g

/** Texts of a page in HTML or Markdown, also those that are for its hearers only. */
const textsOf = (page: string): string[] => [
  ...[...page.replaceAll(CODE, '').matchAll(SAID)].map(([, attribute, text]) =>
    decoded(attribute ?? text ?? ''),
  ),
  ...page.split('\n').map((line) => line.replaceAll(SIGNS, '').trim()),
]

/** The texts of a page that are English ones of the catalogue or of `content`. What is the same in French is none. */
export const leftInEnglish = (page: string, content: object): string[] => {
  const pairs = [...pairsIn(en, fr), ...pairsIn(content, inFrench(content))]
  const french = new Set(pairs.map(([, text]) => text))
  const english = pairs.flatMap(([text]) => (text.trim() && !french.has(text) ? [text.trim()] : []))
  const whole = new Set(english)
  const patterns = english.filter((text) => text.includes(`${ANYTHING}`)).map(patternOf)
  return textsOf(page).filter(
    (text) => whole.has(text) || patterns.some((pattern) => pattern.test(text)),
  )
}
