// Puts the rules for readers without an account before every collection and global, those of plugins included.
import type {
  CollectionBeforeOperationHook,
  CollectionConfig,
  CollectionSlug,
  Config,
  GlobalBeforeOperationHook,
  GlobalConfig,
  Payload,
  PayloadRequest,
  Plugin,
} from 'payload'
import { PUBLIC_READS } from '../limits.ts'
import { openFields, refusedParameter } from './public-query.ts'
import { PUBLIC_RULES } from './public-rules.ts'
import { refusalOf } from './refusal.ts'

const isStranger = ({ payloadAPI, user }: PayloadRequest): boolean => payloadAPI === 'REST' && !user

/** Of what visitors are shown inside other documents. */
const openOf = (payload: Payload, slug: string) => {
  if (!Object.hasOwn(PUBLIC_RULES, slug)) return undefined
  const fields = payload.collections[slug as CollectionSlug]?.config.flattenedFields
  return fields && openFields(fields)
}

type Place = { rule?: object; open: ReadonlySet<string> }

/** @throws {APIError} `query-refused`, which names the parameter and not its value */
const judge = (req: PayloadRequest, place: Place): void => {
  const { payload, search = '', query, method, data } = req
  const refuse = (detail: string) => {
    throw refusalOf('query-refused', detail)
  }
  if (search.length > PUBLIC_READS.queryChars) refuse('The query is too long.')
  // Payload reads parameters of some questions from a body as well.
  if (method === 'GET' && data && Object.keys(data).length > 0) refuse('A question has no body.')
  const refused = refusedParameter({ query, ...place, openOf: (slug) => openOf(payload, slug) })
  if (refused === undefined) return
  const name = /^\w{1,40}$/.test(refused) ? `“${refused}”` : 'that'
  refuse(`Without an account, ${name} cannot be asked like this.`)
}

/** Only what the request itself asks: documents that it shows are read with the same request. */
const guardCollection: CollectionBeforeOperationHook = ({ args, collection, operation, req }) => {
  const isAsked = req.routeParams?.collection === collection.slug
  if (!isStranger(req) || !isAsked || (operation !== 'read' && operation !== 'count')) return args
  if (req.method !== 'GET') return args
  const isList = req.routeParams?.id === undefined
  judge(req, {
    open: openFields(collection.flattenedFields),
    ...(isList ? { rule: PUBLIC_RULES[collection.slug] ?? {} } : {}),
  })
  return args
}

const guardGlobal: GlobalBeforeOperationHook = ({ args, global, req }) => {
  const isAsked = req.routeParams?.global === global.slug
  if (isStranger(req) && isAsked && req.method === 'GET') {
    judge(req, { open: openFields(global.flattenedFields) })
  }
  return args
}

const withCollectionGuard = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    beforeOperation: [guardCollection, ...(collection.hooks?.beforeOperation ?? [])],
  },
})

const withGlobalGuard = (global: GlobalConfig): GlobalConfig => ({
  ...global,
  hooks: {
    ...global.hooks,
    beforeOperation: [guardGlobal, ...(global.hooks?.beforeOperation ?? [])],
  },
})

export const guardReads: Plugin = (config: Config): Config => ({
  ...config,
  collections: (config.collections ?? []).map(withCollectionGuard),
  globals: (config.globals ?? []).map(withGlobalGuard),
})
