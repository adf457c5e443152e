// How a session may end: the reason a visitor is told, and the code its socket is closed with.
import type { CloseName, ExitReason } from '@shellfolio/protocol'
import { MAX_EXIT_DETAIL_CHARS } from '../limits.ts'
import type { SandboxExit } from '../sandbox/types.ts'
import type { Ending } from './transitions.ts'

export const CLOSE_FOR: Record<ExitReason, CloseName> = {
  exit: 'ended',
  closed: 'ended',
  idle: 'timedOut',
  'hard-limit': 'sessionOver',
  memory: 'sessionOver',
  cpu: 'sessionOver',
  output: 'sessionOver',
  'archive-failed': 'sessionOver',
  'build-failed': 'sessionOver',
  'sandbox-failed': 'sessionOver',
  shutdown: 'restarting',
  killed: 'sessionOver',
  abandoned: 'sessionOver',
  violation: 'badFrame',
}

const EXCEEDED: Record<NonNullable<SandboxExit['exceeded']>, ExitReason> = {
  memory: 'memory',
  cpu: 'cpu',
  time: 'hard-limit',
  output: 'output',
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g

/** Text for people: its last part, without control characters, short enough for one EXIT message. */
const toDetail = (text: string): string => {
  const plain = text.replace(/\r\n?/g, '\n').replace(CONTROL, '')
  // Through UTF-8 and back, so that no half of a character is left at the cut.
  return Buffer.from(plain.trim().slice(-MAX_EXIT_DETAIL_CHARS)).toString()
}

export const endingOf = (exit: SandboxExit): Ending => ({
  reason: exit.exceeded ? EXCEEDED[exit.exceeded] : 'exit',
  code: exit.code === null ? null : exit.code & 0xff,
  signal: exit.signal?.slice(0, 16) ?? null,
})

export const endingFor = (reason: ExitReason, detail?: string): Ending => ({
  reason,
  code: null,
  signal: null,
  ...(detail ? { detail: toDetail(detail) } : {}),
})

/** Whether the last output is waited for: by a visitor who may come back, the program's own exit is still to be seen. */
export const isWorthDraining = ({ reason }: Ending, isDetached: boolean): boolean =>
  isDetached ? reason === 'exit' : !['closed', 'shutdown', 'abandoned'].includes(reason)
