// GET search?q=
import { z } from 'zod'
import { SEARCH } from '../../limits.ts'
import { findDocuments } from '../../search/find.ts'
import { wholeNumber } from '../query.ts'
import { route } from '../route.ts'
import { listShape } from '../shapes/list.ts'
import { shape } from '../shapes/registry.ts'

const pieces = z.array(z.object({ text: z.string(), isMatch: z.boolean() }))

const foundShape = shape(
  'Found',
  z.object({
    /** Where it is: `projects`, `experiences` or `pages`. */
    collection: z.string(),
    slug: z.string(),
    title: z.string(),
    titlePieces: pieces,
    excerpt: pieces,
  }),
)

export const searchRoutes = [
  route({
    path: 'search',
    summary:
      'What is published and says what q asks for: words, "phrases", -words, or; the last word may be unfinished',
    query: z.strictObject({
      q: z.string().min(1).max(SEARCH.maxQuery),
      page: wholeNumber(SEARCH.maxPage).default(1),
      pageSize: wholeNumber(SEARCH.maxPageSize).default(SEARCH.pageSize),
    }),
    kind: 'searches',
    shape: shape('FoundList', listShape(foundShape)),
    load: async ({ payload, query: { q, page, pageSize }, locale }) => {
      const { total, found } = await findDocuments(payload, {
        text: q,
        locale,
        limit: pageSize,
        offset: (page - 1) * pageSize,
      })
      return { items: found, page, pageSize, pages: Math.ceil(total / pageSize), total }
    },
  }),
]
