// Which launches are believed: those signed by the CMS, for this service, seconds old, and seen for the first time.
import {
  GRANT_ISSUER,
  GRANT_TTL_S,
  SESSION_AUDIENCE,
  type SessionGrant,
  TOOLCHAINS,
} from '@shellfolio/protocol'
import { jwtVerify } from 'jose'
import { z } from 'zod'
import { CLOCK_TOLERANCE_S, SESSION_MAXIMA } from './limits.ts'

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

const schema = z.object({
  sid: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  role: z.enum(['controller', 'observer']),
  demo: z.object({
    id: z.string().min(1).max(128),
    title: z.string().max(500),
    workdir: workdir.transform((path) => path || '.'),
    build: z.string().max(4000),
    toolchain: z.enum(TOOLCHAINS),
    welcome: z.string().max(8000),
    env: z.record(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,63}$/), z.string().max(4000)),
  }),
  archive: z.object({
    url: z.url({ protocol: /^https?$/ }),
    token: z.string().min(1).max(4096),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    bytes: z.number().int().positive(),
    format: z.enum(['zip', 'tar.gz']),
  }),
  limits: z.object({
    idleS: limit(SESSION_MAXIMA.idleS),
    maxS: limit(SESSION_MAXIMA.maxS),
    memoryBytes: limit(SESSION_MAXIMA.memoryBytes),
    diskBytes: limit(SESSION_MAXIMA.diskBytes),
    processes: limit(SESSION_MAXIMA.processes),
  }),
})

export class GrantVerifier {
  readonly #key: Uint8Array
  /** Ids of grants that were used, and when they would have expired anyway, in seconds. */
  readonly #used = new Map<string, number>()

  constructor(key: string) {
    this.#key = new TextEncoder().encode(key)
  }

  /** The grant with its limits cut to our maxima; `undefined` for anything else. Each is worth one session. */
  async take(token: string): Promise<SessionGrant | undefined> {
    const claims = await this.#claims(token)
    const parsed = schema.safeParse(claims?.grant)
    if (!claims || !parsed.success) return undefined
    const nowS = Date.now() / 1000
    const expiresS = claims.exp ?? 0
    const isLongLived = expiresS > nowS + GRANT_TTL_S + CLOCK_TOLERANCE_S
    if (isLongLived || this.#used.has(parsed.data.sid)) return undefined
    for (const [sid, untilS] of this.#used) if (untilS < nowS) this.#used.delete(sid)
    this.#used.set(parsed.data.sid, expiresS + CLOCK_TOLERANCE_S + 1)
    return parsed.data
  }

  async #claims(token: string) {
    try {
      const { payload } = await jwtVerify(token, this.#key, {
        algorithms: ['HS256'],
        issuer: GRANT_ISSUER,
        audience: SESSION_AUDIENCE,
        clockTolerance: CLOCK_TOLERANCE_S,
        requiredClaims: ['exp'],
      })
      return payload
    } catch {
      return undefined
    }
  }
}
