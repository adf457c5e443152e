// The life of a terminal's connection, from the first question to the end, as a pure state machine: what happens next,
// and what it asks of the world. Knows neither sockets nor time; one timer at a time is enough for it.
import { CLOSE, type LaunchTicket } from '@shellfolio/protocol'
import { backoffMs } from './backoff.ts'
import type {
  Life,
  LifeEffect,
  LifeEvent,
  Moment,
  Search,
  Step,
  Waiting,
  WayBack,
} from './life-events.ts'
import { CONNECT_TIMEOUT_MS, FAREWELL_MS, GRACE_MS, STEADY_MS } from './limits.ts'
import {
  CANCELLED,
  CLOSED,
  CONNECTING,
  closePhase,
  GONE,
  LEFT,
  LOST,
  queuedPhase,
  RECONNECTING,
  RETURNED,
  RUNNING,
  STARTING,
  UNREACHABLE,
} from './phase.ts'
import type { Phase } from './terminal-state.ts'

/** After these a session is gone for this browser; any other way to lose a connection leaves it waiting. */
const FINAL: readonly number[] = [
  CLOSE.ended,
  CLOSE.tooBig,
  CLOSE.badFrame,
  CLOSE.ticketRefused,
  CLOSE.originRefused,
  CLOSE.unknownSession,
  CLOSE.replaced,
  CLOSE.sessionOver,
  CLOSE.inputOverQuota,
  CLOSE.rateLimited,
]

const over = (phase: Phase): Step => ({
  life: { at: 'over' },
  effects: [{ do: 'drop' }, { do: 'show', phase }],
})

const open = (life: Life, { url, ticket }: LaunchTicket, effects: LifeEffect[] = []): Step => ({
  life,
  effects: [...effects, { do: 'open', url, ticket }],
  waitMs: CONNECT_TIMEOUT_MS,
})

/** Milliseconds to wait, or `undefined` once an attempt has failed at the end of the grace. */
const pauseMs = (attempt: number, sinceMs: number, { nowMs, random }: Moment) => {
  const leftMs = sinceMs + GRACE_MS - nowMs
  return leftMs > 0 ? Math.min(backoffMs(attempt, random), leftMs) : undefined
}

const retry = (
  { wayBack, attempt, sinceMs }: Search,
  moment: Moment,
  effects: LifeEffect[] = [],
): Step => {
  const waitMs = pauseMs(attempt, sinceMs, moment)
  if (waitMs === undefined) return over(LOST)
  return {
    life: { at: 'away', wayBack, attempt: attempt + 1, sinceMs },
    effects: [{ do: 'drop' }, ...effects],
    waitMs,
  }
}

const call = (life: Search): Step => ({
  life: { ...life, at: 'calling' },
  effects: [{ do: 'ask', wayBack: life.wayBack }],
})

const follow = (life: Waiting, effects: LifeEffect[] = []): Step => ({
  life: { ...life, at: 'following' },
  effects: [...effects, { do: 'follow', place: life.place }],
})

const broken = (life: Waiting, moment: Moment): Step => {
  const { place, attempt, sinceMs = moment.nowMs } = life
  const waitMs = pauseMs(attempt, sinceMs, moment)
  if (waitMs === undefined) return over(UNREACHABLE)
  return { life: { at: 'pausing', place, attempt: attempt + 1, sinceMs }, effects: [], waitMs }
}

const wayBackOf = ({ session, key }: LaunchTicket): WayBack => ({ session, key })
const stay = (life: Life): Step => ({ life, effects: [] })

/** `end` and `left` at any time. */
const leave = (life: Life, phase: Phase): Step => {
  switch (life.at) {
    case 'asking':
    case 'following':
    case 'pausing':
    case 'opening':
      return over(phase === CLOSED ? CANCELLED : phase)
    case 'starting':
    case 'live':
    case 'greeting': {
      if (phase === CLOSED) {
        return { life: { at: 'ending' }, effects: [{ do: 'bye' }], waitMs: FAREWELL_MS }
      }
      const { life: end, effects } = over(phase)
      return { life: end, effects: [{ do: 'bye' }, ...effects] }
    }
    default:
      return over(phase)
  }
}

