// What runs now and how full it is, for whoever may operate terminals.
import type { PayloadRequest } from 'payload'
import type { TerminalContext } from './context.ts'
import { type HostView, offered } from './fleet/fleet.ts'
import type { Running } from './service/service-client.ts'

export type TerminalOverview = {
  /** The owner's switch. */
  enabled: boolean
  /** As many as the owner wants, and as the services take. */
  capacity: number
  /** Visitors in the queue. */
  waiting: number
  /** The services; none while nobody knows. */
  hosts: HostView[]
  /** What runs on all of them together; absent while none answers. */
  service?: Running
}

/** Whoever asks must have been let in: nothing is checked here. */
export const overviewOf = async (
  context: TerminalContext,
  { payload }: Pick<PayloadRequest, 'payload'>,
): Promise<TerminalOverview> => {
  const { documents, state } = context.mintContext(payload)
  const { enabled, capacity: wanted } = await documents.terminal()
  const [service, { places }, hosts] = await Promise.all([
    state.service.sessions().catch(() => undefined),
    state.queue.view().catch(() => ({ places: [] })),
    state.fleet.hosts().catch(() => []),
  ])
  const capacity = hosts.length > 0 ? offered(wanted, hosts) : wanted
  const waiting = places.length
  return { enabled, capacity, waiting, hosts, ...(service ? { service } : {}) }
}
