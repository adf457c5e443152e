// What a search finds, as the site tells its own pages and its palette. Shapes only: browsers get them too.

/** A piece of a text; `isMatch`: one of the words that were asked for. */
export type Piece = { text: string; isMatch: boolean }

export type Found = {
  href: string
  /** What it is, in the reader's language. */
  kind: string
  title: Piece[]
  excerpt: Piece[]
}

/** Answer of `/api/search`. */
export type FoundList = { total: number; items: Found[] }

export const SEARCH_API = '/api/search'
/** Longest question, in characters: as long as the CMS takes. */
export const MAX_QUESTION = 100
