// How the CMS says it is doing.
import { z } from 'zod'
import { date } from '../fields.ts'

const SERVICE_STATES = ['up', 'degraded', 'down', 'unknown'] as const
export type ServiceState = (typeof SERVICE_STATES)[number]

export const statusSchema = z.object({
  at: z.iso.datetime(),
  services: z
    .array(
      z.object({ name: z.string(), state: z.enum(SERVICE_STATES).catch('unknown'), since: date }),
    )
    .max(50),
  /** `ok` and `at`: how its commands went when they were last tried. */
  demos: z.array(z.object({ title: z.string(), ok: z.boolean().nullable(), at: date })).max(500),
})
export type Status = z.output<typeof statusSchema>
