// Old addresses and where they lead, as the CMS tells them.
import { z } from 'zod'

/** A path that browsers take for one: no scheme, no host, nothing that splits a header. */
const PATH = /^\/(?![/\\])[\x21-\x7e]*$/

const destination = z.union([
  z.string().max(2000).regex(PATH),
  z.url({ protocol: /^https?$/, normalize: true }).max(2000),
])

export const redirectSchema = z.object({
  from: z.string().max(200).regex(PATH),
  to: destination,
  status: z.union([z.literal(301), z.literal(302), z.literal(308)]),
})

export const redirectsSchema = z.object({ items: z.array(redirectSchema) })

export type Redirect = z.output<typeof redirectSchema>
