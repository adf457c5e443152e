// Counts changes of content. The webhook (in Next's bundle) and the page cache (in the server's) share it through globalThis.

/** `at`: when the last one was told, in milliseconds. */
export type PageChanges = { count: number; at: number }

const KEY = Symbol.for('shellfolio.page-changes')
const holder = globalThis as { [KEY]?: PageChanges }

export const pageChanges = (): PageChanges => {
  holder[KEY] ??= { count: 0, at: 0 }
  return holder[KEY]
}
