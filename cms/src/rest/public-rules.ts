// What readers without an account may ask of the REST API, collection by collection, beyond what every collection allows.

export type PublicRule = {
  /** Fields that may be compared, beside those in `EVERYWHERE`. */
  where?: readonly string[]
  /** Fields that may order a list, beside those in `EVERYWHERE`. */
  sort?: readonly string[]
  /** Documents in one answer, where it differs from `PUBLIC_READS.limit`. */
  limit?: number
}

/** Where a collection has these fields and visitors see them, they may be compared or sorted by. */
export const EVERYWHERE = {
  where: ['id', 'slug', '_status'],
  sort: ['order', 'title', 'name', 'createdAt', 'updatedAt'],
} as const

export const OPERATORS = ['equals', 'in'] as const

/** A collection without a row has nothing beyond `EVERYWHERE`. */
export const PUBLIC_RULES: Readonly<Record<string, PublicRule>> = {
  // As many as the site lists: it reads them all for a page, and the slugs of them.
  projects: {
    where: ['kind', 'featured', 'technologies', 'experience'],
    sort: ['featured', 'period.start', 'score'],
    limit: 200,
  },
  experiences: { where: ['active'], sort: ['period.start'] },
  technologies: { where: ['category'] },
  media: { where: ['filename'] },
  demos: { where: ['enabled', 'mode'] },
}
