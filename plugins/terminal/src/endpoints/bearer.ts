// The token of a request between servers.

const BEARER = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/

/** A JWT by its look; whether it is genuine is for others to judge. */
export const bearerOf = (headers: Headers): string | undefined =>
  BEARER.exec(headers.get('authorization') ?? '')?.[1]
