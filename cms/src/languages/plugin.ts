// Puts every text that has languages under the same rules, wherever it stands, and keeps writes to one language at a time.
import type {
  Block,
  CollectionBeforeOperationHook,
  Config,
  Field,
  GlobalBeforeOperationHook,
  PayloadRequest,
  Plugin,
} from 'payload'
import { refusalOf } from '../rest/refusal.ts'
import { isLanguage, isTranslation } from './languages.ts'
import { withStandIn } from './stand-in.ts'

const inBlock = (block: Block): Block => ({ ...block, fields: inFields(block.fields) })

/** Copies: blocks are shared with the editor, in whose texts nothing has languages of its own. */
const inField = (field: Field): Field => {
  if (field.type === 'tabs') {
    return { ...field, tabs: field.tabs.map((tab) => ({ ...tab, fields: inFields(tab.fields) })) }
  }
  if (field.type === 'blocks') return { ...field, blocks: field.blocks.map(inBlock) }
  if ('fields' in field) return { ...field, fields: inFields(field.fields) } as Field
  return 'localized' in field && field.localized ? withStandIn(field as never) : field
}

const inFields = (fields: Field[]): Field[] => fields.map(inField)

/**
 * Payload would take a language that it does not know for the default one, and has ways to publish one language alone, by
 * which the others lose what they share.
 * @throws {APIError} `bad-request`
 */
const refuseConfusion = (req: PayloadRequest): void => {
  const { locale, publishSpecificLocale } = req.query ?? {}
  if (req.locale === 'all' || (locale !== undefined && locale !== '' && !isLanguage(locale))) {
    throw refusalOf('bad-request', 'Write in one language at a time, one that the content has.')
  }
  if (publishSpecificLocale) {
    throw refusalOf('bad-request', 'All languages of a document are published together.')
  }
}

/** What a translation does not say must not be filled in with the words that stand in for it. */
const forgetStandIns = (req: PayloadRequest): void => {
  if (isTranslation(req.locale)) req.fallbackLocale = null as never
}

const WRITES = new Set(['create', 'update', 'restoreVersion'])

const guardCollection: CollectionBeforeOperationHook = ({ args, collection, operation, req }) => {
  if (!WRITES.has(operation)) return args
  const isAsked = req.payloadAPI === 'REST' && req.routeParams?.collection === collection.slug
  if (isAsked) refuseConfusion(req)
  forgetStandIns(req)
  return args
}

const guardGlobal: GlobalBeforeOperationHook = ({ args, global, operation, req }) => {
  if (!WRITES.has(operation)) return args
  if (req.payloadAPI === 'REST' && req.routeParams?.global === global.slug) refuseConfusion(req)
  forgetStandIns(req)
  return args
}

/** Before other plugins look at the fields. */
export const languagesPlugin: Plugin = (config: Config): Config => ({
  ...config,
  collections: (config.collections ?? []).map((collection) => ({
    ...collection,
    fields: inFields(collection.fields),
    hooks: {
      ...collection.hooks,
      beforeOperation: [guardCollection, ...(collection.hooks?.beforeOperation ?? [])],
    },
  })),
  globals: (config.globals ?? []).map((global) => ({
    ...global,
    fields: inFields(global.fields),
    hooks: {
      ...global.hooks,
      beforeOperation: [guardGlobal, ...(global.hooks?.beforeOperation ?? [])],
    },
  })),
})
