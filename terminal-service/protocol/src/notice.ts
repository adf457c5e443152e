// What an operator may show to a session: one line of text that cannot pretend to be anything else.
import { MAX_NOTICE_CHARS } from './limits.ts'

/** Control characters, ends of lines, and marks that turn the direction of what follows. */
const FORBIDDEN = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u

/** Whether `value` is a line of 1 to `MAX_NOTICE_CHARS` characters with something to read in it. */
export const isNotice = (value: unknown): value is string =>
  typeof value === 'string' &&
  value.length <= MAX_NOTICE_CHARS &&
  value.trim() !== '' &&
  !FORBIDDEN.test(value)
