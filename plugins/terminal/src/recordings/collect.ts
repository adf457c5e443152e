// Fetches what was recorded of visitors once their sessions are over, and forgets what was never saved or never came to be.
import type { Payload } from 'payload'
import type { Documents } from '../documents.ts'
import { LOST_RECORDING_MS, MISSING_RECORDING_MS, UNSAVED_RECORDING_MS } from '../limits.ts'
import { ServiceFailure } from '../service/failure.ts'
import type { ServiceClient } from '../service/service-client.ts'
import { type Cast, CastError, parseCast } from './asciicast.ts'
import type { PendingRecording, PendingRecordings } from './pending.ts'
import { storeRecording } from './store.ts'

const DAY_MS = 24 * 60 * 60 * 1000

export type CollectParts = {
  payload: Payload
  /** Slug of the demos' collection. */
  demos: string
  documents: Pick<Documents, 'anyDemo' | 'terminal'>
  pending: PendingRecordings
  service: Pick<ServiceClient, 'sessions' | 'recording' | 'removeRecording'>
  /** Before each recording: a poster may take seconds. */
  onStep?: () => Promise<void>
  /** Milliseconds since 1970; tests move it. */
  now?: () => number
}

/** `undefined`: the service has none. `refused`: it has one that cannot be kept. */
const fetchCast = async (
  { service, payload }: CollectParts,
  { session, service: its }: PendingRecording,
): Promise<Cast | 'refused' | undefined> => {
  try {
    const text = await service.recording(session, its)
    return text === undefined ? undefined : parseCast(text)
  } catch (error) {
    const isRefused =
      error instanceof CastError || (error instanceof ServiceFailure && error.kind === 'nonsense')
    if (!isRefused) throw error
    payload.logger.warn({ msg: 'A recording cannot be kept.', sid: session, why: error.message })
    return 'refused'
  }
}

const titleOf = async ({ documents }: CollectParts, { demo, startedAtMs }: PendingRecording) => {
  const found = await documents.anyDemo(demo).catch(() => undefined)
  const at = new Date(startedAtMs).toISOString().slice(0, 16).replace('T', ' ')
  return `${(found?.title ?? 'Demo').slice(0, 150)}, ${at} UTC`
}

const keep = async (parts: CollectParts, recording: PendingRecording, cast: Cast, now: number) => {
  const { payload, demos, documents } = parts
  const { replay } = await documents.terminal()
  await storeRecording(payload, demos, {
    ...recording,
    title: await titleOf(parts, recording),
    cast,
    expiresAt: new Date(now + replay.days * DAY_MS),
  })
}

/** The document comes first, then what would find it again: whatever breaks in between is done once more. */
const settle = async (parts: CollectParts, recording: PendingRecording, now: number) => {
  const { service, pending } = parts
  const { session, kind, service: its, missingSinceMs, startedAtMs } = recording
  if (kind === 'demo') {
    if (now - startedAtMs < UNSAVED_RECORDING_MS) return
  } else {
    const cast = await fetchCast(parts, recording)
    if (cast === undefined) {
      // That the others have none says nothing of the one that has it, and may be away.
      if (its === undefined) {
        if (now - startedAtMs > LOST_RECORDING_MS) await pending.remove(session)
        return
      }
      // Its last lines may be on their way to the disk.
      if (missingSinceMs === undefined) await pending.add({ ...recording, missingSinceMs: now })
      else if (now - missingSinceMs >= MISSING_RECORDING_MS) await pending.remove(session)
      return
    }
    if (cast !== 'refused') await keep(parts, recording, cast, now)
  }
  await service.removeRecording(session, its)
  await pending.remove(session)
}

/**
 * One after the other; what fails holds up none of the others. Nothing is lost, it is asked again next time.
 *
 * @throws {ServiceFailure} when a service does not answer, or else what failed first
 */
export const collectRecordings = async (parts: CollectParts): Promise<void> => {
  const { pending, service, onStep, now = Date.now } = parts
  const waiting = await pending.list()
  if (waiting.length === 0) return
  const { sessions } = await service.sessions()
  const running = new Set(sessions.map(({ sid }) => sid))
  const failures: unknown[] = []
  for (const recording of waiting) {
    if (running.has(recording.session)) {
      // Its service was asked while it was on its way there: that said nothing of its end.
      if (recording.missingSinceMs !== undefined) {
        await pending.add({ ...recording, missingSinceMs: undefined })
      }
      continue
    }
    await onStep?.()
    try {
      await settle(parts, recording, now())
    } catch (error) {
      failures.push(error)
      // A service has forgotten what is so old, if it ever comes back.
      const isLost = now() - recording.startedAtMs > LOST_RECORDING_MS
      if (isLost && error instanceof ServiceFailure) {
        await pending.remove(recording.session).catch((again) => failures.push(again))
      }
    }
  }
  if (failures.length === 0) return
  // A service that is away says less than what else went wrong.
  throw failures.find((error) => !(error instanceof ServiceFailure)) ?? failures[0]
}
