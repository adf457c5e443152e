// Puts the facts about one document together.
import type {
  Field,
  Payload,
  PayloadRequest,
  SanitizedCollectionConfig,
  SanitizedGlobalConfig,
} from 'payload'
import { contentsOf } from './contents.ts'
import type { At, Facts } from './facts.ts'
import { demoState, lookUp } from './look-up.ts'
import { type Data, idOf, isData, labelOf, wordsOf } from './values.ts'

/** What a kind of document cannot do without, and what search engines get when nothing was written for them. */
type Kind = { needed: string[]; title: string[]; description: string[] }

const KINDS = {
  projects: { needed: ['title', 'summary'], title: ['title'], description: ['summary'] },
  experiences: {
    needed: ['company', 'role'],
    title: ['company', 'role'],
    description: ['subtitle'],
  },
  pages: { needed: ['title'], title: ['title'], description: [] },
} as const satisfies Record<string, Kind>

export type Checked = keyof typeof KINDS

/** Globals that are: nothing in them harms readers, so they get advice only. They have no texts of their own for search engines. */
const GLOBALS = ['resume'] as const
export type CheckedGlobal = (typeof GLOBALS)[number]

/** Whether the documents of a collection are checked. */
export const isChecked = (slug: string): slug is Checked => Object.hasOwn(KINDS, slug)

export const isCheckedGlobal = (slug: string): slug is CheckedGlobal =>
  GLOBALS.some((known) => known === slug)

/** `collection`: slug of the collection or global. `id`: none of what is new, and of a global. */
export type Document = {
  collection: Checked | CheckedGlobal
  id: string | undefined
  data: Data
}

/** @throws {Error} for a global that the configuration does not have */
export const configOf = (
  { collections, config }: Payload,
  slug: Document['collection'],
): SanitizedCollectionConfig | SanitizedGlobalConfig => {
  if (isChecked(slug)) return collections[slug].config
  const global = config.globals.find((known) => known.slug === slug)
  if (!global) throw new Error(`There is no global ${slug}.`)
  return global
}

/** The tab that a field on top is in. */
const tabOf = (fields: Field[], name: string): string | undefined => {
  for (const field of fields) {
    if (field.type !== 'tabs') continue
    const tab = field.tabs.find((entry) =>
      entry.fields.some((inner) => 'name' in inner && inner.name === name),
    )
    if (tab) return labelOf(tab)
  }
  return undefined
}

/** A field, with the tab that it is in. */
export const atIn = (fields: Field[], path: string, label = labelOf({ name: path })): At => {
  const tab = tabOf(fields, path.split('.')[0] ?? path)
  return { path, label, ...(tab ? { tab } : {}) }
}

/** `siteUrl`: origin of the site. Reads in the transaction of `req`, with no regard to who asks. */
export const factsOf = async (
  req: PayloadRequest,
  { collection, id, data }: Document,
  siteUrl: string,
): Promise<Facts> => {
  const { fields } = configOf(req.payload, collection)
  const at = (path: string, label?: string) => atIn(fields, path, label)
  const kind: Kind | undefined = isChecked(collection) ? KINDS[collection] : undefined
  const seo = isData(data.seo) ? data.seo : {}
  const searched = (name: 'title' | 'description', instead: string[]) => {
    const own = wordsOf(seo[name])
    const text =
      own ||
      instead
        .map((field) => wordsOf(data[field]))
        .filter(Boolean)
        .join(', ')
    return { ...at(`seo.${name}`, labelOf({ name })), text, isOwn: own !== '' }
  }
  const contents = contentsOf(fields, data)
  const self = { collection, id, slug: wordsOf(data.slug) }
  const demo = idOf(data.demo)
  const state = demo ? await demoState(req, demo) : undefined
  return {
    ...contents,
    ...(await lookUp(contents, { req, self, siteUrl })),
    needed: (kind?.needed ?? []).map((name) => ({
      ...at(name),
      isGiven: wordsOf(data[name]) !== '',
    })),
    ...(kind
      ? {
          search: {
            title: searched('title', kind.title),
            description: searched('description', kind.description),
          },
        }
      : {}),
    ...(state ? { demo: { ...at('demo'), state } } : {}),
  }
}
