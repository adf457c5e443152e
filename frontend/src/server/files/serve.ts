// Answers with files made from content: made once, kept until something changes, and the last good one while the CMS is away.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createLru, type Lru } from '@shellfolio/runtime/lru'
import { QueueFullError } from '@shellfolio/runtime/queue'
import { CmsError } from '../../cms/client.ts'
import { knownAddresses } from '../../cms/memories.ts'
import { stringsOf } from '../../i18n/speaking.ts'
import { LIMITS } from '../../limits.ts'
import { answer, answerProblem } from '../answers.ts'
import { type Kept, keptOf, sendKept } from '../kept.ts'
import { pageChanges } from '../page-changes.ts'
import type { ShelfName } from './file.ts'
import { type FoundFile, fileAt } from './files.ts'

/** `madeAt`: in milliseconds. `change`: the count of changes when it was asked for. */
type Entry = { kept: Kept; madeAt: number; change: number }

/** Readers ask each time, and mostly hear that nothing changed. */
const FRESH = 'public, max-age=0, must-revalidate'

export type FileServer = {
  /** False when there is no such file: the address may still be a page. */
  answer: (request: IncomingMessage, response: ServerResponse, path: string) => Promise<boolean>
}

export const createFileServer = (
  siteUrl: string,
  { now = Date.now, find = fileAt }: { now?: () => number; find?: typeof fileAt } = {},
): FileServer => {
  const changes = pageChanges()
  const shelves: Record<ShelfName, Lru<Entry>> = {
    files: createLru(LIMITS.shelves.files),
    pictures: createLru(LIMITS.shelves.pictures),
  }
  const shelfOf = ({ kind: { shelf = 'files' } }: FoundFile): Lru<Entry> => shelves[shelf]
  /** When the CMS had nothing for a path, in milliseconds; all of the change that `missingSince` counts. */
  const missing = new Map<string, number>()
  let missingSince = changes.count
  const pending = new Map<string, Promise<Kept | null>>()

  const isMissing = (path: string): boolean => {
    if (missingSince !== changes.count) missing.clear()
    missingSince = changes.count
    return now() - (missing.get(path) ?? Number.NEGATIVE_INFINITY) < LIMITS.fileLifetimeMs
  }
  const keepMissing = (path: string, change: number) => {
    if (change !== changes.count || isMissing(path)) return
    missing.delete(path)
    missing.set(path, now())
    const [oldest] = missing.keys()
    if (missing.size > LIMITS.maxMissingFiles && oldest !== undefined) missing.delete(oldest)
  }

  /** False when what is known says that there is none; without any knowledge there may be. */
  const mayBe = async ({ kind, ...found }: FoundFile): Promise<boolean> => {
    const known = await knownAddresses()
      .all()
      .catch(() => null)
    if (!known) return true
    if (!known.languages.includes(found.language)) return false
    return kind.mayBe?.({ ...found, siteUrl, known }) ?? true
  }

  const make = async (whole: string, file: FoundFile): Promise<Kept | null> => {
    const { kind, ...found } = file
    const change = changes.count
    const known = await knownAddresses().all()
    const question = { ...found, siteUrl, known }
    if (!known.languages.includes(found.language) || kind.mayBe?.(question) === false) return null
    const made = await kind.make(question)
    if (!made) {
      shelfOf(file).drop(whole)
      keepMissing(whole, change)
      return null
    }
    const { type, body, headers, isMakeshift = false } = made
    const kept = await keptOf({
      type,
      // A picture is shared with the memory of what was drawn.
      body: typeof body === 'string' ? Buffer.from(body) : body,
      headers: { 'cache-control': FRESH, ...headers },
    })
    if (!isMakeshift) shelfOf(file).set(whole, { kept, madeAt: now(), change }, kept.bytes)
    return kept
  }

  /** Asked for twice at a time, it is made once. */
  const makeOnce = (whole: string, found: FoundFile): Promise<Kept | null> => {
    const key = `${changes.count} ${whole}`
    const making = pending.get(key) ?? make(whole, found).finally(() => pending.delete(key))
    pending.set(key, making)
    return making
  }

  const isCurrent = ({ madeAt, change }: Entry) =>
    change === changes.count && now() - madeAt < LIMITS.fileLifetimeMs

  const serve = async (request: IncomingMessage, response: ServerResponse, path: string) => {
    const found = find(path)
    if (!found) return false
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return answerProblem(request, response, 'method-not-allowed', { allow: 'GET, HEAD' })
    }
    const shelf = shelfOf(found)
    // Also of what is kept: a page that was taken back takes its files with it.
    if (!(await mayBe(found))) {
      shelf.drop(path)
      return false
    }
    if (isMissing(path)) return false
    const entry = shelf.get(path)
    const kept =
      entry && isCurrent(entry)
        ? entry.kept
        : await makeOnce(path, found).catch((error) => {
            if (!(error instanceof CmsError || error instanceof QueueFullError))
              console.error(error)
            return entry?.kept
          })
    if (kept) sendKept(request, response, kept)
    else if (kept === undefined) {
      answer(request, response, {
        status: 503,
        type: 'text/plain; charset=utf-8',
        body: `${stringsOf(found.language).broken.lead}\n`,
        headers: { 'cache-control': 'no-store', 'retry-after': String(LIMITS.retryAfterS) },
      })
    }
    return kept !== null
  }
  return { answer: serve }
}
