// Tells the CMS again and again that this service is there, and at the end that it leaves. Owns the one timer of that.
import {
  ANNOUNCE_EVERY_MS,
  ANNOUNCEMENT_AUDIENCE,
  ANNOUNCEMENT_ISSUER,
  ANNOUNCEMENT_TTL_S,
  type Announcement,
} from '@shellfolio/protocol'
import { SignJWT } from 'jose'
import { ANNOUNCE_JITTER, ANNOUNCE_TIMEOUT_MS } from '../limits.ts'

/** What changes from one announcement to the next. */
export type Facts = Omit<Announcement, 'id' | 'url' | 'atMs' | 'leaving'>

export type AnnouncerOptions = {
  /** Where the CMS takes announcements. */
  to: string
  /** Random for each start. */
  id: string
  /** Origin under which the CMS reaches this service. */
  url: string
  grantKey: string
  facts: () => Facts
  /** Heard once when announcements begin to fail, and once when they are taken again. */
  log: { warn: (message: string) => void; note: (message: string) => void }
  /** @default 5000 */
  everyMs?: number
  timeoutMs?: number
}

export type Announcer = {
  /** Ends the timer, waits for what is on its way, and says that this service leaves. Never rejects. Idempotent. */
  close: () => Promise<void>
}

/** Announces at once. */
export const startAnnouncer = (options: AnnouncerOptions): Announcer => {
  const { to, id, url, facts, log } = options
  const { everyMs = ANNOUNCE_EVERY_MS, timeoutMs = ANNOUNCE_TIMEOUT_MS } = options
  const key = new TextEncoder().encode(options.grantKey)
  let lastMs = 0
  let isFailing = false
  let timer: NodeJS.Timeout | undefined
  let sending: Promise<void> = Promise.resolve()
  let closing: Promise<void> | undefined

  const sign = (leaving: boolean): Promise<string> => {
    // Later than the one before, whatever the clock does.
    lastMs = Math.max(Date.now(), lastMs + 1)
    const service: Announcement = { ...facts(), id, url, leaving, atMs: lastMs }
    return new SignJWT({ service })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(ANNOUNCEMENT_ISSUER)
      .setAudience(ANNOUNCEMENT_AUDIENCE)
      .setIssuedAt()
      .setExpirationTime(`${ANNOUNCEMENT_TTL_S}s`)
      .sign(key)
  }

  /** @throws when it was not taken in time */
  const post = async (leaving: boolean) => {
    const headers = { authorization: `Bearer ${await sign(leaving)}` }
    const signal = AbortSignal.timeout(timeoutMs)
    const response = await fetch(to, { method: 'POST', headers, redirect: 'error', signal })
    await response.body?.cancel()
    if (!response.ok) throw new Error(`it answered ${response.status}`)
  }

  const announce = async (leaving: boolean) => {
    try {
      await post(leaving)
      if (isFailing) log.note('the CMS takes announcements again')
      isFailing = false
    } catch (error) {
      if (!isFailing) log.warn(`the CMS does not take announcements: ${reasonOf(error)}`)
      isFailing = true
    }
  }

  const run = () => {
    sending = announce(false).then(() => {
      if (closing) return
      const jitter = 1 + ANNOUNCE_JITTER * (2 * Math.random() - 1)
      timer = setTimeout(run, everyMs * jitter)
    })
  }

  run()
  return {
    close: () => {
      closing ??= (async () => {
        clearTimeout(timer)
        await sending
        await announce(true)
      })()
      return closing
    },
  }
}

/** In a word: what libraries hang on their errors may say more than is good for a log. */
const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown'
  const { cause } = error
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined
  return code ?? (error.name === 'Error' ? error.message : error.name)
}
