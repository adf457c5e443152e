// One address of the API: what it takes, what it answers, and where that comes from.
import type { Payload } from 'payload'
import type { z } from 'zod'
import type { PUBLIC_API } from '../limits.ts'
import type { Published } from './published/published.ts'
import type { OpenRequest } from './published/related.ts'

export type Asked<Query> = {
  payload: Payload
  published: Published
  /** For each read of related documents. */
  openRequest: OpenRequest
  query: Query
  /** Of addresses with a `{slug}`, otherwise empty. */
  slug: string
}

export type Route = {
  /** Below `/api/public/v1/`, with `{slug}` where one stands. */
  path: string
  /** For people who read the description. */
  summary: string
  query: z.ZodObject
  shape: z.ZodType
  /** With what it is kept. There are as many things as documents; lists and searches are as many as strangers like. */
  kind: keyof typeof PUBLIC_API.answers
  /** Said without looking into the database: where it is false, nothing is loaded, and nothing kept. */
  isThere?: (asked: Pick<Asked<unknown>, 'published' | 'slug'>) => Promise<boolean>
  /** Nothing when there is no such thing. */
  load: (asked: Asked<unknown>) => Promise<unknown>
}

/** A route whose `load` gets its query as `query` makes it, and answers what `shape` says; by itself about one thing. */
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
  load: ({ query, ...asked }) => options.load({ ...asked, query: query as z.output<Query> }),
})
