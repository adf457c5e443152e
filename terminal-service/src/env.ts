// The settings of this process.
import { hostname } from 'node:os'
import { parseEnv } from '@shellfolio/runtime/env'
import { z } from 'zod'
import { MAX_ARCHIVE_ORIGINS } from './limits.ts'
import { LOG_LEVELS } from './log.ts'

const port = z.coerce.number().int().min(0).max(65_535)

const origin = z
  .url({ protocol: /^https?$/, error: 'must be http or https addresses, separated by commas' })
  .transform((url) => new URL(url).origin)

const shape = z.object({
  TERMINAL_HOST: z.string().default('127.0.0.1'),
  TERMINAL_PORT: port.default(3002),
  /** Shared with the CMS: signs session grants. */
  TERMINAL_GRANT_KEY: z.string().min(32, 'must have at least 32 characters'),
  /** Everything this service keeps on disk; other processes must not write here. */
  TERMINAL_STATE_DIR: z.string().regex(/^\//, 'must be an absolute path'),
  TERMINAL_CAPACITY: z.coerce.number().int().min(1).max(1000).default(24),
  /** The only origins archives are fetched from, comma-separated: the CMS, and S3 where archives lie there. */
  TERMINAL_ARCHIVE_ORIGIN: z
    .string()
    .transform((text) => text.split(',').map((item) => item.trim()))
    .pipe(z.array(origin).min(1).max(MAX_ARCHIVE_ORIGINS)),
  /** Where this service says that it is there, the CMS's `/api/terminal/services`; unset where it is the only one. */
  TERMINAL_ANNOUNCE_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http or https address' })
    .optional(),
  /** Origin under which the CMS reaches this service; by default this host's name and port. */
  TERMINAL_ADVERTISED_URL: origin.optional(),
  /** `cgroup`: refuse to run where memory and CPU cannot be limited by control groups. */
  SANDBOX_REQUIRE: z.enum(['cgroup']).optional(),
  /** System tree made by toolchain/build-root.sh; without it sandboxes show the host's /usr. */
  TERMINAL_ROOT: z.string().regex(/^\//, 'must be an absolute path').optional(),
  /** The least that is logged; `silent` for nothing. */
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
})

const schema = shape.transform((env) => ({
  ...env,
  TERMINAL_ADVERTISED_URL:
    env.TERMINAL_ADVERTISED_URL ?? `http://${hostname().toLowerCase()}:${env.TERMINAL_PORT}`,
}))

export type Env = z.output<typeof schema>

/** @throws {EnvError} a table of what is missing or wrong */
export const readEnv = (env?: Record<string, string | undefined>): Env =>
  parseEnv('terminal-service', schema, env)
