// Stands before every write by the REST API: what is sent can be stored, and replaces what its sender saw.
import { sql } from '@payloadcms/db-postgres'
import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type {
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  CollectionConfig,
  CollectionSlug,
  Config,
  GlobalConfig,
  PayloadRequest,
  Plugin,
} from 'payload'
import { bodyFault } from './check-body.ts'
import { refusalOf } from './refusal.ts'

const isAsked = (req: PayloadRequest, slug: string): boolean =>
  req.payloadAPI === 'REST' &&
  (req.routeParams?.collection === slug || req.routeParams?.global === slug)

/** @throws {APIError} `bad-request` with words for an editor */
const assertBody = ({ data }: PayloadRequest): void => {
  if (data === undefined) return
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    throw refusalOf('bad-request', 'Send the fields of one document.')
  }
  const fault = bodyFault(data)
  if (fault) throw refusalOf('bad-request', fault)
}

const guardBody: CollectionBeforeOperationHook = ({ args, collection, req }) => {
  if (isAsked(req, collection.slug)) assertBody(req)
  return args
}

/** Drizzle inside a transaction; Payload's types leave this open. */
type Connection = { execute: (query: SQL) => Promise<unknown> }

/** Others who want to write this document wait until the transaction ends, and then see what it wrote. */
const lockRow = async (req: PayloadRequest, slug: string, id: string): Promise<void> => {
  const transaction = await req.transactionID
  const session = transaction === undefined ? undefined : req.payload.db.sessions?.[transaction]
  const table =
    req.payload.db.tableNameMap.get(slug.replaceAll('-', '_')) ?? slug.replaceAll('-', '_')
  const connection = session?.db as Connection | undefined
  await connection?.execute(sql`select 1 from ${sql.identifier(table)} where id = ${id} for update`)
}

/**
 * `If-Match: "<updatedAt>"`: the write is for the document as its sender saw it. Without that header the last one wins.
 * @throws {APIError} `conflict` where it has changed since
 */
const refuseLostUpdate: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const seen = req.headers?.get('if-match')
  const id = originalDoc?.id
  if (!seen || operation !== 'update' || id === undefined) return data
  if (!isAsked(req, collection.slug)) return data
  await lockRow(req, collection.slug, String(id))
  const now: unknown = await req.payload.findByID({
    collection: collection.slug as CollectionSlug,
    id,
    draft: Boolean(collection.versions?.drafts),
    depth: 0,
    overrideAccess: true,
    req,
  })
  const { updatedAt } = now as { updatedAt?: string }
  if (seen.replaceAll('"', '') !== updatedAt) throw refusalOf('conflict')
  return data
}

const withCollectionGuard = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    beforeOperation: [guardBody, ...(collection.hooks?.beforeOperation ?? [])],
    beforeChange: [refuseLostUpdate, ...(collection.hooks?.beforeChange ?? [])],
  },
})

const withGlobalGuard = (global: GlobalConfig): GlobalConfig => ({
  ...global,
  hooks: {
    ...global.hooks,
    beforeOperation: [
      ({ args, req }) => {
        if (isAsked(req, global.slug)) assertBody(req)
        return args
      },
      ...(global.hooks?.beforeOperation ?? []),
    ],
  },
})

export const guardWrites: Plugin = (config: Config): Config => ({
  ...config,
  collections: (config.collections ?? []).map(withCollectionGuard),
  globals: (config.globals ?? []).map(withGlobalGuard),
})
