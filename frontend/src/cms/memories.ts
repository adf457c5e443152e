// What the process remembers of the CMS. The server and each of Next's bundles hold their own copy of this module, so it lives on globalThis.
import { createKnown, type Known } from './known.ts'
import { readRedirects, readSlugs } from './queries.ts'
import type { Redirect } from './redirects.ts'

const KEY = Symbol.for('shellfolio.known')

type Memories = {
  slugs: Known<ReadonlySet<string>>
  /** By the path that a visitor asked for. */
  redirects: Known<ReadonlyMap<string, Redirect>>
}

const holder = globalThis as { [KEY]?: Memories }

const memories = (): Memories => {
  holder[KEY] ??= {
    slugs: createKnown(async () => new Set(await readSlugs())),
    redirects: createKnown(
      async () => new Map((await readRedirects()).map((redirect) => [redirect.from, redirect])),
    ),
  }
  return holder[KEY]
}

export const knownSlugs = () => memories().slugs
export const knownRedirects = () => memories().redirects

/** After a change in the CMS: the next question for any of it waits for the answer of now. */
export const forgetAll = (): void => {
  for (const known of Object.values(memories())) known.forget()
}
