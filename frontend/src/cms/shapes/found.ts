// What the CMS finds for a question.
import { z } from 'zod'
import { isSlug } from '../../routes.ts'

const pieces = z.array(z.object({ text: z.string(), isMatch: z.boolean() }))

/** Documents of collections that have no pages here are left out. */
const FOUND_COLLECTIONS = ['projects', 'experiences', 'pages'] as const
export type FoundCollection = (typeof FOUND_COLLECTIONS)[number]

export const foundDocumentSchema = z.object({
  collection: z.enum(FOUND_COLLECTIONS),
  slug: z.string().refine(isSlug),
  titlePieces: pieces,
  excerpt: pieces,
})
export type FoundDocument = z.output<typeof foundDocumentSchema>
