// Every WebSocket close code of term.v1, with what a visitor is told. Source: RFC 6455 §7.4 and the private range 4000–4999.

export const CLOSE = {
  ended: 1000,
  goingAway: 1001,
  tooBig: 1009,
  restarting: 1012,
  badFrame: 4400,
  ticketRefused: 4401,
  originRefused: 4403,
  unknownSession: 4404,
  timedOut: 4408,
  replaced: 4409,
  sessionOver: 4410,
  inputOverQuota: 4413,
  rateLimited: 4429,
  unavailable: 4503,
} as const

export type CloseName = keyof typeof CLOSE
export type CloseCode = (typeof CLOSE)[CloseName]

const MESSAGES: Record<CloseName, string> = {
  ended: 'The session has ended.',
  goingAway: 'The server is going away. Launch again in a moment.',
  tooBig: 'The browser sent more at once than the terminal accepts.',
  restarting: 'The server is restarting. Launch again in a moment.',
  badFrame: 'The browser and the server did not understand each other. Reload the page.',
  ticketRefused: 'This launch is no longer valid. Launch again.',
  originRefused: 'This page may not open a terminal here.',
  unknownSession: 'This session is no longer there. Launch a new one.',
  timedOut: 'The session was closed because nothing happened for too long.',
  replaced: 'The session was opened in another tab.',
  sessionOver: 'The session is over. Launch a new one to go on.',
  inputOverQuota: 'Too much input at once. The session was closed.',
  rateLimited: 'Too many messages at once. The session was closed.',
  unavailable: 'No terminal is free right now. Try again in a moment.',
}

const NAMES = new Map<number, CloseName>(
  Object.entries(CLOSE).map(([name, code]) => [code, name as CloseName]),
)

/** The name of a close code, or `undefined` for one that term.v1 does not use (1005 and 1006 included). */
export const closeName = (code: number): CloseName | undefined => NAMES.get(code)

/** One sentence for the visitor; codes outside term.v1 mean that the connection broke. */
export const closeMessage = (code: number): string => {
  const name = closeName(code)
  return name ? MESSAGES[name] : 'The connection was lost.'
}