const lost = (life: Life, code: number, moment: Moment): Step => {
  switch (life.at) {
    case 'opening':
      return over(UNREACHABLE)
    case 'starting':
      return over(closePhase(code))
    case 'live': {
      if (FINAL.includes(code)) return over(closePhase(code))
      const { nowMs } = moment
      const attempt = nowMs - life.sinceMs > STEADY_MS ? 0 : life.attempt
      const show: LifeEffect = { do: 'show', phase: RECONNECTING }
      return retry({ ...life, attempt, sinceMs: nowMs }, moment, [show])
    }
    case 'reopening':
    case 'greeting':
      return FINAL.includes(code) ? over(closePhase(code)) : retry(life, moment)
    case 'ending':
      return over(CLOSED)
    default:
      return stay(life)
  }
}

const refused = (life: Life, phase: Phase, isFinal: boolean, moment: Moment): Step => {
  switch (life.at) {
    case 'calling':
      if (phase.reason === 'session-gone') return over(GONE)
      return isFinal ? over(phase) : retry(life, moment)
    case 'asking':
    case 'following':
    case 'opening':
    case 'reopening':
      // A launch that is refused is told, not tried again behind the visitor's back.
      return over(phase)
    default:
      return stay(life)
  }
}

const onTimer = (life: Life, moment: Moment): Step => {
  switch (life.at) {
    case 'opening':
    case 'reopening':
    case 'greeting':
      return lost(life, CLOSE.timedOut, moment)
    case 'ending':
      return over(CLOSED)
    case 'away':
      return call(life)
    case 'pausing':
      return follow(life)
    default:
      return stay(life)
  }
}

const onTicket = (life: Life, ticket: LaunchTicket): Step => {
  const wayBack = wayBackOf(ticket)
  switch (life.at) {
    case 'asking':
    case 'following':
      return open({ at: 'opening', wayBack }, ticket, [{ do: 'show', phase: CONNECTING }])
    case 'calling':
      return open({ ...life, at: 'reopening', wayBack }, ticket)
    default:
      return stay(life)
  }
}

/** What follows from `event`. An event that cannot happen in a state changes nothing: it is a late one of an earlier. */
export const step = (life: Life, event: LifeEvent, moment: Moment): Step => {
  switch (event.on) {
    case 'ticket':
      return onTicket(life, event.ticket)
    case 'place': {
      const { place } = event.place
      const show: LifeEffect = { do: 'show', phase: queuedPhase(event.place) }
      return life.at === 'asking' ? follow({ place, attempt: 0 }, [show]) : stay(life)
    }
    case 'position': {
      if (life.at !== 'following') return stay(life)
      const { place, attempt } = life
      return {
        life: { at: 'following', place, attempt },
        effects: [{ do: 'show', phase: queuedPhase(event) }],
      }
    }
    case 'refused':
      return refused(life, event.phase, event.isFinal, moment)
    case 'broken':
      return life.at === 'following' ? broken(life, moment) : stay(life)
    case 'opened':
      if (life.at === 'opening') {
        return {
          life: { at: 'starting', wayBack: life.wayBack },
          effects: [{ do: 'show', phase: STARTING }, { do: 'greet' }],
        }
      }
      if (life.at !== 'reopening') return stay(life)
      // A service that takes the HELLO and says nothing is as good as lost.
      return {
        life: { ...life, at: 'greeting' },
        effects: [{ do: 'greet' }],
        waitMs: CONNECT_TIMEOUT_MS,
      }
    case 'welcome': {
      if (life.at !== 'starting' && life.at !== 'greeting') return stay(life)
      const attempt = life.at === 'greeting' ? life.attempt : 0
      const phase = event.phase ?? (life.at === 'greeting' ? RETURNED : RUNNING)
      return {
        life: { at: 'live', wayBack: life.wayBack, attempt, sinceMs: moment.nowMs },
        effects: [{ do: 'show', phase }],
      }
    }
    case 'exit':
      return life.at === 'over' ? stay(life) : over(event.phase)
    case 'lost':
      return lost(life, event.code, moment)
    case 'timer':
      return onTimer(life, moment)
    case 'awake':
      if (life.at === 'away') return call(life)
      if (life.at === 'pausing') return follow(life)
      return life.at === 'live' ? { life, effects: [{ do: 'probe' }] } : stay(life)
    case 'end':
      return life.at === 'ending' || life.at === 'over' ? stay(life) : leave(life, CLOSED)
    case 'left':
      return life.at === 'over' ? stay(life) : leave(life, LEFT)
  }
}
