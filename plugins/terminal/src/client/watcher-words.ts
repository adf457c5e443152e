// What is told to somebody who only looks on, where the usual words are for the one whose session it is. Pure.
import type { Phase } from './terminal-state.ts'

const GONE = 'That session is no longer there.'

/** By the reason of a phase. */
const MESSAGES: Readonly<Record<string, string>> = {
  closed: 'The visitor has ended the session.',
  idle: 'The session was closed because its visitor typed nothing for too long.',
  abandoned: 'The visitor did not come back.',
  left: 'You no longer look on.',
  gone: GONE,
  'session-gone': GONE,
  unknownSession: GONE,
  sessionOver: GONE,
}

export const toWatcher = (phase: Phase): Phase => {
  const { reason = '' } = phase
  const message = Object.hasOwn(MESSAGES, reason) ? MESSAGES[reason] : undefined
  return message === undefined ? phase : { ...phase, message }
}
