// Where a browser tells of a page that it had fetched before somebody asked for it, once it is looked at.

export const SEEN_API = '/api/seen'

/** As JSON. `referrer`: what the browser says of the page that led there; often nothing. */
export type Seen = { path: string; referrer: string }
