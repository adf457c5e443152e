// The process's one list of known slugs. The server and each of Next's bundles hold their own copy of this module, so it lives on globalThis.
import { createKnownSlugs, type KnownSlugs } from './known-slugs.ts'
import { readSlugs } from './queries.ts'

const KEY = Symbol.for('shellfolio.known-slugs')
const holder = globalThis as { [KEY]?: KnownSlugs }

export const knownSlugs = (): KnownSlugs => {
  holder[KEY] ??= createKnownSlugs(readSlugs)
  return holder[KEY]
}
