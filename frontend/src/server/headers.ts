// Security headers of every answer, and those of documents. Pages carry no inline script or style, so the policy needs neither nonce nor hash.
import type { ServerResponse } from 'node:http'
import { type SiteEnv, terminalOrigin } from '../env.ts'
import { PREVIEW_TRUSTED_TYPES } from '../preview.ts'
import type { PartKind } from './parts.ts'

export const SPECULATION_PATH = '/speculation-rules.json'

/** The policy of pages. `framedBy`: the origin whose pages may show it in a frame. `trustedTypes`: names of those that may make markup of a string. `connect-src` names the one other origin that a page talks to: the terminal's socket. */
export const contentSecurityPolicy = (
  env: SiteEnv,
  { framedBy = "'none'", trustedTypes = "'none'" } = {},
): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    `connect-src 'self' ${terminalOrigin(env)}`,
    "media-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${framedBy}`,
    // No island of a public page makes markup of a string, xterm included.
    "require-trusted-types-for 'script'",
    `trusted-types ${trustedTypes}`,
    ...(env.SITE_URL.startsWith('https:') ? ['upgrade-insecure-requests'] : []),
  ].join('; ')

const PERMISSIONS = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
].map((feature) => `${feature}=()`)

const HSTS_ENDINGS = {
  host: '',
  subdomains: '; includeSubDomains',
  preload: '; includeSubDomains; preload',
} as const

/** What has a meaning for every answer, whatever is in it. */
const sharedHeaders = (env: SiteEnv): Record<string, string> => ({
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  ...(env.SITE_URL.startsWith('https:')
    ? { 'strict-transport-security': `max-age=63072000${HSTS_ENDINGS[env.HSTS_SCOPE]}` }
    : {}),
})

/** All headers of what a browser shows as a document of its own. */
export const securityHeaders = (env: SiteEnv): Record<string, string> => ({
  ...sharedHeaders(env),
  'content-security-policy': contentSecurityPolicy(env),
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': [...PERMISSIONS, 'clipboard-write=(self)'].join(', '),
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-frame-options': 'DENY',
})

/** A picture opened by itself is a document: it may be painted, and nothing else. `allowed`: directives besides. */
export const picturePolicy = (...allowed: string[]): string =>
  ["default-src 'none'", ...allowed, "frame-ancestors 'none'", 'sandbox'].join('; ')

/** What a part of a page carries: a page fetches a dozen of them, and what is said of documents would be most of their size. */
export const partHeaders = (env: SiteEnv, kind: PartKind): Record<string, string> => ({
  ...sharedHeaders(env),
  ...(kind === 'picture' ? { 'content-security-policy': picturePolicy() } : {}),
})

/** What a preview carries instead: the CMS may frame it, nobody keeps it, and its address goes nowhere. */
export const previewHeaders = (env: SiteEnv, isDev: boolean): Record<string, string> => ({
  'cache-control': 'private, no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow, noarchive',
  ...(isDev
    ? {}
    : {
        'content-security-policy': contentSecurityPolicy(env, {
          framedBy: env.CMS_URL,
          trustedTypes: PREVIEW_TRUSTED_TYPES,
        }),
      }),
})

/** Next's development server injects scripts and styles of its own: there the policy has to stay away. */
export const createHeaderSetter = (env: SiteEnv, isDev: boolean) => {
  const all = Object.entries(securityHeaders(env))
  const ofKind = {
    document: isDev ? all.filter(([name]) => name !== 'content-security-policy') : all,
    code: Object.entries(partHeaders(env, 'code')),
    picture: Object.entries(partHeaders(env, 'picture')),
  }
  return (response: ServerResponse, kind: PartKind | 'document'): void => {
    for (const [name, value] of ofKind[kind]) response.setHeader(name, value)
  }
}
