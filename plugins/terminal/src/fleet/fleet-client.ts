// All terminal services as if they were one: what is asked of a session goes to its service, what is asked of all to each.
import { workspaceKey } from '@shellfolio/protocol/workspace-key'
import type { Grants } from '../grants.ts'
import { asFailure, ServiceFailure } from '../service/failure.ts'
import {
  createServiceClient,
  type Running,
  type ServiceClient,
  type ServiceClientOptions,
} from '../service/service-client.ts'
import type { Sessions } from '../sessions/sessions.ts'
import type { Fleet } from './fleet.ts'
import type { KnownHost } from './host.ts'
import { isGivenUp } from './lost.ts'

export type FleetClientOptions = {
  internalUrl: string
  fleet: Pick<Fleet, 'urls' | 'known' | 'workshops' | 'problemOf' | 'isAllowed'>
  sessions: Pick<Sessions, 'find' | 'onServices'>
  grants: Pick<Grants, 'control'>
} & Pick<ServiceClientOptions, 'timeoutMs' | 'recordingTimeoutMs'>

type Answer<T> = { url: string; value: T } | { url: string; failure: ServiceFailure }

export const createFleetClient = (options: FleetClientOptions): ServiceClient => {
  const { internalUrl, fleet, sessions, grants, timeoutMs, recordingTimeoutMs } = options
  const closing = new AbortController()
  /** As the store said last: while it is away, services are asked all the same. */
  let remembered: { urls: string[]; known: KnownHost[] } = { urls: [internalUrl], known: [] }

  /** @throws {ServiceFailure} for an address that is not allowed, whoever wrote it into the store */
  const clientOf = (url: string): ServiceClient => {
    if (!fleet.isAllowed(url)) throw new ServiceFailure('unreachable')
    return createServiceClient({
      internalUrl: url,
      grants,
      closing,
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
      ...(recordingTimeoutMs === undefined ? {} : { recordingTimeoutMs }),
    })
  }

  /** Services that are there, and those that have sessions. */
  const everyone = async (): Promise<typeof remembered> => {
    try {
      const [there, known, busy] = await Promise.all([
        fleet.urls(),
        fleet.known(),
        sessions.onServices(),
      ])
      const urls = [...there, ...busy.keys()]
      remembered = { urls: [...new Set(urls)].filter(fleet.isAllowed), known }
      return remembered
    } catch {
      // Nobody is given up for what is not known.
      return { ...remembered, known: remembered.known.map((host) => ({ ...host, silentMs: 0 })) }
    }
  }

  const askEach = <T>(
    urls: readonly string[],
    work: (client: ServiceClient) => Promise<T>,
  ): Promise<Answer<T>[]> =>
    Promise.all(
      urls.map((url) =>
        work(clientOf(url)).then(
          (value) => ({ url, value }),
          (error: unknown) => ({ url, failure: asFailure(error) }),
        ),
      ),
    )

  const failuresOf = <T>(answers: readonly Answer<T>[]) =>
    answers.flatMap((answer) => ('failure' in answer ? [answer] : []))

  /**
   * The answer of the service that has the session, or had it: it is asked alone where it is known, else each is.
   * A falsy answer says that it has none such.
   */
  const atItsService = async <T>(
    sid: string,
    work: (client: ServiceClient) => Promise<T>,
    service?: string,
  ): Promise<T> => {
    const its = service ?? (await sessions.find(sid).catch(() => undefined))?.service
    if (its !== undefined) return work(clientOf(its))
    const { urls } = await everyone()
    const answers = await askEach(urls, work)
    const values = answers.flatMap((answer) => ('value' in answer ? [answer.value] : []))
    const found = values.find(Boolean)
    const [failed] = failuresOf(answers)
    // Who did not answer may be the one that has it.
    if (found === undefined && failed) throw failed.failure
    return found ?? (values[0] as T)
  }

  /** Does it on the first service that could. @throws {ServiceFailure} */
  const inWorkshop = async <T>(
    order: Parameters<ServiceClient['build']>[0],
    work: (client: ServiceClient) => Promise<T>,
  ): Promise<T> => {
    const urls = await fleet.workshops(workspaceKey(order)).catch(() => remembered.urls)
    for (const url of urls.length > 1 ? urls : []) {
      if ((await fleet.problemOf(url)) !== 'service-unavailable') return work(clientOf(url))
    }
    const [url] = urls
    if (url === undefined) throw new ServiceFailure('unreachable')
    return work(clientOf(url))
  }

  const sessionsOfAll = async (): Promise<Running> => {
    const { urls, known } = await everyone()
    const answers = await askEach(urls, (client) => client.sessions())
    const running = answers.flatMap((answer) => ('value' in answer ? [answer] : []))
    const failed = failuresOf(answers)
    const lost = failed.filter(({ url, failure }) =>
      isGivenUp(url, failure, { known, internalUrl }),
    )
    const [first] = failed
    if (first && running.length === 0 && lost.length === 0) throw first.failure
    return {
      sessions: running.flatMap(({ url, value }) =>
        value.sessions.map((session) => ({ ...session, service: url })),
      ),
      capacity: running.reduce((sum, { value }) => sum + value.capacity, 0),
      draining: running.length > 0 && running.every(({ value }) => value.draining),
      answered: running.map(({ url }) => url),
      silent: failed.map(({ url }) => url),
      lost: lost.map(({ url }) => url),
    }
  }

  return {
    sessions: async (service) =>
      service === undefined ? sessionsOfAll() : clientOf(service).sessions(),
    ended: async (seq, service) => {
      const [url = internalUrl] = service === undefined ? (await everyone()).urls : [service]
      return clientOf(url).ended(seq)
    },
    notify: (sid, text) => atItsService(sid, (client) => client.notify(sid, text)),
    end: (sid) => atItsService(sid, (client) => client.end(sid)),
    drain: async (service) => {
      if (service !== undefined) return clientOf(service).drain()
      const { urls } = await everyone()
      const [failed] = failuresOf(await askEach(urls, (client) => client.drain()))
      if (failed) throw failed.failure
    },
    build: (order) => inWorkshop(order, (client) => client.build(order)),
    smoke: (order) => inWorkshop(order, (client) => client.smoke(order)),
    recording: (sid, service) => atItsService(sid, (client) => client.recording(sid), service),
    removeRecording: (sid, service) =>
      atItsService(sid, (client) => client.removeRecording(sid), service),
    close: () => closing.abort(),
  }
}
