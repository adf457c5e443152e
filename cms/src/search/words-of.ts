// Everything in a stored document that a person wrote, as one text; what machines wrote stays out.

/** Fields that name, number, link or style things. */
const SILENT = new Set([
  '_status',
  'blockType',
  'category',
  'choice',
  'createdAt',
  'darkSvg',
  'deletedAt',
  'direction',
  'doc',
  'drawError',
  'drawnFrom',
  'featured',
  'format',
  'icon',
  'id',
  'importMark',
  'importedFrom',
  'kind',
  'language',
  'lightSvg',
  'linkType',
  'listType',
  'mode',
  'mimeType',
  'relationTo',
  'seo',
  'slug',
  'source',
  'style',
  'tag',
  'tone',
  'type',
  'updatedAt',
  'url',
])

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const MACHINE_ID = /^[0-9a-f]{24}$/
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/
const ADDRESS = /^(https?|mailto):/

const isWritten = (text: string): boolean =>
  ![UUID, MACHINE_ID, MOMENT, ADDRESS].some((pattern) => pattern.test(text))

/** Deeper than any editor nests. */
const MAX_DEPTH = 40

type Collected = { words: string[]; left: number }

const collect = (value: unknown, into: Collected, depth: number): void => {
  if (into.left <= 0 || depth > MAX_DEPTH) return
  if (typeof value === 'string') {
    const text = value.trim()
    if (text === '' || !isWritten(text)) return
    into.words.push(text.slice(0, into.left))
    into.left -= text.length
  } else if (Array.isArray(value)) {
    for (const entry of value) collect(entry, into, depth + 1)
  } else if (typeof value === 'object' && value !== null) {
    // A document that a relation leads to: its words are its own.
    if (depth > 0 && 'createdAt' in value) return
    for (const [key, entry] of Object.entries(value)) {
      if (!SILENT.has(key)) collect(entry, into, depth + 1)
    }
  }
}

/** The words of `value` in their order, at most about `maxCharacters`. */
export const wordsOf = (value: unknown, maxCharacters = 100_000): string => {
  const into: Collected = { words: [], left: maxCharacters }
  collect(value, into, 0)
  return into.words.join(' ')
}
