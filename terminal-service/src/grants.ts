// Which launches are believed: those signed by the CMS, for this service, seconds old, and seen for the first time.
import {
  CONTROL_AUDIENCE,
  type ControlGrant,
  GRANT_ISSUER,
  GRANT_TTL_S,
  isNotice,
  MODES,
  SESSION_AUDIENCE,
  type SessionGrant,
  TOOLCHAINS,
} from '@shellfolio/protocol'
import { type JWTPayload, jwtVerify } from 'jose'
import { z } from 'zod'
import { CLOCK_TOLERANCE_S, MAX_RULES, MAX_SUGGESTIONS, SESSION_MAXIMA } from './limits.ts'

/** Ids are UUIDs; longer ones would be a way to fill our memory. */
const MAX_ID_CHARS = 64

const limit = (max: number) =>
  z
    .number()
    .int()
    .positive()
    .transform((value) => Math.min(value, max))

/** A folder inside the project: relative, without a way up. */
const workdir = z
  .string()
  .max(1024)
  .refine(
    (path) => !path.startsWith('/') && !path.includes('\0') && !path.split('/').includes('..'),
  )

const sid = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)

const project = z.object({
  demo: z.object({
    id: z.string().min(1).max(128),
    title: z.string().max(500),
    workdir: workdir.transform((path) => path || '.'),
    build: z.string().max(4000),
    toolchain: z.enum(TOOLCHAINS),
    welcome: z.string().max(8000),
    env: z.record(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,63}$/), z.string().max(4000)),
    mode: z.enum(MODES),
    rules: z
      .array(z.object({ program: z.string().min(1).max(200), argument: z.string().max(500) }))
      .max(MAX_RULES),
    commands: z
      .array(
        z.object({
          label: z.string().max(500),
          command: z.string().max(4000),
          expect: z.string().max(500).optional(),
        }),
      )
      .max(MAX_SUGGESTIONS),
    flags: z.object({ loopback: z.boolean(), debug: z.boolean() }),
  }),
  archive: z.object({
    url: z.url({ protocol: /^https?$/ }),
    token: z.string().min(1).max(4096).optional(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    bytes: z.number().int().positive(),
    format: z.enum(['zip', 'tar.gz']),
  }),
  limits: z.object({
    idleS: limit(SESSION_MAXIMA.idleS),
    maxS: limit(SESSION_MAXIMA.maxS),
    graceS: z
      .number()
      .int()
      .nonnegative()
      .transform((value) => Math.min(value, SESSION_MAXIMA.graceS)),
    memoryBytes: limit(SESSION_MAXIMA.memoryBytes),
    diskBytes: limit(SESSION_MAXIMA.diskBytes),
    processes: limit(SESSION_MAXIMA.processes),
  }),
})

const session = project.extend({
  sid,
  role: z.enum(['controller', 'observer']),
  attach: z.boolean(),
  record: z.boolean(),
})

const control = z.discriminatedUnion('action', [
  project.extend({ action: z.enum(['builds', 'smoke']) }),
  z.object({ action: z.enum(['sessions', 'ended', 'metrics', 'drain']) }),
  z.object({ action: z.enum(['end', 'recording']), sid }),
  z.object({ action: z.literal('notify'), sid, text: z.string().refine(isNotice) }),
])

export class GrantVerifier {
  readonly #key: Uint8Array
  /** Ids of grants that were used, and when they would have expired anyway, in seconds. */
  readonly #used = new Map<string, number>()

  constructor(key: string) {
    this.#key = new TextEncoder().encode(key)
  }

  /** The grant with its limits cut to our maxima; `undefined` for anything else. Each is worth one connection. */
  async takeSession(token: string): Promise<SessionGrant | undefined> {
    const claims = await this.#claims(token, SESSION_AUDIENCE)
    const parsed = session.safeParse(claims?.grant)
    return claims && parsed.success && this.#isFresh(claims) ? parsed.data : undefined
  }

  /** What the bearer may do, once; `undefined` for anything that is not signed for this service's control. */
  async takeControl(token: string): Promise<ControlGrant | undefined> {
    const claims = await this.#claims(token, CONTROL_AUDIENCE)
    const parsed = control.safeParse(claims?.control)
    return claims && parsed.success && this.#isFresh(claims) ? parsed.data : undefined
  }

  /** Seconds old and seen for the first time; remembers it. */
  #isFresh({ jti, exp }: JWTPayload): boolean {
    const nowS = Date.now() / 1000
    const expiresS = exp ?? 0
    const isLongLived = expiresS > nowS + GRANT_TTL_S + CLOCK_TOLERANCE_S
    if (isLongLived || !jti || jti.length > MAX_ID_CHARS || this.#used.has(jti)) return false
    for (const [id, untilS] of this.#used) if (untilS < nowS) this.#used.delete(id)
    this.#used.set(jti, expiresS + CLOCK_TOLERANCE_S + 1)
    return true
  }

  async #claims(token: string, audience: string): Promise<JWTPayload | undefined> {
    try {
      const { payload } = await jwtVerify(token, this.#key, {
        algorithms: ['HS256'],
        issuer: GRANT_ISSUER,
        audience,
        clockTolerance: CLOCK_TOLERANCE_S,
        requiredClaims: ['exp', 'jti'],
      })
      return payload
    } catch {
      return undefined
    }
  }
}
