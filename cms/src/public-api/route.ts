// One address of the API: what it takes, what it answers, and where that comes from.
import type { Payload } from 'payload'
import type { z } from 'zod'
import type { Published } from './published.ts'

export type Asked<Query> = {
  payload: Payload
  published: Published
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
  /** Nothing when there is no such thing. */
  load: (asked: Asked<unknown>) => Promise<unknown>
}

/** A route whose `load` gets its query as `query` makes it, and answers what `shape` says. */
export const route = <Query extends z.ZodObject, Shape extends z.ZodType>(options: {
  path: string
  summary: string
  query: Query
  shape: Shape
  load: (asked: Asked<z.output<Query>>) => Promise<z.output<Shape> | undefined>
}): Route => ({
  ...options,
  load: ({ query, ...asked }) => options.load({ ...asked, query: query as z.output<Query> }),
})
