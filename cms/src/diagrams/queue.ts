// Asks for drawings, inside the transaction that saves the diagram: both are kept, or neither.
import type { CollectionSlug, FieldHook, PayloadRequest } from 'payload'
import { type Diagram, needsDrawing } from './diagram.ts'

/** Name of the task and of its queue in Payload's jobs. */
export const DRAW = 'draw-diagrams'

export type DrawInput = { collection: string; document: string }

const isWaiting = async (req: PayloadRequest, { document }: DrawInput): Promise<boolean> => {
  const { totalDocs } = await req.payload.count({
    collection: 'payload-jobs',
    where: {
      and: [
        { queue: { equals: DRAW } },
        { 'input.document': { equals: document } },
        { processing: { equals: false } },
        { completedAt: { exists: false } },
        { hasError: { equals: false } },
      ],
    },
    overrideAccess: true,
    req,
  })
  return totalDocs > 0
}

const queueDrawing = async (req: PayloadRequest, input: DrawInput): Promise<void> => {
  const note = `draw:${input.document}`
  if (req.context[note]) return
  req.context[note] = true
  if (await isWaiting(req, input)) return
  await req.payload.jobs.queue({ task: DRAW, queue: DRAW, input, overrideAccess: true, req })
}

/** Hook of the field `drawnFrom`: drawings that no browser made are made by the job. */
export const queueIfUndrawn: FieldHook = async ({
  collection,
  originalDoc,
  siblingData,
  value,
  req,
}) => {
  const id = (originalDoc as { id?: unknown } | undefined)?.id
  const diagram: Diagram = { ...siblingData, drawnFrom: value }
  if (!collection || typeof id !== 'string' || !needsDrawing(diagram)) return
  await queueDrawing(req, { collection: collection.slug as CollectionSlug, document: id })
}
