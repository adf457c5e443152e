// The lists of a row, each of which has been stored in several shapes: texts, objects, objects used as lists by name.
import { BADGE_TONES } from '../fields/badges.ts'
import { BADGES, LINE, PARAGRAPH, ROWS, SENTENCE } from '../fields/text-lengths.ts'
import { MAX_CODE_CHARACTERS } from '../limits.ts'
import { guessLanguage } from './languages.ts'
import type { Notes } from './notes.ts'
import { createReader, cut, type Entry, entriesOf, type Reader, titled } from './reader.ts'
import { isRecord } from './rows.ts'

const MAX_VALUE = 40
const MAX_BADGE = 40
const MAX_TECHNOLOGIES = 60

type Tone = (typeof BADGE_TONES)[number]
const TONES = new Map<string, Tone>([
  ['blue', 'info'],
  ['green', 'success'],
  ['purple', 'accent'],
  ['violet', 'accent'],
  ['orange', 'warning'],
  ['yellow', 'warning'],
  ['red', 'warning'],
])
const toneOf = (name: string | undefined): Tone =>
  TONES.get(name?.toLowerCase() ?? '') ?? BADGE_TONES.find((tone) => tone === name) ?? 'neutral'

/** What an entry says for itself where it is a plain text or number. */
const plain = ({ value }: Entry): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined

const useless = (where: string, { value }: Entry, notes: Notes): undefined => {
  notes.add(where, 'left out, not in a known shape', value)
  return undefined
}

/** Strings, or `{text, completionPercentage}`. */
export const features = (reader: Reader, notes: Notes, ...names: string[]) =>
  reader.list(names, ROWS, (entry, where) => {
    const words = plain(entry)
    if (words !== undefined) {
      const text = cut(words, SENTENCE, where, notes)
      return text ? { text } : undefined
    }
    if (!isRecord(entry.value)) return useless(where, entry, notes)
    const inner = createReader(entry.value, notes, where)
    const text = inner.text(SENTENCE, 'text', 'title', 'name')
    const completion = inner.number(0, 100, 'completionPercentage', 'completion')
    inner.finish()
    return text ? { text, ...(completion === undefined ? {} : { completion }) } : undefined
  })

/** “85 % of …” says its number first. */
const NUMBER_FIRST = /^([~<>≥≤]?\d[\d.,]*\s?[+%kKMx]?\+?)\s+(.{1,400})$/s

const figure = (entry: Entry, where: string, notes: Notes) => {
  const words = plain(entry)
  if (words !== undefined && entry.name !== undefined) {
    const label = cut(titled(entry.name), LINE, where, notes)
    if (words.length > MAX_VALUE) return { label, description: cut(words, SENTENCE, where, notes) }
    return { value: words.trim(), label }
  }
  if (words !== undefined) {
    const [, value, label] = NUMBER_FIRST.exec(words.trim()) ?? []
    if (value && label) return { value, label: cut(label, LINE, where, notes) }
    if (words.length <= LINE) return { label: cut(words, LINE, where, notes) }
    const [start = ''] = words.split(/[.:;]\s/)
    const label2 = start.length < LINE ? start : `${words.slice(0, LINE - 1)}…`
    return { label: label2, description: cut(words, SENTENCE, where, notes) }
  }
  if (!isRecord(entry.value)) return useless(where, entry, notes)
  const inner = createReader(entry.value, notes, where)
  const value = inner.text(MAX_VALUE, 'value', 'number', 'metric')
  const label =
    inner.text(LINE, 'label', 'title', 'name') ?? (entry.name ? titled(entry.name) : undefined)
  const description = inner.text(SENTENCE, 'description', 'text', 'detail')
  inner.finish(['icon', 'color'])
  return {
    ...(value ? { value } : {}),
    label: label ?? value,
    ...(description ? { description } : {}),
  }
}

