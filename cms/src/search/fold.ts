// Text as it is compared: in small letters, without accents, words apart. The same for what is indexed and what is asked.

/** `Ångström’s C++` is `angstrom s c`. Also takes what Postgres cannot store. */
export const foldText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
