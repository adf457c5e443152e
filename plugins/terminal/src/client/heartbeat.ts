// Notices a connection that is gone without saying so: asks every 15 s, and gives up after 45 s of silence.
import type { Clock } from './clock.ts'
import { PING_EVERY_MS, PROBE_MS, SILENT_AFTER_MS } from './limits.ts'

export type Heartbeat = {
  heard: () => void
  ping: () => void
  /** Has to be answered soon: the machine slept, or changed networks. */
  probe: () => void
  stop: () => void
}

export type HeartbeatOptions = {
  clock: Clock
  /** `time`: milliseconds, as the frame carries them. */
  ping: (time: number) => void
  onSilence: () => void
}

export const createHeartbeat = ({ clock, ping, onSilence }: HeartbeatOptions): Heartbeat => {
  let heardMs = clock.now()
  let cancel: () => void
  let cancelProbe: (() => void) | undefined
  let isStopped = false

  const stop = () => {
    isStopped = true
    cancel()
    cancelProbe?.()
  }
  const fail = () => {
    stop()
    onSilence()
  }
  const send = () => ping(Math.floor(clock.now()) >>> 0)
  const beat = () => {
    cancel = clock.after(PING_EVERY_MS, () => {
      if (clock.now() - heardMs > SILENT_AFTER_MS) return fail()
      send()
      beat()
    })
  }
  beat()
  return {
    heard: () => {
      heardMs = clock.now()
      cancelProbe?.()
      cancelProbe = undefined
    },
    ping: send,
    probe: () => {
      if (isStopped || cancelProbe) return
      cancelProbe = clock.after(PROBE_MS, fail)
      send()
    },
    stop,
  }
}
