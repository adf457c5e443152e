// How the commands of a demo went when they were last tried: at night, or by an owner.
import type { Payload, PayloadRequest } from 'payload'

/** `at`: ISO 8601. */
export type LastTry = { ok: boolean; at: string }

/** In the eyes of the CMS itself; undefined when they never were. With `req`, in its transaction. */
export const lastTryOf = async (
  payload: Payload,
  demo: string,
  req?: PayloadRequest,
): Promise<LastTry | undefined> => {
  const { docs } = await payload.find({
    collection: 'terminal-smoke-runs',
    where: { demo: { equals: demo } },
    sort: '-createdAt',
    limit: 1,
    depth: 0,
    pagination: false,
    select: { ok: true, createdAt: true },
    overrideAccess: true,
    ...(req ? { req } : {}),
  })
  const [last] = docs
  return last && { ok: last.ok, at: last.createdAt }
}
