// Says in words what Postgres refuses and Payload has not noticed before: to a client this is no failure of ours.
import type { AfterErrorHook } from 'payload'

/** By Postgres's code of the error. */
const REFUSALS: Record<string, string> = {
  // foreign_key_violation
  '23503': 'Something that is chosen here does not exist any more. Load the page again.',
  // invalid_text_representation: an id, a choice or a date
  '22P02': 'Something that is chosen here is not one of the choices.',
  // character_not_in_repertoire: a zero byte, which Postgres stores in no text
  '22021': 'A text holds a character that cannot be stored.',
}

/** Of the error or of what caused it: the query builder wraps what Postgres says. */
const codeOf = (error: unknown): string | undefined => {
  for (let at = error, depth = 0; at instanceof Object && depth < 4; depth += 1) {
    const { code, cause } = at as { code?: unknown; cause?: unknown }
    if (typeof code === 'string' && code in REFUSALS) return code
    at = cause
  }
  return undefined
}

export const explainRefusal: AfterErrorHook = ({ error }) => {
  const code = codeOf(error)
  const message = code === undefined ? undefined : REFUSALS[code]
  return message === undefined ? undefined : { status: 400, response: { errors: [{ message }] } }
}
