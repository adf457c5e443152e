// Settings of the site's process, read once from the environment.
import { parseEnv } from '@shellfolio/runtime/env'
import { z } from 'zod'

const origin = z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin)
const port = z.coerce.number().int().min(1).max(65_535)
const addresses = z.string().transform((list) => list.split(',').map((entry) => entry.trim()))

const schema = z.object({
  SITE_HOST: z.string().default('127.0.0.1'),
  SITE_PORT: port.default(3000),
  /** Where visitors find the site: canonical addresses start with it. */
  SITE_URL: origin,
  /** Where visitors' browsers find the CMS: the terminal's WebSocket is there. */
  CMS_URL: origin,
  /** Where this process finds the CMS. */
  CMS_INTERNAL_URL: origin,
  /** The terminal's WebSocket, when it is not at `CMS_URL`. */
  TERMINAL_PUBLIC_URL: z.url({ protocol: /^wss?$/ }).optional(),
  WEBHOOK_KEY: z.string().min(32),
  /** Shared by several processes of the site: pages, news of changes, messages that were acted on. */
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  TRUSTED_PROXIES: addresses.prefault('loopback'),
  /** What an https site binds to https for two years: itself, the subdomains of its address, or these for good, in browsers' own list. */
  HSTS_SCOPE: z.enum(['host', 'subdomains', 'preload']).default('host'),
})

export type SiteEnv = z.output<typeof schema>

let cached: SiteEnv | undefined

/** The settings; the first call reads them. @throws {EnvError} */
export const siteEnv = (): SiteEnv => {
  cached ??= parseEnv('The site', schema)
  return cached
}

/** Origin of the terminal's WebSocket, for the content security policy. */
export const terminalOrigin = ({ TERMINAL_PUBLIC_URL, CMS_URL }: SiteEnv): string =>
  new URL(TERMINAL_PUBLIC_URL ?? CMS_URL.replace(/^http/, 'ws')).origin
