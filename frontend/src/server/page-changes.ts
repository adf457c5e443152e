// Counts changes of content. The webhook (in Next's bundle) and the page cache (in the server's) share it through globalThis.

export type PageChanges = {
  /** Raised whenever what is kept in front of Next is of the past: before pages are rendered for a change, and after it. */
  count: number
  /** Raised for each change before pages are rendered for it: what was begun earlier may show the content of before. */
  begun: number
  /** When `begun` was raised last, here or in another process, in milliseconds. */
  at: number
  /** Rendered pages that were not stored because a change had begun meanwhile. */
  dropped: number
}

const KEY = Symbol.for('shellfolio.page-changes')
const holder = globalThis as { [KEY]?: PageChanges }

export const pageChanges = (): PageChanges => {
  holder[KEY] ??= { count: 0, begun: 0, at: 0, dropped: 0 }
  return holder[KEY]
}
