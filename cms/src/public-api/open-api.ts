// The API's description, by OpenAPI 3.1, from the very schemas that it parses and answers with.
import { PROBLEM_TYPE } from '@shellfolio/protocol'
import { z } from 'zod'
import { BASE } from './base.ts'
import { type Route, SHARED } from './route.ts'
import { ROUTES } from './routes.ts'
import { problemShape } from './shapes/problem.ts'
import { shapes } from './shapes/registry.ts'

type Json = Record<string, unknown>

const refTo = (schema: z.ZodType): Json => {
  const named = shapes.get(schema)
  if (!named) throw new Error('A shape has no name.')
  return { $ref: `#/components/schemas/${named.id}` }
}

const components = (): Json => {
  const { schemas } = z.toJSONSchema(shapes, { uri: (id) => `#/components/schemas/${id}` })
  return Object.fromEntries(
    Object.entries(schemas)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      // OpenAPI says the dialect once for all of them, and their names are their places.
      .map(([id, { $schema, $id, ...schema }]) => [id, schema]),
  )
}

const SLUG: Json = {
  name: 'slug',
  in: 'path',
  required: true,
  schema: { type: 'string' },
}

/** Parameters that all addresses have, described once. */
const shared = (): Json => {
  const { properties = {} } = z.toJSONSchema(z.object(SHARED))
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [
      name,
      {
        name,
        in: 'query',
        required: false,
        description: 'Language of the texts. What is not written in it comes in the default one.',
        schema,
      },
    ]),
  )
}

const SHARED_REFS: Json[] = Object.keys(SHARED).map((name) => ({
  $ref: `#/components/parameters/${name}`,
}))

const parametersOf = ({ path, query }: Route): Json[] => {
  const { properties = {} } = z.toJSONSchema(query)
  const { required = [] } = z.toJSONSchema(query, { io: 'input' })
  const named = Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
  const own = path.includes('{slug}') ? [SLUG, ...named] : named
  return [...own, ...SHARED_REFS]
}

const ERRORS: Record<string, string> = {
  400: 'A parameter that is not known, or has a value that it cannot have',
  404: 'There is no such thing, or it is not public',
  503: 'Too many ask at once; see Retry-After',
}

const problems = () =>
  Object.fromEntries(
    Object.entries(ERRORS).map(([status, description]) => [
      status,
      { description, content: { [PROBLEM_TYPE]: { schema: refTo(problemShape) } } },
    ]),
  )

const operationIdOf = (path: string): string =>
  `get/${path.replace('/{slug}', 'BySlug')}`.replaceAll(/\/\w/g, (letter) =>
    letter.slice(1).toUpperCase(),
  )

const operationOf = (route: Route): Json => ({
  get: {
    operationId: operationIdOf(route.path),
    summary: route.summary,
    parameters: parametersOf(route),
    responses: {
      200: {
        description: 'As published now',
        headers: { ETag: { schema: { type: 'string' } } },
        content: { 'application/json': { schema: refTo(route.shape) } },
      },
      304: { description: 'As it was when it was given the tag in If-None-Match' },
      ...problems(),
    },
  },
})

/** The whole description. Addresses are relative to where it lies. */
export const openApi = (): Json => ({
  openapi: '3.1.1',
  info: {
    title: 'Shellfolio public API',
    version: '1',
    description: 'What the portfolio has published, for reading. HEAD is answered as GET is.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: BASE.replace(/\/$/, '') }],
  paths: Object.fromEntries(ROUTES.map((route) => [`/${route.path}`, operationOf(route)])),
  components: { parameters: shared(), schemas: components() },
})
