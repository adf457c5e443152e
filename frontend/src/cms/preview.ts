// Reads the one draft that the token of a preview link names.
import { z } from 'zod'
import { PREVIEW_HEADERS } from '../preview.ts'
import { askCms, CmsError } from './client.ts'
import { type Project, projectSchema } from './shapes.ts'

export type Preview =
  | { state: 'draft'; project: Project; expiresAt: string }
  | { state: 'expired' | 'unknown' }

/** A draft may still be without what a published page always has. */
const titled = z.preprocess(
  (value) => ({
    ...(typeof value === 'object' ? value : {}),
    title: (value as { title?: unknown } | null)?.title || 'Untitled',
    slug: (value as { slug?: unknown } | null)?.slug || 'untitled',
  }),
  projectSchema,
)

const schema = z.object({
  collection: z.literal('projects'),
  expiresAt: z.iso.datetime(),
  document: titled,
})

const EXPIRED = 410
const REFUSED = new Set([400, 403, 404])

/** @throws {CmsError} when the CMS does not answer */
export const readPreview = async (token: string): Promise<Preview> => {
  if (token === '') return { state: 'unknown' }
  try {
    const { document, expiresAt } = await askCms({
      path: 'preview-draft',
      query: {},
      schema,
      headers: { [PREVIEW_HEADERS.token]: token },
    })
    return { state: 'draft', project: document, expiresAt }
  } catch (error) {
    const status = error instanceof CmsError ? error.status : undefined
    if (status === EXPIRED) return { state: 'expired' }
    if (status !== undefined && REFUSED.has(status)) return { state: 'unknown' }
    throw error
  }
}
