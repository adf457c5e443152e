// The terminal services of this CMS: who announced themselves, who may be asked, and who is best. Without any, the one of
// the configuration.
import type { Announcement } from '@shellfolio/protocol'
import { createHealth, type HealthReport, type Unavailability } from '../health.ts'
import type { ServiceFailure } from '../service/failure.ts'
import type { Sessions } from '../sessions/sessions.ts'
import { allowList } from './allow.ts'
import { type Choice, isOpen, type Load, rank } from './choose.ts'
import { type Announcements, isAlive, type KnownHost } from './host.ts'
import { isGivenUp } from './lost.ts'

/** A service as operators see it. */
export type HostView = {
  /** Of its start; empty for the one of the configuration. */
  id: string
  url: string
  /** `undefined`: it does not say. */
  capacity: number | undefined
  running: number | undefined
  draining: boolean
  /** How it confines programs; `undefined`: not at all, so it runs none. */
  sandbox: string | undefined
}

export type Choices = {
  /** The best first. */
  choices: Choice[]
  /** Why there is none. */
  problem: Unavailability
  /** Sessions that run somewhere without holding a place. */
  unplaced: number
}

/** Methods reject when the store does not answer. */
export type Fleet = {
  /** Whether the CMS may be pointed there. */
  isAllowed: (url: string) => boolean
  /** Whether a service may say that it is there. */
  isAnnounceable: (url: string) => boolean
  /** Keeps what a service says of itself; the caller has verified who says it. `false`: it is old news. */
  announce: (said: Announcement) => Promise<boolean>
  /** Addresses of the services that are there now. */
  urls: () => Promise<string[]>
  /** The same with what they say, for those who look on. */
  hosts: () => Promise<HostView[]>
  /** Services that could take a session of the project, or of any. */
  choices: (workspace?: string) => Promise<Choices>
  /** Services that could try the project, full or not, the best first. */
  workshops: (workspace: string) => Promise<string[]>
  /** What speaks against `url` right now: asked, not remembered. */
  problemOf: (url: string) => Promise<Unavailability | undefined>
  /** Whether a session could be started now, and if not, why. */
  check: () => Promise<Unavailability | undefined>
  /** All that announced themselves within memory, silent ones too. */
  known: () => Promise<KnownHost[]>
  /** Whether the service at `url`, which failed so, is given up with all that ran there. */
  isGivenUp: (url: string, failure: ServiceFailure) => Promise<boolean>
}

export type FleetOptions = {
  /** Origin of the service that is there when none has announced itself. */
  internalUrl: string
  /** Addresses that may be announced, see {@link allowList}. */
  allow: readonly string[]
  announcements: Announcements
  sessions: Pick<Sessions, 'list' | 'onServices'>
}

/** Enough for everybody, and a number for Redis. */
const UNBOUNDED = Number.MAX_SAFE_INTEGER
const MAX_HEALTHS = 64

/** How many sessions there may be: as many as the owner wants, and as the services take. */
export const offered = (wanted: number, hosts: readonly HostView[]): number =>
  Math.min(
    wanted,
    hosts.reduce((sum, { capacity = UNBOUNDED }) => sum + capacity, 0),
  )

/** Why nobody is served, of what was said against each service: to be full is what waiting mends. */
export const reasonFor = (
  reasons: readonly Unavailability[],
  otherwise: Unavailability,
): Unavailability =>
  reasons.includes('terminal-full') ? 'terminal-full' : (reasons[0] ?? otherwise)

/** @throws {Error} for a list of addresses that makes no sense */
export const createFleet = (options: FleetOptions): Fleet => {
  const { internalUrl, announcements, sessions } = options
  const mayAnnounce = allowList(options.allow, internalUrl)
  const healths = new Map<string, ReturnType<typeof createHealth>>()

  const healthOf = (url: string): Promise<HealthReport> => {
    if (healths.size >= MAX_HEALTHS) healths.clear()
    const health = healths.get(url) ?? createHealth(url)
    healths.set(url, health)
    return health.look()
  }
  const problemOf = async (url: string) => (await healthOf(url)).problem

  /** An address that was allowed once need not be now. */
  const known = async () => (await announcements.list()).filter(({ url }) => mayAnnounce(url))
  const alive = async () => (await known()).filter(isAlive)

  const loadsOf = async (hosts: readonly KnownHost[]): Promise<Load[]> => {
    const places = await sessions.list()
    return hosts.map((host) => ({
      ...host,
      placed: places.filter(({ service }) => service === host.url).length,
    }))
  }

  /** Of `running` sessions, those that hold no place: the store has lost it, or another CMS has it. */
  const unplacedOf = async (url: string, running: number): Promise<number> =>
    Math.max(0, running - ((await sessions.onServices()).get(url) ?? 0))

  const onlyOne = async (): Promise<Choices> => {
    const { problem, running = 0, capacity = UNBOUNDED } = await healthOf(internalUrl)
    if (problem) return { choices: [], problem, unplaced: 0 }
    // What it said is a second old: enough to keep its own bound, not to narrow the owner's.
    const room = capacity - (await unplacedOf(internalUrl, running))
    const choices = room > 0 ? [{ url: internalUrl, room }] : []
    return { choices, problem: 'terminal-full', unplaced: 0 }
  }

  const choices: Fleet['choices'] = async (workspace) => {
    const hosts = await alive()
    if (hosts.length === 0) return onlyOne()
    const problem = hosts.some(isOpen)
      ? 'terminal-full'
      : hosts.every(({ sandbox }) => sandbox === undefined)
        ? 'sandbox-unavailable'
        : 'service-unavailable'
    const unplaced = hosts.reduce((sum, host) => sum + host.unplaced, 0)
    return { choices: rank(await loadsOf(hosts), workspace), problem, unplaced }
  }

  return {
    isAllowed: (url) => url === internalUrl || mayAnnounce(url),
    isAnnounceable: mayAnnounce,
    announce: async (said) => {
      const unplaced = await unplacedOf(said.url, said.running)
      return announcements.put({ ...said, unplaced })
    },
    urls: async () => {
      const hosts = await alive()
      return hosts.length > 0 ? hosts.map(({ url }) => url) : [internalUrl]
    },
    hosts: async () => {
      const hosts = await alive()
      if (hosts.length > 0) {
        const views = hosts.map(({ id, url, capacity, running, draining, sandbox }) => {
          return { id, url, capacity, running, draining, sandbox }
        })
        return views.sort((a, b) => (a.url < b.url ? -1 : 1))
      }
      const { capacity, running, draining = false, sandbox } = await healthOf(internalUrl)
      return [{ id: '', url: internalUrl, capacity, running, draining, sandbox }]
    },
    choices,
    workshops: async (workspace) => {
      const hosts = await alive()
      if (hosts.length === 0) return [internalUrl]
      // A full one builds as well: what is tried takes no place.
      const loads = (await loadsOf(hosts)).map((load) => ({ ...load, unplaced: 0, placed: 0 }))
      return rank(loads, workspace).map(({ url }) => url)
    },
    problemOf,
    check: async () => {
      const { choices: all, problem } = await choices()
      const reasons: Unavailability[] = []
      for (const { url } of all) {
        const against = await problemOf(url)
        if (!against) return undefined
        reasons.push(against)
      }
      return reasonFor(reasons, problem)
    },
    known,
    isGivenUp: async (url, failure) =>
      isGivenUp(url, failure, { known: await known(), internalUrl }),
  }
}
