// Documents that stand inside others: pictures, technologies, positions. Many name the same few, so each is read once.
import { getDataLoader, type PayloadRequest } from 'payload'
import { PUBLIC_API } from '../../limits.ts'
import type { ResponseCache } from '../cache/response-cache.ts'

/** A request for one read of Payload's, which fills it in. Nobody is logged in. */
export type OpenRequest = () => Promise<PayloadRequest>

type Loaded = Awaited<ReturnType<PayloadRequest['payloadDataLoader']['load']>>

/**
 * Payload loads them by keys that name the document, its fields, and in whose eyes; it looks for them in one request alone.
 * Null for what visitors may not see. They are shared: nobody changes them.
 */
export const createRelated = (cache: ResponseCache): OpenRequest => {
  const documents = cache.shelf<Loaded>({
    ...PUBLIC_API.related,
    bytesOf: (document) => 2 * JSON.stringify(document).length,
  })
  return async () => {
    const { get } = await documents.now()
    const req = {} as PayloadRequest
    const loader = getDataLoader(req)
    const load = (key: string) => get(key, () => loader.load(key))
    req.payloadDataLoader = Object.assign(Object.create(loader), { load })
    return req
  }
}
