// Two of Payload's own endpoints answer 500 to what is not there. Payload offers no setting for either.
import type { Endpoint, Payload, PayloadHandler } from 'payload'
import { refusalOf } from './refusal.ts'

/** Nobody here confirms an address by mail, so no collection has the column that Payload looks into. */
const verifiesNothing: PayloadHandler = () => {
  throw refusalOf('not-found')
}

/** Payload's query for one to delete asks of a table that it has not joined, when it finds none. */
const deleteFound =
  (handler: PayloadHandler): PayloadHandler =>
  async (req) => {
    if (req.user) {
      const { totalDocs } = await req.payload.count({
        collection: 'payload-preferences',
        where: { key: { equals: req.routeParams?.key } },
        overrideAccess: false,
        req,
      })
      if (totalDocs === 0) throw refusalOf('not-found')
    }
    return handler(req)
  }

/** Collections share some of these endpoints: the one of this collection is replaced, and not written to. */
const replace = (
  endpoints: Omit<Endpoint, 'root'>[] | false,
  { method, path }: Pick<Endpoint, 'method' | 'path'>,
  by: (handler: PayloadHandler) => PayloadHandler,
): void => {
  for (const [at, endpoint] of (endpoints || []).entries()) {
    if (!endpoints || endpoint.method !== method || endpoint.path !== path) continue
    endpoints[at] = { ...endpoint, handler: by(endpoint.handler) }
  }
}

export const answerMissing = (payload: Payload): void => {
  for (const { config } of Object.values(payload.collections)) {
    const { auth, endpoints } = config
    if (auth) replace(endpoints, { method: 'post', path: '/verify/:id' }, () => verifiesNothing)
  }
  const { endpoints } = payload.collections['payload-preferences'].config
  replace(endpoints, { method: 'delete', path: '/:key' }, deleteFound)
}
