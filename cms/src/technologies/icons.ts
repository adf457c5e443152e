// Which marks simple-icons has. The list is loaded when first asked for: most processes never need it.

/** Names offered to whoever gave one that does not exist. */
const MAX_SUGGESTIONS = 5

/** Titles by slug. */
type Icons = Map<string, string>

let icons: Promise<Icons> | undefined

const load = async (): Promise<Icons> => {
  const { default: list } = await import('simple-icons/icons.json', { with: { type: 'json' } })
  return new Map(list.map(({ slug, title }) => [slug, title]))
}

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, '')

/** Slugs of marks whose name holds `text` or begins like it, the closest first. */
const similar = (known: Icons, text: string): string[] => {
  const wanted = plain(text)
  if (wanted === '') return []
  const rank = (slug: string, title: string): number => {
    if (plain(title) === wanted) return 0
    if (slug.startsWith(wanted)) return 1
    if (slug.includes(wanted)) return 2
    return slug.length > 2 && wanted.includes(slug) ? 3 : 4
  }
  return [...known]
    .map(([slug, title]) => ({ slug, rank: rank(slug, title) }))
    .filter(({ rank: place }) => place < 4)
    .sort((a, b) => a.rank - b.rank || a.slug.length - b.slug.length)
    .slice(0, MAX_SUGGESTIONS)
    .map(({ slug }) => slug)
}

/** Validates the slug of a mark; empty is fine. A refusal names marks that may be meant. */
export const checkIcon = async (value: unknown): Promise<true | string> => {
  if (value === undefined || value === null || value === '') return true
  if (typeof value !== 'string' || value.length > 80) return 'Give the name of a mark.'
  icons ??= load()
  const known = await icons
  if (known.has(value)) return true
  const names = similar(known, value)
  const advice = names.length > 0 ? ` Perhaps one of these: ${names.join(', ')}.` : ''
  return `simple-icons has no mark “${value}”.${advice}`
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
  icons ??= load()
  return (await icons).has(key) ? key : undefined
}
