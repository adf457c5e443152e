// Settings of the CMS process. Nothing else reads process.env.
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { parseEnv } from '@shellfolio/runtime/env'
import { z } from 'zod'

const origin = z
  .url({ protocol: /^https?$/, error: 'must be an http or https address' })
  .transform((url) => new URL(url).origin)

/** Origins, separated by commas. */
const origins = z
  .string()
  .default('')
  .transform((list) =>
    list
      .split(',')
      .map((entry) => entry.trim())
      .filter(Boolean),
  )
  .pipe(z.array(origin))

const key = z.string().min(32, 'must have at least 32 characters')

const NEEDED_WITH = [
  ['S3_BUCKET', ['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY']],
  ['SMTP_URL', ['MAIL_FROM', 'CONTACT_TO']],
  ['GITHUB_TOKEN', ['GITHUB_LOGIN']],
] as const

const schema = z
  .object({
    /** Draws diagrams that come without a drawing. Unset: whichever browser the system has. */
    CHROMIUM_PATH: z.string().startsWith('/', 'must be an absolute path').optional(),
    CMS_HOST: z.string().default('127.0.0.1'),
    CMS_PORT: z.coerce.number().int().min(1).max(65_535).default(3001),
    CMS_URL: origin,
    CMS_INTERNAL_URL: origin,
    /** Other origins whose pages may act with the admin's cookie, and such as may read the API in a browser. */
    CMS_CSRF_ORIGINS: origins,
    CMS_CORS_ORIGINS: origins,
    SITE_URL: origin,
    SITE_INTERNAL_URL: origin,
    DATABASE_URL: z.url({
      protocol: /^postgres(ql)?$/,
      error: 'must be an address postgres://user:password@host:port/database',
    }),
    PAYLOAD_SECRET: key,
    WEBHOOK_KEY: key,
    TERMINAL_GRANT_KEY: key,
    TERMINAL_INTERNAL_URL: origin,
    /** Where terminal services that announce themselves may be; by default only at the address above. */
    TERMINAL_SERVICES: z
      .string()
      .transform((list) => list.split(',').map((entry) => entry.trim()))
      .optional(),
    TERMINAL_PUBLIC_URL: z
      .url({ protocol: /^wss?$/, error: 'must be a ws or wss address' })
      .optional(),
    /** Where mail is handed in, and from and to whom it goes; without the first none is sent. */
    SMTP_URL: z
      .url({ protocol: /^smtps?$/, error: 'must be an address smtp://user:password@host:port' })
      .optional(),
    MAIL_FROM: z.email('must be a mail address').optional(),
    CONTACT_TO: z.email('must be a mail address').optional(),
    /** Whose activity on GitHub the public API tells, and a token that may read it; without one it tells none. */
    GITHUB_LOGIN: z
      .string()
      .regex(/^[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38}$/, 'must be a name on GitHub')
      .optional(),
    GITHUB_TOKEN: z
      .string()
      .regex(/^[\x21-\x7e]{1,255}$/, 'must be a token')
      .optional(),
    GITHUB_API_URL: z
      .url({ protocol: /^https?$/, error: 'must be an http or https address' })
      .default('https://api.github.com/graphql'),
    REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
    S3_BUCKET: z.string().optional(),
    S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
    S3_REGION: z.string().default('us-east-1'),
    S3_ACCESS_KEY_ID: z.string().optional(),
    S3_SECRET_ACCESS_KEY: z.string().optional(),
    UPLOAD_DIR: z.string().startsWith('/', 'must be an absolute path'),
    TRUSTED_PROXIES: z
      .string()
      .default('loopback')
      .transform((list) => list.split(',').map((entry) => entry.trim())),
  })
  .superRefine((env, context) => {
    for (const [other, names] of NEEDED_WITH) {
      for (const name of env[other] ? names : []) {
        if (env[name]) continue
        context.addIssue({ code: 'custom', path: [name], message: `is needed with ${other}` })
      }
    }
  })
  .transform((env) => ({
    ...env,
    TERMINAL_PUBLIC_URL:
      env.TERMINAL_PUBLIC_URL ?? `${env.CMS_URL.replace(/^http/, 'ws')}/terminal/ws`,
  }))

export type CmsEnv = z.output<typeof schema>

/** `next build` and the generators load the config without running it, and need no settings for that. */
export const isBuilding = (env: Record<string, string | undefined> = process.env): boolean =>
  env.NEXT_PHASE === 'phase-production-build' || env.CMS_GENERATING === '1'

/** Stand-ins while building. The keys are made anew each time, so that no build knows a usable one. */
const buildDefaults = () => {
  const random = () => randomBytes(32).toString('hex')
  const nowhere = 'http://build.invalid'
  return {
    CMS_URL: nowhere,
    CMS_INTERNAL_URL: nowhere,
    SITE_URL: nowhere,
    SITE_INTERNAL_URL: nowhere,
    DATABASE_URL: 'postgres://build.invalid/none',
    PAYLOAD_SECRET: random(),
    WEBHOOK_KEY: random(),
    TERMINAL_GRANT_KEY: random(),
    TERMINAL_INTERNAL_URL: nowhere,
    UPLOAD_DIR: tmpdir(),
  }
}

/** Settings from `source`. @throws {EnvError} with a table of what is missing or wrong */
export const readCmsEnv = (source: Record<string, string | undefined> = process.env): CmsEnv =>
  parseEnv('The CMS', schema, isBuilding(source) ? { ...buildDefaults(), ...source } : source)

let settings: CmsEnv | undefined

/** Settings of this process, read once. @throws {EnvError} */
export const cmsEnv = (): CmsEnv => {
  settings ??= readCmsEnv()
  return settings
}
