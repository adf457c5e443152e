// Next's cache of rendered pages: Redis where several processes share one, and Next's own memory otherwise; none whose render
// began before a change replaces one made after it. next.config.mjs names the built file; Next makes one of these per request.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CacheHandlerContext, CacheHandlerValue } from 'next/dist/server/lib/incremental-cache'
import * as fileSystemCache from 'next/dist/server/lib/incremental-cache/file-system-cache.js'
import { LIMITS } from '../../limits.ts'
import { pageChanges } from '../page-changes.ts'
import type { Replicas, StoredPage } from './replicas.ts'
import { replicas } from './shared.ts'

type Memory = InstanceType<
  typeof import('next/dist/server/lib/incremental-cache/file-system-cache').default
>

/** A CommonJS module of Next: native imports have its exports one level deeper than bundlers do. */
const exported = (fileSystemCache as { default: unknown }).default as
  | (new (
      context: CacheHandlerContext,
    ) => Memory)
  | { default: new (context: CacheHandlerContext) => Memory }
const FileSystemCache = typeof exported === 'function' ? exported : exported.default

const PAGES = 'PAGES'

let buildId: string | undefined

/** Pages name assets of their build. While that is made it has no name yet, and nobody to share with. */
const buildOf = ({ serverDistDir }: CacheHandlerContext): string => {
  buildId ??= serverDistDir ? readFileSync(join(serverDistDir, '../BUILD_ID'), 'utf8').trim() : ''
  return buildId
}

type Entry = CacheHandlerValue | null | undefined

/** A page from before a change: shown, and rendered again behind it. */
const aged = (entry: CacheHandlerValue): CacheHandlerValue => ({
  ...entry,
  lastModified: Date.now() - LIMITS.pageLifetimeS * 1000 - 1,
})

const agedByChange = (entry: Entry): Entry =>
  !entry || entry.lastModified >= pageChanges().at ? entry : aged(entry)

/** How things were when the render of a page began. `change`: what the other processes said, where they were asked. */
type Beginning = { begun: number; change?: string | undefined }

/** Nobody asks for the data of a page apart from the page. */
const withoutData = (value: Parameters<Memory['set']>[1]): Parameters<Memory['set']>[1] =>
  value?.kind === PAGES ? { ...value, pageData: {} } : value

/** `shared`: where the other processes are; undefined when there are none. */
export const createCacheHandler = (shared: () => Replicas | undefined) =>
  class PageCacheHandler {
    readonly memory: Memory
    readonly context: CacheHandlerContext
    readonly made: Beginning = { begun: pageChanges().begun }
    /** Next asks for a page before it renders it. */
    readonly beginnings = new Map<string, Beginning>()

    constructor(context: CacheHandlerContext) {
      this.memory = new FileSystemCache(context)
      this.context = context
    }

    async get(...[key, context]: Parameters<Memory['get']>): Promise<Entry> {
      if (context.kind !== PAGES) return this.memory.get(key, context)
      const beginning: Beginning = { begun: pageChanges().begun }
      this.beginnings.set(key, beginning)
      const read = await shared()?.readPage(`${buildOf(this.context)}:${key}`)
      beginning.change = read?.change
      // A page that was there when the site was built is in memory only.
      if (!read?.page) return agedByChange(await this.memory.get(key, context))
      const page = read.page as CacheHandlerValue
      return read.isOld ? aged(page) : page
    }

    async set(...[key, data, context]: Parameters<Memory['set']>): Promise<void> {
      const value = withoutData(data)
      if (context.fetchCache) return this.memory.set(key, value, context)
      const { begun, change } = this.beginnings.get(key) ?? this.made
      const isCurrent = () => begun === pageChanges().begun
      const { cacheControl } = context
      const page: StoredPage = { lastModified: Date.now(), value, cacheControl }
      const store = () => shared()?.storePage(`${buildOf(this.context)}:${key}`, page, change)
      const isRefused = !isCurrent() || (await store()) === false
      // What is in memory, made before the change or after it, is not worse than what was begun before it.
      if (isRefused || !isCurrent()) pageChanges().dropped += 1
      else await this.memory.set(key, value, context)
    }

    revalidateTag(...options: Parameters<Memory['revalidateTag']>): Promise<void> {
      return this.memory.revalidateTag(...options)
    }

    resetRequestCache(): void {
      this.memory.resetRequestCache()
    }
  }

export default createCacheHandler(replicas)
