// GET /api/redirects/served: what the site needs to send visitors on. Only what leads to something that they may see.
import type { CollectionSlug, Endpoint, Payload } from 'payload'
import { MAX_SERVED_REDIRECTS } from '../limits.ts'
import type { Redirect } from '../payload-types.ts'
import { ADDRESSED, addressOf } from './addresses.ts'
import { documentOf } from './store.ts'

/** `status`: 301, 302 or 308. `to`: a path on the site or an absolute web address. */
export type ServedRedirect = { from: string; to: string; status: number }

/** Addresses of the documents with `ids` that a visitor may see; asked as a visitor, whoever it is that asks. */
const addressesOf = async (payload: Payload, collection: string, ids: string[]) => {
  if (ids.length === 0) return []
  const { docs } = await payload.find({
    collection: collection as CollectionSlug,
    where: { id: { in: ids } },
    select: { slug: true } as never,
    depth: 0,
    pagination: false,
    overrideAccess: false,
  })
  return (docs as unknown as { id: string; slug: string }[]).map(
    ({ id, slug }) => [`${collection}:${id}`, addressOf(collection, slug)] as const,
  )
}

/** All of them, as visitors may follow them. */
export const servedRedirects = async (payload: Payload): Promise<ServedRedirect[]> => {
  const { docs } = await payload.find({
    collection: 'redirects',
    sort: '-updatedAt',
    limit: MAX_SERVED_REDIRECTS,
    depth: 0,
    overrideAccess: true,
  })
  const targets = docs.map((redirect) => ({ redirect, document: documentOf(redirect) }))
  const found = await Promise.all(
    Object.keys(ADDRESSED).map((collection) =>
      addressesOf(
        payload,
        collection,
        targets.flatMap(({ document }) =>
          document?.collection === collection ? [document.id] : [],
        ),
      ),
    ),
  )
  const addresses = new Map(found.flat())
  const toOf = (redirect: Redirect, document: ReturnType<typeof documentOf>) =>
    document ? addresses.get(`${document.collection}:${document.id}`) : redirect.address
  return targets.flatMap(({ redirect, document }) => {
    const to = toOf(redirect, document)
    const { from } = redirect
    return to && to !== from ? [{ from, to, status: Number(redirect.type) }] : []
  })
}

export const servedEndpoint: Omit<Endpoint, 'root'> = {
  path: '/served',
  method: 'get',
  handler: async ({ payload }) => Response.json({ redirects: await servedRedirects(payload) }),
}
