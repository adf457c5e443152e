// An archive that a demo runs stays: without it the demo would have nothing to start.
import type { CollectionBeforeDeleteHook } from 'payload'
import { refusalOf } from '../rest/refusal.ts'

/** @throws {APIError} that names one of its demos */
export const refuseWhileUsed: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const { docs } = await req.payload.find({
    collection: 'demos',
    where: { archive: { equals: id } },
    depth: 0,
    limit: 1,
    select: { title: true },
    overrideAccess: true,
    req,
  })
  const [demo] = docs
  if (!demo) return
  // Asked in all languages at once, a title is an object of them.
  const name = typeof demo.title === 'string' ? `The demo “${demo.title}”` : 'A demo'
  throw refusalOf(
    'still-used',
    `${name} runs this archive. Delete the demo first, or give it another archive.`,
  )
}
