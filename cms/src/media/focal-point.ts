// The focal point of a picture is for the site, which crops in the browser: no size is cut by it. Payload would fetch the
// stored file and encode it anew at each move; so it does not see the point until there is nothing left to encode.
import type { CollectionBeforeChangeHook, CollectionBeforeOperationHook } from 'payload'
import { z } from 'zod'

const percent = z.number().min(0).max(100)
const point = z.object({ focalX: percent, focalY: percent })
/** Of the admin's query, in which numbers are texts. */
const typed = z.coerce.number().pipe(percent)
const edits = z.object({ focalPoint: z.object({ x: typed, y: typed }) })

export const holdFocalPoint: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if ((operation !== 'create' && operation !== 'update') || !('data' in args)) return args
  const { focalX, focalY, ...data } = (args.data ?? {}) as Record<string, unknown>
  const asked = edits.safeParse(req.query?.uploadEdits)
  const given = asked.success
    ? { focalX: asked.data.focalPoint.x, focalY: asked.data.focalPoint.y }
    : { focalX, focalY }
  const parsed = point.safeParse(given)
  req.context.focalPoint = parsed.success ? parsed.data : undefined
  if (req.query) delete req.query.uploadEdits
  return { ...args, data } as typeof args
}

export const keepFocalPoint: CollectionBeforeChangeHook = ({ data, req }) => {
  const held = point.safeParse(req.context.focalPoint)
  return held.success ? { ...data, ...held.data } : data
}
