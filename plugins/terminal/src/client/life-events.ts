// The vocabulary of a connection's life: its states, what can happen in them, and what it can ask of the world.
import type { LaunchPlace, LaunchTicket } from '@shellfolio/protocol'
import type { Phase } from './terminal-state.ts'

/** The way back into a session: `key` is a secret of this browser. */
export type WayBack = { session: string; key: string }

/** `sinceMs`: when the connection was lost; `attempt` counts from 0. */
export type Search = { wayBack: WayBack; attempt: number; sinceMs: number }

/** `sinceMs`: when the queue's stream broke; absent while it is a good one. */
export type Waiting = { place: string; attempt: number; sinceMs?: number }

export type Life =
  | { at: 'asking' }
  | ({ at: 'following' | 'pausing' } & Waiting)
  | { at: 'opening' | 'starting'; wayBack: WayBack }
  /** `sinceMs`: when it was welcome. */
  | ({ at: 'live' } & Search)
  /** The session waits; so do we, ask for a ticket, open the WebSocket, and wait to be welcome. */
  | ({ at: 'away' | 'calling' | 'reopening' | 'greeting' } & Search)
  | { at: 'ending' }
  | { at: 'over' }

export type LifeEvent =
  | { on: 'ticket'; ticket: LaunchTicket }
  | { on: 'place'; place: LaunchPlace }
  | { on: 'position'; position: number; estimateS?: number }
  | { on: 'refused'; phase: Phase; isFinal: boolean }
  /** The queue's stream ended without an answer. */
  | { on: 'broken' }
  | { on: 'opened' }
  | { on: 'welcome'; phase?: Phase }
  | { on: 'exit'; phase: Phase }
  /** The socket has closed, or is as good as closed. */
  | { on: 'lost'; code: number }
  | { on: 'timer' }
  /** The network is back, or the visitor. */
  | { on: 'awake' }
  /** The visitor ends the session, or leaves the page. */
  | { on: 'end' }
  | { on: 'left' }

export type LifeEffect =
  | { do: 'ask'; wayBack?: WayBack }
  | { do: 'follow'; place: string }
  | { do: 'open'; url: string; ticket: string }
  | { do: 'greet' }
  /** Ask the service whether it is still there. */
  | { do: 'probe' }
  /** Tell the service that the session may end. */
  | { do: 'bye' }
  /** Let go of what is under way: requests, stream, socket. */
  | { do: 'drop' }
  | { do: 'show'; phase: Phase }

export type Step = {
  life: Life
  effects: LifeEffect[]
  /** A `timer` event is due after this long, in milliseconds. A timer ends with the state that it was set in. */
  waitMs?: number
}

export type Moment = { nowMs: number; random: number }
