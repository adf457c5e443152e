// Two processes of the site on one real Redis that comes and goes: pages, news of changes, copies of messages.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Redis } from 'ioredis'
import { nodeFs } from 'next/dist/server/lib/node-fs-methods.js'
import { createCacheHandler } from '../../frontend/src/server/replicas/cache-handler.ts'
import { openReplicas, type Replicas } from '../../frontend/src/server/replicas/replicas.ts'
import { createSeenMessages } from '../../frontend/src/server/seen-messages.ts'
import { eventually } from '../support/eventually.ts'
import { type RedisServer, startRedis } from '../support/redis-server.ts'

const folder = mkdtempSync(join(tmpdir(), 'shellfolio-site-'))
const told = { a: 0, b: 0 }
const lines: string[] = []
let redis: RedisServer
let a: Replicas
let b: Replicas
let stranger: Replicas
let direct: Redis

const open = (name: 'a' | 'b', site = 'https://site.example') =>
  openReplicas({
    url: redis.url,
    identity: ['http://cms:3001', site],
    onTold: () => {
      told[name] += 1
    },
    log: (line) => lines.push(line),
  })

beforeAll(async () => {
  redis = await startRedis()
  direct = new Redis(redis.url)
  direct.on('error', () => undefined)
  mkdirSync(join(folder, 'server'))
  writeFileSync(join(folder, 'BUILD_ID'), 'build-1')
  a = open('a')
  b = open('b')
  stranger = open('b', 'https://other.example')
  await Promise.all([a, b, stranger].map((each) => each.ready(5000)))
})
afterAll(async () => {
  redis?.resume()
  for (const each of [a, b, stranger]) await each?.close()
  direct?.disconnect()
  await redis?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const PAGES = { kind: 'PAGES', isFallback: false } as never

/** Next's cache of a process that keeps nothing in its own memory. */
const cacheOf = (replicas: Replicas | undefined, maxMemoryCacheSize = 0) => {
  const Handler = createCacheHandler(() => replicas)
  return new Handler({
    fs: nodeFs,
    serverDistDir: join(folder, 'server'),
    flushToDisk: false,
    maxMemoryCacheSize,
    revalidatedTags: [],
    _requestHeaders: {},
  } as never)
}
/** Asks for the page, as Next does before it renders it; the function returned is the end of the render. */
const begin = async (replicas: Replicas, path: string) => {
  const cache = cacheOf(replicas)
  await cache.get(path, PAGES)
  return (html: string) =>
    cache.set(
      path,
      {
        kind: 'PAGES',
        html,
        pageData: { big: 'x'.repeat(100) },
        headers: {},
        status: 200,
      } as never,
      { ...(PAGES as object), cacheControl: { revalidate: 3600, expire: undefined } } as never,
    )
}
const store = async (replicas: Replicas, path: string, html: string) =>
  (await begin(replicas, path))(html)
const read = async (replicas: Replicas, path: string) =>
  (await cacheOf(replicas).get(path, PAGES)) as { value: { html: string } | null } | null

test('what one process rendered the other serves, with its lifetime and without its data', async () => {
  await store(a, '/x', '<p>one</p>')
  expect(await read(b, '/x')).toMatchObject({
    value: { kind: 'PAGES', html: '<p>one</p>', pageData: {}, status: 200 },
    cacheControl: { revalidate: 3600 },
    lastModified: expect.any(Number),
  })
  await cacheOf(a).set('/gone', null, { ...(PAGES as object), cacheControl: {} } as never)
  expect(await read(b, '/gone')).toMatchObject({ value: null })
})

test('another site on the same Redis sees none of it', async () => {
  expect(await read(stranger, '/x')).toBe(null)
  await stranger.tell()
  await a.tell()
  await eventually('b was told by a alone', () => told.b > 0)
  expect(told.a).toBe(0)
})

test('a change is told to all others, and not to who tells it', async () => {
  told.a = 0
  told.b = 0
  await a.tell()
  await eventually('b is told', () => told.b === 1)
  await b.tell()
  await eventually('a is told', () => told.a === 1)
  expect(told.b).toBe(1)
})

test('a copy of a message does nothing, whichever process gets it', async () => {
  const ofA = createSeenMessages({ shared: () => a })
  const ofB = createSeenMessages({ shared: () => b })
  expect(await ofA.claim('m', '1')).toBe(true)
  expect(await ofB.claim('m', '1')).toBe(false)
  expect(await ofB.claim('m', '2')).toBe(true)
  expect(await ofA.claim('failed', '1')).toBe(true)
  await ofA.release('failed', '1')
  expect(await ofB.claim('failed', '1')).toBe(true)
})

test('a page that is too large is shared by nobody, an older one of it neither', async () => {
  await store(a, '/large', 'small')
  await store(a, '/large', 'x'.repeat(3 * 1024 * 1024))
  expect(await read(b, '/large')).toBe(null)
})

test('a render that began in one process before a change in another does not replace the page made after it', async () => {
  const slow = await begin(b, '/race')
  await a.beginChange()
  await store(a, '/race', 'new')
  await slow('old')
  expect(await read(b, '/race')).toMatchObject({ value: { html: 'new' } })
})

test('a page from before a change is old for all, until one renders it again', async () => {
  const isOld = async (replicas: Replicas) => {
    const page = (await cacheOf(replicas).get('/aged', PAGES)) as { lastModified: number }
    return Date.now() - page.lastModified > 3_600_000
  }
  await store(a, '/aged', 'one')
  expect(await isOld(b)).toBe(false)
  await a.beginChange()
  expect([await isOld(a), await isOld(b)]).toEqual([true, true])
  await store(b, '/aged', 'two')
  expect(await isOld(a)).toBe(false)
})

/** The key that ends in `end`. */
const keyOf = async (end: string) => {
  const found = await direct.keys(`shellfolio:site:*${end}`)
  return found[0] as string
}

test.each(['{"lastModified":', '[]'])(
  'an unreadable page (%s) costs itself only, and is not read twice',
  async (text) => {
    await store(a, '/good', 'good')
    await store(a, '/bad', 'good')
    const key = await keyOf('page:build-1:/bad')
    await direct.set(key, text)
    lines.length = 0
    expect(await read(b, '/bad')).toBe(null)
    expect(await direct.exists(key)).toBe(0)
    expect(await read(b, '/good')).toMatchObject({ value: { html: 'good' } })
    await store(b, '/other', 'other')
    expect(await read(a, '/good')).toMatchObject({ value: { html: 'good' } })
    expect(lines).toEqual([])
  },
)

test('pages from before the name of all of them was lost are not shown after it', async () => {
  await store(a, '/before', 'before')
  for (const key of await direct.keys('shellfolio:site:*generation')) await direct.del(key)
  expect(await read(b, '/before')).toBe(null)
  await store(a, '/after', 'after')
  expect(await read(b, '/after')).toMatchObject({ value: { html: 'after' } })
  expect(await read(b, '/before')).toBe(null)
})

test('a subscription that Redis refuses is asked for again', async () => {
  await direct.call('ACL', 'LOG', 'RESET')
  await direct.call('ACL', 'SETUSER', 'default', 'resetchannels')
  await eventually('all three were refused', async () => {
    const log = (await direct.call('ACL', 'LOG')) as unknown[][]
    const refusals = log.map((entry) => Number(entry[entry.indexOf('count') + 1]))
    return refusals.reduce((sum, count) => sum + count, 0) >= 3
  })
  told.b = 0
  await direct.call('ACL', 'SETUSER', 'default', 'allchannels')
  await eventually('b looks for itself', () => told.b > 0)
})

test('while Redis is silent pages come from memory, which is said once; what changed meanwhile is not shown old', async () => {
  await store(a, '/y', 'old')
  expect(await read(b, '/y')).toMatchObject({ value: { html: 'old' } })
  lines.length = 0
  redis.pause()
  const own = cacheOf(a, 1_000_000)
  const context = { ...(PAGES as object), cacheControl: { revalidate: 3600 } } as never
  await own.set('/y', { kind: 'PAGES', html: 'new', pageData: {}, status: 200 } as never, context)
  for (let index = 0; index < 20; index += 1) {
    expect(await own.get('/y', PAGES)).toMatchObject({ value: { html: 'new' } })
  }
  expect(await createSeenMessages({ shared: () => a }).claim('silent', '1')).toBe(true)
  await expect(a.tell()).resolves.toBeUndefined()
  expect(lines).toEqual([expect.stringContaining('Redis does not answer')])
  redis.resume()
  await eventually('a has given up what it could not replace', async () => {
    await a.readPage('x')
    return (await b.readPage('build-1:/y'))?.page === null
  })
})

test('who was away is told that something may have changed', async () => {
  told.b = 0
  const { port } = redis
  await redis.stop()
  expect(await b.readPage('x')).toBe(undefined)
  redis = await startRedis(port)
  await eventually('b looks for itself', () => told.b > 0)
})
