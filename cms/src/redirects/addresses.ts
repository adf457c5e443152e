// Which collections have pages of their own on the site, and where. A collection joins redirects and related pages by a line here.

/** Slug of the collection, and what comes before a document's slug in its address. */
export const ADDRESSED: Readonly<Record<string, string>> = {
  projects: '/projects/',
  experiences: '/experiences/',
  pages: '/',
}

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

export const hasAddress = (collection: string): boolean => Object.hasOwn(ADDRESSED, collection)

/** The path of the page of a document. @throws {Error} for a collection without pages */
export const addressOf = (collection: string, slug: string): string => {
  if (!hasAddress(collection)) throw new Error(`${collection} has no pages.`)
  return `${ADDRESSED[collection]}${slug}`
}

/** The documents whose page could be at `path`. */
export const documentsAt = (path: string): { collection: string; slug: string }[] =>
  Object.entries(ADDRESSED).flatMap(([collection, prefix]) => {
    const slug = path.startsWith(prefix) ? path.slice(prefix.length) : ''
    return SLUG.test(slug) ? [{ collection, slug }] : []
  })
