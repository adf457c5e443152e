// Stands before every write by the REST API: what is sent can be stored, and replaces what its sender saw.
import { sql } from '@payloadcms/db-postgres'
import type { SQL } from '@payloadcms/db-postgres/drizzle'
import {
  type CollectionBeforeChangeHook,
  type CollectionBeforeOperationHook,
  type CollectionConfig,
  type CollectionSlug,
  type Config,
  type FlattenedField,
  type GlobalBeforeOperationHook,
  type GlobalConfig,
  type PayloadRequest,
  type Plugin,
  ValidationError,
} from 'payload'
import { bodyFault } from './check-body.ts'
import { shapeFaults } from './check-shape.ts'
import { refusalOf } from './refusal.ts'

const isAsked = (req: PayloadRequest, slug: string): boolean =>
  req.payloadAPI === 'REST' &&
  (req.routeParams?.collection === slug || req.routeParams?.global === slug)

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

type Place = { slug: string; flattenedFields: FlattenedField[] }

/** @throws {APIError} `bad-request` with words for an editor, or Payload's `ValidationError` that names the fields */
const assertBody = (req: PayloadRequest, { slug, flattenedFields }: Place): void => {
  const { data, file } = req
  const name = bodyFault(file?.name)
  if (name) throw refusalOf('bad-request', 'The name of the file cannot be stored. Rename it.')
  if (data === undefined) return
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    throw refusalOf('bad-request', 'Send the fields of one document.')
  }
  const fault = bodyFault(data)
  if (fault) throw refusalOf('bad-request', fault)
  const errors = shapeFaults(flattenedFields, data)
  if (errors.length > 0) throw new ValidationError({ collection: slug, errors, req }, req.t)
}

const WRITES = new Set(['create', 'update'])

const guardBody: CollectionBeforeOperationHook = ({ args, collection, operation, req }) => {
  if (!isAsked(req, collection.slug)) return args
  const id = req.routeParams?.id
  if (typeof id === 'string' && !UUID.test(id)) throw refusalOf('not-found')
  // Without a file Payload would fetch one from an address that the body names.
  if (operation === 'create' && collection.upload && !req.file) {
    throw refusalOf('bad-request', 'Choose a file.')
  }
  // Logins and the like send other things than a document; their endpoints and hooks look at them.
  assertBody(req, WRITES.has(operation) ? collection : { ...collection, flattenedFields: [] })
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

const guardGlobalBody: GlobalBeforeOperationHook = ({ args, global, req }) => {
  if (isAsked(req, global.slug)) assertBody(req, global)
  return args
}

const withGlobalGuard = (global: GlobalConfig): GlobalConfig => ({
  ...global,
  hooks: {
    ...global.hooks,
    beforeOperation: [guardGlobalBody, ...(global.hooks?.beforeOperation ?? [])],
  },
})

export const guardWrites: Plugin = (config: Config): Config => ({
  ...config,
  collections: (config.collections ?? []).map(withCollectionGuard),
  globals: (config.globals ?? []).map(withGlobalGuard),
})
