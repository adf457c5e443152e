// The code that Postgres gave an error, wherever in its chain of causes it is.

const MAX_CAUSES = 8

/** Five characters, for instance `22P02`; `undefined` for an error that is not the database's. */
export const databaseCode = (error: unknown): string | undefined => {
  let at = error as { code?: unknown; cause?: unknown } | undefined
  for (let depth = 0; at && depth < MAX_CAUSES; depth += 1) {
    if (typeof at.code === 'string' && /^[0-9A-Z]{5}$/.test(at.code)) return at.code
    at = at.cause as typeof at
  }
  return undefined
}
