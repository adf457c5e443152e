// Turns titles into addresses.

export const MAX_SLUG_CHARACTERS = 80

/** Lower-case ASCII words joined by dashes, at most 80 characters; empty when nothing is left. */
export const slugify = (title: string): string =>
  title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_SLUG_CHARACTERS)
    .replace(/^-+|-+$/g, '')
