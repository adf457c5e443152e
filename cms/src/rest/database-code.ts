// The code that Postgres gave an error, wherever in its chain of causes it is.

const MAX_CAUSES = 8
/** Postgres's own for a connection that broke, also given to what fails because there is none. */
export const AWAY = '08006'
/** What is said of queries that were never answered: drizzle's words of every query, and those of the driver. */
const UNANSWERED =
  /^(?:Failed query:|Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/
const CODE = /^(?:\d[0-9A-Z]|F0|HV|P0|XX)[0-9A-Z]{3}$/

/** Five characters, for instance `22P02`; `undefined` for an error that is not the database's. */
export const databaseCode = (error: unknown): string | undefined => {
  let at = error as { code?: unknown; cause?: unknown; message?: unknown } | undefined
  let isUnanswered = false
  for (let depth = 0; at && depth < MAX_CAUSES; depth += 1) {
    if (typeof at.code === 'string' && CODE.test(at.code)) return at.code
    isUnanswered ||= UNANSWERED.test(String(at.message))
    at = at.cause as typeof at
  }
  return isUnanswered ? AWAY : undefined
}
