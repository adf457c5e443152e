// Next's cache of rendered pages: Redis where several processes share one, and Next's own memory otherwise. next.config.mjs
// names the built file, and Next makes one of these for each request.
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

/** Memory of a page from before a change that another process rendered: shown, and rendered again behind it. */
const aged = (entry: Entry): Entry => {
  if (!entry || entry.lastModified >= pageChanges().at) return entry
  return { ...entry, lastModified: Date.now() - LIMITS.pageLifetimeS * 1000 - 1 }
}

/** Nobody asks for the data of a page apart from the page. */
const withoutData = (value: Parameters<Memory['set']>[1]): Parameters<Memory['set']>[1] =>
  value?.kind === PAGES ? { ...value, pageData: {} } : value

/** `shared`: where the other processes are; undefined when there are none. */
export const createCacheHandler = (shared: () => Replicas | undefined) =>
  class PageCacheHandler {
    readonly memory: Memory
    readonly context: CacheHandlerContext

    constructor(context: CacheHandlerContext) {
      this.memory = new FileSystemCache(context)
      this.context = context
    }

    async get(...[key, context]: Parameters<Memory['get']>): Promise<Entry> {
      const others = shared()
      if (!others || context.kind !== PAGES) return this.memory.get(key, context)
      const page = await others.readPage(`${buildOf(this.context)}:${key}`)
      // A page that was there when the site was built is in memory only.
      return page ? (page as CacheHandlerValue) : aged(await this.memory.get(key, context))
    }

    async set(...[key, data, context]: Parameters<Memory['set']>): Promise<void> {
      const value = withoutData(data)
      await this.memory.set(key, value, context)
      const others = shared()
      if (!others || context.fetchCache) return
      const { cacheControl } = context
      const page: StoredPage = { lastModified: Date.now(), value, cacheControl }
      await others.storePage(`${buildOf(this.context)}:${key}`, page)
    }

    revalidateTag(...options: Parameters<Memory['revalidateTag']>): Promise<void> {
      return this.memory.revalidateTag(...options)
    }

    resetRequestCache(): void {
      this.memory.resetRequestCache()
    }
  }

export default createCacheHandler(replicas)
