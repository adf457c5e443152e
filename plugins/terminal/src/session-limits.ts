// A demo's limits: its own, else the owner's defaults, else ours, and never above the maxima.
import type { SessionGrant } from '@shellfolio/protocol'
import type { DemoLimits } from './documents.ts'
import { GRACE_S, SESSION_MAXIMA } from './limits.ts'

const MIB = 1024 * 1024
const FALLBACK = { idleMinutes: 5, maxMinutes: 30, memoryMb: 512, diskMb: 100, processes: 64 }

/** Limits as the grant carries them: seconds and bytes, whole numbers of at least one. */
export const sessionLimits = (own: DemoLimits, defaults: DemoLimits): SessionGrant['limits'] => {
  const pick = (name: keyof typeof FALLBACK) => own?.[name] ?? defaults?.[name] ?? FALLBACK[name]
  const clamp = (value: number, max: number) => Math.max(1, Math.min(max, Math.round(value)))
  return {
    idleS: clamp(pick('idleMinutes') * 60, SESSION_MAXIMA.idleS),
    graceS: GRACE_S,
    maxS: clamp(pick('maxMinutes') * 60, SESSION_MAXIMA.maxS),
    memoryBytes: clamp(pick('memoryMb') * MIB, SESSION_MAXIMA.memoryBytes),
    diskBytes: clamp(pick('diskMb') * MIB, SESSION_MAXIMA.diskBytes),
    processes: clamp(pick('processes'), SESSION_MAXIMA.processes),
  }
}
