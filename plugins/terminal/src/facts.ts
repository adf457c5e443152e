// What operators do to terminals, as the host is told of it: a log of its own is the host's business.
import type { PayloadRequest } from 'payload'

export type TerminalFact =
  | { what: 'end' | 'watch' | 'notice'; session: string }
  /** `service`: address of the one; all of them without it. */
  | { what: 'drain'; service?: string }
  | { what: 'try'; demo: string }
  | { what: 'keep-recording'; session: string; title: string }

/** Called with the operator's request before the order is given, which is refused when this throws. */
export type OnTerminalFact = (
  fact: TerminalFact,
  asked: { req: PayloadRequest },
) => void | Promise<void>
