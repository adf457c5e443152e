// One address of the API: what it takes, what it answers, and where that comes from.
import type { Payload } from 'payload'
import { z } from 'zod'
import { CODES, DEFAULT_LANGUAGE, type Language } from '../languages/languages.ts'
import type { PUBLIC_API } from '../limits.ts'
import type { Published } from './published/published.ts'
import type { OpenRequest } from './published/related.ts'

export type Asked<Query> = {
  payload: Payload
  published: Published
  /** For each read of related documents. */
  openRequest: OpenRequest
  query: Query
  /** Of the texts; what is not written in it is in the default one. */
  locale: Language
  /** Of addresses with a `{slug}`, otherwise empty. */
  slug: string
}

export type Route = {
  /** Below `/api/public/v1/`, with `{slug}` where one stands. */
  path: string
  /** For people who read the description. */
  summary: string
  query: z.ZodObject
  /** The same, with what every address takes. */
  parameters: z.ZodObject
  shape: z.ZodType
  /** With what it is kept. There are as many things as documents, and as many sources as their archives hold; lists and searches are as many as strangers like. */
  kind: keyof typeof PUBLIC_API.answers
  /** Said without looking into the database: where it is false, nothing is loaded, and nothing kept. */
  isThere?: (asked: Pick<Asked<unknown>, 'published' | 'slug'>) => Promise<boolean>
  /** Nothing when there is no such thing. */
  load: (asked: Asked<unknown>) => Promise<unknown>
}

/** What every address takes. */
export const SHARED = { locale: z.enum(CODES).default(DEFAULT_LANGUAGE) }

/**
 * A route whose `load` gets its query as `query` makes it, and the language beside it, and answers what `shape` says; by itself
 * about one thing.
 */
export const route = <Query extends z.ZodObject, Shape extends z.ZodType>(options: {
  path: string
  summary: string
  query: Query
  shape: Shape
  kind?: Route['kind']
  isThere?: NonNullable<Route['isThere']>
  load: (asked: Asked<z.output<Query>>) => Promise<z.output<Shape> | undefined>
}): Route => ({
  kind: 'things',
  ...options,
  parameters: options.query.extend(SHARED),
  load: ({ query, ...asked }) => options.load({ ...asked, query: query as z.output<Query> }),
})