/** Lists inside an object, as `{statements: [...]}`, count as if they stood outside. */
const figures = (reader: Reader, notes: Notes, names: string[]) =>
  reader
    .list(names, Number.POSITIVE_INFINITY, (entry, where) =>
      Array.isArray(entry.value)
        ? (entriesOf(entry.value) ?? [])
            .slice(0, ROWS)
            .map((inner, index) => figure(inner, `${where}[${index}]`, notes))
        : figure(entry, where, notes),
    )
    .flatMap((row) => (row?.label ? [row] : []))

/** Numbers with what they count. */
export const stats = (reader: Reader, notes: Notes, ...names: string[]) =>
  figures(reader, notes, names)
    .flatMap((row) => {
      if ('description' in row && row.description)
        notes.add(`${names[0]}`, 'left out, a figure has no description', row.description)
      if ('value' in row && row.value) return [{ value: row.value, label: row.label }]
      notes.add(`${names[0]}`, 'left out, a figure without a value', row.label)
      return []
    })
    .slice(0, ROWS)

export const impact = (reader: Reader, notes: Notes, ...names: string[]) => {
  const rows = figures(reader, notes, names)
  for (const row of rows.slice(ROWS))
    notes.add(`${names[0]}`, `left out, there is room for ${ROWS}`, row.label)
  return rows.slice(0, ROWS)
}

/** `{text, color}` on projects, `{text, variant}` on those of a position. */
export const badges = (reader: Reader, notes: Notes) =>
  reader.list(['badges'], BADGES, (entry, where) => {
    const words = plain(entry)
    if (words !== undefined) {
      const text = cut(words, MAX_BADGE, where, notes)
      return text ? { text, tone: 'neutral' as Tone } : undefined
    }
    if (!isRecord(entry.value)) return useless(where, entry, notes)
    const inner = createReader(entry.value, notes, where)
    const text = inner.text(MAX_BADGE, 'text', 'label', 'name')
    const tone = toneOf(inner.text(MAX_BADGE, 'color', 'variant', 'tone'))
    inner.finish(['icon'])
    return text ? { text, tone } : undefined
  })

/** Names in a list, in lists by category, or in one text with commas. */
export const technologies = (reader: Reader, notes: Notes, ...names: string[]): string[] => {
  const name = (entry: Entry, where: string): string[] => {
    if (typeof entry.value === 'string') {
      const [whole = '', ...more] = entry.value.slice(0, PARAGRAPH).split(/[,\n]/)
      return [whole, ...more].flatMap((part) => cut(part, LINE, where, notes) ?? [])
    }
    if (Array.isArray(entry.value)) {
      return entry.value
        .slice(0, MAX_TECHNOLOGIES)
        .flatMap((value: unknown, index) =>
          Array.isArray(value) ? [] : name({ value }, `${where}[${index}]`),
        )
    }
    if (!isRecord(entry.value)) return useless(where, entry, notes) ?? []
    const inner = createReader(entry.value, notes, where)
    const own = inner.text(LINE, 'name', 'title') ?? entry.name
    inner.finish(['icon', 'color'])
    return own ? [own.slice(0, LINE)] : []
  }
  return reader.list(names, MAX_TECHNOLOGIES, name)
}

type Step = { title: string; command?: string; text?: string }
/** “1”, “step_2”: a number is no title. */
const NUMBERED = /^(?:step)?[\s_-]*\d+$/i
const COMMAND =
  /^(?:\$ |\.\/|(?:sudo|git|cd|make|npm|npx|yarn|pnpm|pip3?|python3?|node|docker|gcc|g\+\+|clang|cc|cmake|cp|mv|mkdir|curl|wget|apt|brew|cargo|go|source|export|chmod|echo|cat|ls)(?:\s|$))/

const stepOf = (title: string, words: string, where: string, notes: Notes): Step => {
  const text = cut(words, PARAGRAPH, where, notes)
  const isCommand = text !== undefined && COMMAND.test(text)
  return {
    title,
    ...(text === undefined ? {} : isCommand ? { command: text.replace(/^\$ /, '') } : { text }),
  }
}

