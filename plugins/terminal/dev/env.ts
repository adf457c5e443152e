// The settings of the development app; start.mjs sets all of them.
import { parseEnv } from '@shellfolio/runtime/env'
import { z } from 'zod'

const schema = z.object({
  APP_PORT: z.coerce.number().int().min(1).max(65_535),
  DATABASE_URL: z.string().min(1),
  PAYLOAD_SECRET: z.string().min(32),
  TERMINAL_GRANT_KEY: z.string().min(32),
  TERMINAL_INTERNAL_URL: z.url(),
  UPLOAD_DIR: z.string().regex(/^\//, 'must be an absolute path'),
  FIRST_EMAIL: z.email(),
  FIRST_PASSWORD: z.string().min(12),
})

export type DevEnv = z.output<typeof schema>

/** @throws {EnvError} a table of what is missing or wrong */
export const readDevEnv = (env?: Record<string, string | undefined>): DevEnv =>
  parseEnv('The development app', schema, env)
