// The document that a plan is about, as it is being written.
import type { CollectionSlug, PayloadRequest } from 'payload'
import type { Plan } from './plan.ts'

/** `title`: what people call it, where it has a name yet. */
export type Draft = { data: Record<string, unknown>; title: string | undefined }

/** With no regard to who asks; `undefined` for what is gone or in the trash. */
export const draftOf = async (
  req: PayloadRequest,
  { collection, id }: Pick<Plan, 'collection' | 'id'>,
): Promise<Draft | undefined> => {
  const slug = collection as CollectionSlug
  const found = await req.payload.findByID({
    collection: slug,
    id,
    draft: true,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    req,
  })
  if (!found) return undefined
  const data: Record<string, unknown> = { ...found }
  const title = data[req.payload.collections[slug].config.admin.useAsTitle ?? 'id']
  return { data, title: typeof title === 'string' && title !== '' ? title : undefined }
}