/** An object of step → text, a list of texts, or a list of objects. */
export const installSteps = (reader: Reader, notes: Notes): Step[] => {
  let count = 0
  return reader.list(['code_steps', 'install_steps'], ROWS, (entry, where) => {
    count += 1
    const isNamed = entry.name !== undefined && !NUMBERED.test(entry.name)
    const title = isNamed
      ? (cut(titled(entry.name ?? ''), LINE, where, notes) ?? `Step ${count}`)
      : `Step ${count}`
    const words = plain(entry)
    if (words !== undefined) return stepOf(title, words, where, notes)
    if (!isRecord(entry.value)) return useless(where, entry, notes)
    const inner = createReader(entry.value, notes, where)
    const own = inner.text(LINE, 'title', 'name', 'label')
    const command = inner.text(PARAGRAPH, 'command', 'code', 'cmd')
    const text = inner.text(PARAGRAPH, 'text', 'description', 'explanation', 'content')
    inner.finish(['step', 'order', 'language'])
    return { title: own ?? title, ...(command ? { command } : {}), ...(text ? { text } : {}) }
  })
}

/** Texts of code by name, or objects with what there is to say about them. */
export const listings = (reader: Reader, notes: Notes, ...names: string[]) =>
  reader.list(names, ROWS, (entry, where) => {
    const fallback = entry.name ? titled(entry.name) : undefined
    const inner = createReader(
      isRecord(entry.value) ? entry.value : { code: entry.value },
      notes,
      where,
    )
    const given = inner.raw('code', 'snippet')?.value
    if (typeof given !== 'string') return useless(where, entry, notes)
    const code = given.slice(0, MAX_CODE_CHARACTERS).replaceAll('\0', '')
    if (given.length > code.length) notes.add(where, `shortened from ${given.length} characters`)
    const said = inner.text(LINE, 'language', 'lang')
    const language = guessLanguage(said, entry.name)
    if (said && language === 'text') notes.add(where, 'shown without colours', said)
    const title =
      inner.text(LINE, 'title', 'name', 'filename') ??
      cut(fallback ?? 'Listing', LINE, where, notes)
    const description = inner.text(SENTENCE, 'description')
    const explanation = inner.text(PARAGRAPH, 'explanation')
    inner.finish(['id', 'order'])
    return {
      title,
      language,
      code,
      ...(description ? { description } : {}),
      ...(explanation ? { explanation } : {}),
    }
  })

/** Titles, objects, or lists of both by category. */
export const documents = (reader: Reader, notes: Notes, ...names: string[]) => {
  const one = (entry: Entry, where: string, category?: string) => {
    const words = plain(entry)
    if (words !== undefined) {
      const title = cut(entry.name ? titled(entry.name) : words, LINE, where, notes)
      const description = entry.name ? cut(words, PARAGRAPH, where, notes) : undefined
      return title
        ? { title, ...(category ? { category } : {}), ...(description ? { description } : {}) }
        : undefined
    }
    if (!isRecord(entry.value)) return useless(where, entry, notes)
    const inner = createReader(entry.value, notes, where)
    const title =
      inner.text(LINE, 'title', 'name') ??
      (entry.name ? cut(titled(entry.name), LINE, where, notes) : undefined)
    const own = inner.text(80, 'category', 'type') ?? category
    const description = inner.text(PARAGRAPH, 'description', 'summary', 'text')
    inner.finish(['id', 'order'])
    return title
      ? { title, ...(own ? { category: own } : {}), ...(description ? { description } : {}) }
      : undefined
  }
  return reader.list(names, ROWS, (entry, where) =>
    Array.isArray(entry.value)
      ? entry.value
          .slice(0, ROWS)
          .flatMap(
            (value: unknown, index) =>
              one(
                { value },
                `${where}[${index}]`,
                entry.name ? cut(titled(entry.name), 80, where, notes) : undefined,
              ) ?? [],
          )
      : one(entry, where),
  )
}
