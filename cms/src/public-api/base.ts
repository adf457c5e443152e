// Where the public API is.

export const BASE = '/api/public/v1/'

/** Whether a request target is the API's, whatever it makes of it. */
export const isPublicApi = (target: string | undefined): boolean =>
  target?.startsWith('/api/public/') ?? false
