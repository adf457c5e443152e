// What the page of live sessions shows: the shape of the endpoint's answer, and how its figures read. Pure.

export type SessionRow = {
  sid: string
  title: string
  state: 'starting' | 'live' | 'detached' | 'ending'
  /** ISO 8601. */
  startedAt: string
  idleMs: number
  viewers: number
  bytesOut: number
  usage?: { memoryBytes: number; cpuMs: number; processes: number } | undefined
}

/** A terminal service that is there. */
export type HostRow = {
  /** Of its start; empty for one that did not announce itself. */
  id: string
  url: string
  capacity?: number
  running?: number
  draining: boolean
  /** How it confines programs; absent: not at all, so it runs none. */
  sandbox?: string
}

export type Overview = {
  /** The owner's switch. */
  enabled: boolean
  capacity: number
  /** Visitors in the queue. */
  waiting: number
  hosts: HostRow[]
  /** `undefined` while the service does not answer. */
  service?: { draining: boolean; sessions: SessionRow[]; silent?: string[] } | undefined
}

const MINUTE_S = 60
const HOUR_S = 60 * MINUTE_S
const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** For instance `42 sec`, `12 min`, `1.5 hr`, in the words of `locale`. */
export const duration = (ms: number, locale: string): string => {
  const seconds = Math.max(0, Math.round(ms / 1000))
  const [value, unit] =
    seconds < MINUTE_S
      ? [seconds, 'second']
      : seconds < HOUR_S
        ? [seconds / MINUTE_S, 'minute']
        : [seconds / HOUR_S, 'hour']
  const maximumFractionDigits = unit === 'hour' ? 1 : 0
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits }).format(value)
}

/** For instance `3.4 MB`; a kilobyte has 1000 bytes. */
export const bytes = (count: number, locale: string): string => {
  const step = count < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(count) / 3))
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: UNITS[step],
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step > 1 ? 1 : 0,
  }).format(count / 1000 ** step)
}
