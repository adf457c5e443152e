// The upgrade handler of /terminal/ws: decides alone, answers every refusal itself, hands accepted sockets to the relay.
import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { TerminalContext } from '../context.ts'
import { createDocuments } from '../documents.ts'
import { Refusal } from '../errors.ts'
import { UPGRADE_RATE } from '../limits.ts'
import { stopReading } from '../reading.ts'
import { createPending } from '../recordings/pending.ts'
import { refuseSocket } from '../refuse-socket.ts'
import type { RelayJob, TerminalRegistry } from '../registry.ts'
import type { TicketRecord } from '../tickets/store.ts'
import { hashTicket } from '../tickets/ticket.ts'
import { judgeHead } from './request.ts'

type Handle = NonNullable<TerminalRegistry['handle']>

/** How the visitor is known to the host, else by the socket's own address. */
const addressOf = (registry: TerminalRegistry, request: IncomingMessage, socket: Socket) =>
  registry.clientAddress?.(request) ?? socket.remoteAddress ?? ''

const isObserver = ({ role }: TicketRecord['grant']) => role === 'observer'

export const createUpgradeHandler = (
  context: TerminalContext,
  registry: TerminalRegistry,
): Handle => {
  const { settings, grants, upstreamOf, hashAddress } = context

  /** The place of a ticket that starts nothing after all. One that joins holds none: its session has it. */
  const giveBack = async ({ grant, recording }: TicketRecord) => {
    if (grant.attach) return
    const { sessions } = context.state()
    // What cannot be given back lapses.
    await sessions.release(grant.sid).catch(() => undefined)
    if (!recording || !registry.payload) return
    await createPending(registry.payload)
      .remove(grant.sid)
      .catch(() => undefined)
  }

  /** Exactly one caller gets past this with a ticket. What was wrong with it is not told. */
  const takeTicket = async (ticket: string, origin: string, addressHash: string) => {
    const { limiter, tickets } = context.state()
    const verdict = await limiter.take(`upgrade:${addressHash}`, UPGRADE_RATE)
    if (!verdict.isAllowed) {
      throw new Refusal('rate-limited', { retryAfterS: verdict.retryAfterS })
    }
    const record = await tickets.take(hashTicket(ticket))
    if (!record) throw new Refusal('signature-refused')
    if (record.origin !== origin || record.addressHash !== addressHash) {
      await giveBack(record)
      throw new Refusal('signature-refused')
    }
    return record
  }

  /** Makes a lease of the place that was reserved with the ticket, or extends that of the session to be joined. */
  const begin = async ({ grant, operator }: TicketRecord) => {
    if (!registry.payload) throw new Refusal('service-unavailable')
    const { enabled } = await createDocuments(registry.payload, settings).terminal()
    if (!enabled) throw new Refusal('terminal-disabled')
    const { sessions, rechecks } = context.state()
    // The login may have ended since the ticket was made.
    if (operator && !(await rechecks.ask(operator))) throw new Refusal('not-allowed')
    // Who looks on neither takes a place nor prolongs one.
    const isHeld = isObserver(grant)
      ? (await sessions.find(grant.sid)) !== undefined
      : await sessions.begin(grant.sid)
    if (!isHeld) throw new Refusal(grant.attach ? 'session-gone' : 'signature-refused')
  }

  /** What is recorded has to be found: who cannot be remembered does not begin. */
  const remember = async ({ grant, service, recording }: TicketRecord) => {
    if (!recording) return
    if (!registry.payload) throw new Refusal('service-unavailable')
    await createPending(registry.payload).add({
      session: grant.sid,
      demo: grant.demo.id,
      kind: recording,
      service,
      startedAtMs: Date.now(),
    })
  }

  const jobFor = async (record: TicketRecord, socket: Socket, key: string): Promise<RelayJob> => {
    const upstream = upstreamOf(record.service)
    // Addresses that the owner has taken off the list since.
    if (!upstream) throw new Refusal(record.grant.attach ? 'session-gone' : 'service-unavailable')
    const grant = await grants.session(record)
    await begin(record)
    await remember(record)
    // A browser is silent until the 101; bytes that came before it are somebody's attempt to smuggle.
    if (socket.readableLength > 0) throw new Refusal('bad-request')
    return { upstream, key, grant }
  }

  /** From here on `socket` is the relay's, and whoever has to hear of its end does. */
  const handOver = (job: RelayJob, { grant, operator }: TicketRecord, socket: Socket) => {
    const { watcher, rechecks } = context.state()
    const grip = operator && rechecks.hold(operator)
    // The visitor's own relay may be on its way still: an observer's end says nothing of the session.
    const isVisitors = !isObserver(grant)
    if (isVisitors) watcher.wake()
    const onEnded = () => {
      grip?.release()
      if (isVisitors) watcher.hasLeft(grant.sid)
    }
    registry.handOver?.({ ...job, ...(grip ? { signal: grip.signal } : {}), onEnded }, socket)
  }

  const authorise = async (request: IncomingMessage, socket: Socket) => {
    const head = judgeHead(request, { path: registry.path, origins: settings.origins })
    if ('code' in head) {
      refuseSocket(socket, head)
      return
    }
    const addressHash = hashAddress(addressOf(registry, request, socket))
    if (!registry.handOver) throw new Refusal('service-unavailable')
    const record = await takeTicket(head.ticket, head.origin, addressHash)
    try {
      const job = await jobFor(record, socket, head.key)
      if (socket.destroyed) await giveBack(record)
      else handOver(job, record, socket)
    } catch (error) {
      await giveBack(record)
      throw error
    }
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
