// The line to a session: does what the life of a connection asks for, and tells it what comes of it.
import { CLOSE, type QueuePosition } from '@shellfolio/protocol'
import { createAnnouncer } from './announcer.ts'
import type { LaunchAnswer } from './launch-request.ts'
import { step } from './life.ts'
import type { Life, LifeEffect, LifeEvent, WayBack } from './life-events.ts'
import { PLACE_NEWS_EVERY_MS } from './limits.ts'
import type { QueueAnswer } from './queue.ts'
import { createSession, type Session, type SessionPorts, type Size } from './session.ts'
import { ASKING, isOver, type Phase } from './terminal-state.ts'
import { toWatcher } from './watcher-words.ts'

export type Socket = {
  send: (message: Uint8Array<ArrayBuffer>) => void
  close: (code: number) => void
}

export type SocketEvents = {
  opened: () => void
  received: (message: Uint8Array) => void
  /** Once; nothing is heard afterwards. */
  closed: (code: number) => void
}

export type LinePorts = Pick<SessionPorts, 'clock' | 'isWatcher' | 'write' | 'reset' | 'watch'> & {
  /** At least 0, below 1. */
  random: () => number
  /** Asks for a launch, or for the way back into a session. */
  ask: (wayBack: WayBack | undefined, signal: AbortSignal) => Promise<LaunchAnswer>
  follow: (
    place: string,
    onPosition: (position: QueuePosition) => void,
    signal: AbortSignal,
  ) => Promise<QueueAnswer>
  /** @throws where the browser does not let the page open a WebSocket */
  open: (url: string, ticket: string, events: SocketEvents) => Socket
  /** Size of the emulator. */
  size: () => Size
  show: (phase: Phase) => void
}

export type Line = Pick<Session, 'input' | 'resize' | 'ask'> & {
  tell: (event: Extract<LifeEvent, { on: 'awake' | 'end' | 'left' | 'refused' }>) => void
  /** Beside what is shown now. */
  say: (message: string) => void
  /** Whether there ever was a connection, and so something on the screen. */
  hasBegun: () => boolean
  dispose: () => void
}

const CANNOT_CONNECT = 'This browser does not let the page open a terminal.'

/** Asks at once. */
export const openLine = (ports: LinePorts): Line => {
  const { clock } = ports
  let life: Life = { at: 'asking' }
  let phase: Phase = ASKING
  let underWay = new AbortController()
  let socket: Socket | undefined
  let hasBegun = false
  let canExtend = false
  let others = 0
  /** Once it is known that the session is recorded. */
  let recorded: Pick<Phase, 'isRecorded' | 'session'> = {}
  let isDisposed = false
  let cancelTimer: (() => void) | undefined

  const announcer = createAnnouncer(ports.show, PLACE_NEWS_EVERY_MS, clock)
  const show = (next: Phase) => {
    const isLive = next.state === 'running' || next.state === 'reconnecting'
    const lasting = { ...(canExtend ? { canExtend } : {}), ...(others > 0 ? { others } : {}) }
    const told = {
      ...next,
      ...(isLive ? lasting : {}),
      ...(isOver(next) ? {} : recorded),
    }
    phase = ports.isWatcher ? toWatcher(told) : told
    announcer.show(phase)
  }
  const session = createSession({
    ...ports,
    onLife: (event) => dispatch(event),
    onNews: ({ canExtend: may, others: count, ...news }) => {
      canExtend = may ?? canExtend
      others = count ?? others
      const { canExtend: _, others: __, ...shown } = phase
      show({ ...shown, ...news })
    },
  })
  const drop = () => {
    session.detach()
    underWay.abort()
    underWay = new AbortController()
    socket?.close(CLOSE.ended)
    socket = undefined
  }

  /** Runs a request; what it answers counts only while nothing has taken its place. */
  const request = async (work: (signal: AbortSignal) => Promise<LaunchAnswer | QueueAnswer>) => {
    const { signal } = underWay
    const { is, ...rest } = await work(signal)
    if (!signal.aborted) dispatch({ on: is, ...rest } as LifeEvent)
  }
  const open = (url: string, ticket: string) => {
    const { signal } = underWay
    const whileOpen =
      <T extends unknown[]>(work: (...given: T) => void) =>
      (...given: T) => {
        if (!signal.aborted) work(...given)
      }
    try {
      socket = ports.open(url, ticket, {
        opened: whileOpen(() => dispatch({ on: 'opened' })),
        received: whileOpen(session.received),
        closed: whileOpen((code) => {
          socket = undefined
          session.detach()
          dispatch({ on: 'lost', code })
        }),
      })
    } catch {
      dispatch({
        on: 'refused',
        phase: { state: 'failed', message: CANNOT_CONNECT },
        isFinal: true,
      })
    }
  }
  const perform = (effect: LifeEffect) => {
    switch (effect.do) {
      case 'ask':
        return void request((signal) => ports.ask(effect.wayBack, signal))
      case 'follow': {
        const tell = (position: QueuePosition) => dispatch({ on: 'position', ...position })
        return void request((signal) => ports.follow(effect.place, tell, signal))
      }
      case 'open':
        return open(effect.url, effect.ticket)
      case 'greet': {
        hasBegun = true
        const to = socket
        return session.greet(ports.size(), (message) => to?.send(message))
      }
      case 'probe':
        return session.probe()
      case 'bye':
        if (!session.ask('close')) dispatch({ on: 'lost', code: CLOSE.ended })
        return
      case 'drop':
        return drop()
      case 'show':
        return show(effect.phase)
    }
  }
  const dispatch = (event: LifeEvent) => {
    if (isDisposed) return
    if (event.on === 'ticket' && event.ticket.recorded) {
      recorded = { isRecorded: true, session: event.ticket.session }
    }
    const moment = { nowMs: clock.now(), random: ports.random() }
    const { life: next, effects, waitMs } = step(life, event, moment)
    if (next !== life) cancelTimer?.()
    life = next
    if (waitMs !== undefined) cancelTimer = clock.after(waitMs, () => dispatch({ on: 'timer' }))
    for (const effect of effects) perform(effect)
  }

  perform({ do: 'ask' })
  return {
    input: session.input,
    resize: session.resize,
    ask: session.ask,
    tell: dispatch,
    say: (message) => {
      if (phase.state === 'running' || phase.state === 'reconnecting') show({ ...phase, message })
    },
    hasBegun: () => hasBegun,
    dispose: () => {
      session.ask('close')
      isDisposed = true
      cancelTimer?.()
      announcer.dispose()
      drop()
      session.dispose()
    },
  }
}
