// Spaces as the site's own faces have them, for PDFs and pictures, where no other font comes in for what one lacks. Pure.

/** French sets one before some signs. */
const NARROW_NO_BREAK = /\u202f/g
const NARROW = /[\u2000-\u200a\u205f]/g

export const writableSpaces = (text: string): string =>
  text.replaceAll(NARROW_NO_BREAK, '\u00a0').replaceAll(NARROW, ' ')
