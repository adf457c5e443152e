// Refuses to save a demo that could not be launched afterwards, while its editor is there to change it.
import { problem } from '@shellfolio/protocol'
import { APIError, type CollectionBeforeChangeHook, type CollectionConfig } from 'payload'
import { sizeProblem } from './demo-claims.ts'
import { demoSchema } from './documents.ts'

/** As long as the ids that hosts give to new documents. */
const NEW_ID = '0'.repeat(36)

const checkSize: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  // What has another shape is refused by the fields' own validation, which comes after this.
  const found = demoSchema.safeParse({ ...data, id: originalDoc?.id ?? NEW_ID })
  const detail = found.success ? sizeProblem(found.data) : undefined
  if (detail) throw new APIError(detail, 400, problem('bad-request', detail), true)
  return data
}

/** `collection` with that check after the hooks it has. */
export const withDemoCheck = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    beforeChange: [...(collection.hooks?.beforeChange ?? []), checkSize],
  },
})
