// Which marks simple-icons has. The list is loaded when first asked for: most processes never need it.
import { ICONS } from '../limits.ts'

/** Names offered to whoever gave one that does not exist. */
const MAX_SUGGESTIONS = 5

/** `names`: its title, and what else people call it. */
export type Icon = { slug: string; title: string; names: string[] }

let icons: Promise<Map<string, Icon>> | undefined

const load = async (): Promise<Map<string, Icon>> => {
  const { default: list } = await import('simple-icons/icons.json', { with: { type: 'json' } })
  return new Map(
    list.map(({ slug, title, aliases }) => [
      slug,
      { slug, title, names: [title, ...(aliases?.aka ?? [])].map(plain) },
    ]),
  )
}

const known = (): Promise<Map<string, Icon>> => {
  icons ??= load()
  return icons
}

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, '')

/** How near a mark is to the words that somebody looks for; the smaller, the nearer. */
const RANK = { exact: 0, same: 1, begins: 2, holds: 3, isWithin: 4, other: 5 } as const

const rankOf = ({ slug, names }: Icon, wanted: string, key: string): number => {
  if (slug === key) return RANK.exact
  const all = [slug, ...names]
  if (all.includes(wanted)) return RANK.same
  if (all.some((name) => name.startsWith(wanted))) return RANK.begins
  if (all.some((name) => name.includes(wanted))) return RANK.holds
  return slug.length > 2 && wanted.includes(slug) ? RANK.isWithin : RANK.other
}

/** The nearest first, no further away than `most`. */
const ranked = (list: Iterable<Icon>, text: string, most: number): Icon[] => {
  const [wanted, key] = [plain(text), iconKey(text)]
  if (wanted === '') return []
  return [...list]
    .map((icon) => ({ icon, rank: rankOf(icon, wanted, key) }))
    .filter(({ rank }) => rank <= most)
    .sort((a, b) => a.rank - b.rank || a.icon.slug.length - b.icon.slug.length)
    .map(({ icon }) => icon)
}

/** Validates the slug of a mark; empty is fine. A refusal names marks that may be meant. */
export const checkIcon = async (value: unknown): Promise<true | string> => {
  if (value === undefined || value === null || value === '') return true
  if (typeof value !== 'string' || value.length > ICONS.maxQueryCharacters) {
    return 'Give the name of a mark.'
  }
  const all = await known()
  if (all.has(value)) return true
  const names = ranked(all.values(), value, RANK.isWithin)
    .slice(0, MAX_SUGGESTIONS)
    .map(({ slug }) => slug)
  const advice = names.length > 0 ? ` Perhaps one of these: ${names.join(', ')}.` : ''
  return `simple-icons has no mark “${value}”.${advice}`
}

/** Marks whose name holds `text`, the nearest first; all of them, in their order, for an empty one. */
export const searchIcons = async (text: string): Promise<Icon[]> => {
  const all = (await known()).values()
  return text.trim() === '' ? [...all] : ranked(all, text, RANK.holds)
}

/** How simple-icons makes slugs: “C++” and “Node.js” are `cplusplus` and `nodedotjs`. Other spellings give the same. */
export const iconKey = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('+', 'plus')
    .replaceAll('.', 'dot')
    .replaceAll('#', 'sharp')
    .replaceAll('&', 'and')
    .replace(/[^a-z0-9]+/g, '')

/** The mark of this name, if there is one. */
export const findIcon = async (name: string): Promise<string | undefined> => {
  const key = iconKey(name)
  return (await known()).has(key) ? key : undefined
}
