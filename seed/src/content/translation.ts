// Shapes of the sample content in another language: the texts alone, row by row as they stand in English.
import type {
  SeedBlock,
  SeedDemo,
  SeedExperience,
  SeedMedia,
  SeedPage,
  SeedProject,
  SeedResume,
  SeedSite,
} from './types.ts'

/** Fields whose texts each language has for itself. Names of technologies, firms and people, code and sources are not among them. */
export const TOLD = [
  'alt',
  'area',
  'availability',
  'body',
  'caption',
  'category',
  'challenges',
  'courses',
  'description',
  'explanation',
  'fluency',
  'footer',
  'headline',
  'intro',
  'keywords',
  'label',
  'language',
  'lessons',
  'level',
  'location',
  'name',
  'overview',
  'problem',
  'role',
  'roleDescription',
  'rows',
  'studyType',
  'subtitle',
  'summary',
  'text',
  'textAlternative',
  'title',
  'value',
  'welcome',
] as const
type Told = (typeof TOLD)[number]

/** Stands in a body for the block that is at the same place in English: listings are not translated. */
export const SAME = 'same'
export type TranslatedBody = (SeedBlock | typeof SAME)[]

type TextOf<Value> = Value extends SeedBlock[] ? TranslatedBody : Value

/** A choice of some words is none: the language of a listing is that of its code. */
type IsText<Value> = Value extends unknown[] ? true : string extends Value ? true : false

/** What holds texts somewhere within: rows, and groups of fields. */
type Holder<Value> = Exclude<Value, undefined> extends object ? Value : never

type TranslatedRow<Row> = {
  // Tells which block of a layout it is about.
  [Name in keyof Row & 'blockType']: Row[Name]
} & {
  [Name in keyof Row & Told as IsText<Exclude<Row[Name], undefined>> extends true
    ? Name
    : never]?: TextOf<Exclude<Row[Name], undefined>>
} & {
  [Name in Exclude<keyof Row, Told> as Holder<Row[Name]> extends never ? never : Name]?: Translated<
    Exclude<Row[Name], undefined>
  >
}

/** A text that is left out is the English one, so are all fields that have no language. */
export type Translated<Value> = Value extends readonly (infer Row)[]
  ? Translated<Row>[]
  : Value extends object
    ? TranslatedRow<Value>
    : never

/** By the keys by which documents are known. */
export type SeedTranslation = {
  media: Record<string, Translated<SeedMedia>>
  demos: Record<string, Translated<SeedDemo>>
  experiences: Record<string, Translated<SeedExperience>>
  projects: Record<string, Translated<SeedProject>>
  pages: Record<string, Translated<SeedPage>>
  site: Translated<Omit<SeedSite, 'name' | 'socials'>>
  resume: Translated<SeedResume>
}
