// The sample content as a CMS gives it in French: each text that has a language says that it is the French one.

/** What is the same in every language, with all that is in it. */
const SHARED = new Set(['recording', 'services', 'socials', 'technologies'])

const WORDS = new Set([
  'alt',
  'approach',
  'architecture',
  'area',
  'availability',
  'caption',
  'category',
  'challenges',
  'description',
  'explanation',
  'fluency',
  'footer',
  'headline',
  'intro',
  'label',
  'language',
  'lessons',
  'level',
  'location',
  'overview',
  'problem',
  'remark',
  'result',
  'role',
  'roleDescription',
  'studyType',
  'subtitle',
  'summary',
  'terminalNotice',
  'text',
  'textAlternative',
  'title',
  'welcome',
  'when',
])

/** Lists of texts, and tables of them. */
const LISTS = new Set(['courses', 'keywords', 'rows'])
/** Of listings `language` names that of the code, which always has a `code` beside it. */
const isCode = (key: string, owner: object) => key === 'language' && 'code' in owner

const inFrenchIf = (isText: boolean, value: unknown): unknown => {
  if (typeof value === 'string') return isText && value ? `${value} (fr)` : value
  if (Array.isArray(value)) return value.map((item) => inFrenchIf(isText, item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      SHARED.has(key)
        ? item
        : inFrenchIf((WORDS.has(key) || LISTS.has(key)) && !isCode(key, value), item),
    ]),
  )
}

export const inFrench = <Content>(content: Content): Content =>
  inFrenchIf(false, content) as Content
