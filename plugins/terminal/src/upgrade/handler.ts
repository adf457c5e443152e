// The upgrade handler of /terminal/ws: decides alone, answers every refusal itself, hands accepted sockets to the relay.
import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { TerminalContext } from '../context.ts'
import { createDocuments } from '../documents.ts'
import { Refusal } from '../errors.ts'
import { UPGRADE_RATE } from '../limits.ts'
import { assertRoom } from '../mint.ts'
import { stopReading } from '../reading.ts'
import { refuseSocket } from '../refuse-socket.ts'
import type { RelayJob, TerminalRegistry } from '../registry.ts'
import type { TicketRecord } from '../tickets/store.ts'
import { hashTicket } from '../tickets/ticket.ts'
import { judgeHead } from './request.ts'

type Handle = NonNullable<TerminalRegistry['handle']>

/** How the visitor is known to the host, else by the socket's own address. */
const addressOf = (registry: TerminalRegistry, request: IncomingMessage, socket: Socket) =>
  registry.clientAddress?.(request) ?? socket.remoteAddress ?? ''

export const createUpgradeHandler = (
  context: TerminalContext,
  registry: TerminalRegistry,
): Handle => {
  const { settings, grants, upstream, hashAddress } = context

  /** Exactly one caller gets past this with a ticket. What was wrong with it is not told. */
  const takeTicket = async (ticket: string, origin: string, addressHash: string) => {
    const { limiter, tickets } = context.state()
    const verdict = await limiter.take(`upgrade:${addressHash}`, UPGRADE_RATE)
    if (!verdict.isAllowed) {
      throw new Refusal('rate-limited', { retryAfterS: verdict.retryAfterS })
    }
    const record = await tickets.take(hashTicket(ticket))
    if (!record || record.origin !== origin || record.addressHash !== addressHash) {
      throw new Refusal('signature-refused')
    }
    return record
  }

  /** Counts the session, once it is known that there is room for it. */
  const beginSession = async (record: TicketRecord) => {
    const { addressHash, demoSessions, grant } = record
    if (!registry.payload) throw new Refusal('service-unavailable')
    const global = await createDocuments(registry.payload, settings).terminal()
    if (!global.enabled) throw new Refusal('terminal-disabled')
    const key = { addressHash, demo: grant.demo.id }
    // No await between the check and the count.
    assertRoom(context.state(), global, { ...key, perDemo: demoSessions })
    return context.state().sessions.begin(key)
  }

  const authorise = async (request: IncomingMessage, socket: Socket) => {
    const head = judgeHead(request, { path: registry.path, origins: settings.origins })
    if ('code' in head) {
      refuseSocket(socket, head)
      return
    }
    const addressHash = hashAddress(addressOf(registry, request, socket))
    const { handOver } = registry
    if (!handOver) throw new Refusal('service-unavailable')
    const record = await takeTicket(head.ticket, head.origin, addressHash)
    const grant = await grants.session(record)
    const onEnded = await beginSession(record)
    if (socket.destroyed) {
      onEnded()
      return
    }
    // A browser is silent until the 101; bytes that came before it are somebody's attempt to smuggle.
    if (socket.readableLength > 0) {
      onEnded()
      throw new Refusal('bad-request')
    }
    const job: RelayJob = { upstream, key: head.key, grant, onEnded }
    handOver(job, socket)
  }

  return async (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    if (head.byteLength > 0) {
      refuseSocket(socket, { code: 'bad-request' })
      return
    }
    stopReading(socket)
    try {
      await authorise(request, socket)
    } catch (error) {
      if (error instanceof Refusal) {
        const { code, retryAfterS } = error
        refuseSocket(socket, {
          code,
          ...(retryAfterS === undefined ? {} : { headers: { 'Retry-After': String(retryAfterS) } }),
        })
        return
      }
      registry.payload?.logger.error({ err: error, msg: 'A terminal could not be authorised.' })
      refuseSocket(socket, { code: 'service-unavailable' })
    }
  }
}
