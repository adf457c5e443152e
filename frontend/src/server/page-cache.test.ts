import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { LIMITS } from '../limits.ts'
import { encodingFor } from './kept.ts'
import { createPageCache } from './page-cache.ts'
import { pageChanges } from './page-changes.ts'

const HTML = 'text/html; charset=utf-8'

let server: Server
let base: string
let now: number
let renders: number
let render: (response: ServerResponse, request: IncomingMessage) => void

beforeEach(async () => {
  now = 1000
  renders = 0
  render = (response) => {
    response.setHeader('content-type', HTML)
    response.write('<p>page ')
    response.end(`${renders}</p>`)
  }
  const cache = createPageCache(() => now)
  server = createServer((request, response) => {
    const { url = '/' } = request
    if (cache.answer(request, response, url)) return
    cache.capture(request, response, url)
    renders += 1
    render(response, request)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

const get = async (path = '/', headers: Record<string, string> = {}, method = 'GET') => {
  const response = await fetch(base + path, { headers, method, redirect: 'manual' })
  return { response, body: await response.text() }
}

test('a page is rendered once and answered compressed from then on', async () => {
  expect((await get()).body).toBe('<p>page 1</p>')
  const { response, body } = await get('/', { 'accept-encoding': 'br, gzip' })
  expect(body).toBe('<p>page 1</p>')
  expect(response.headers.get('content-encoding')).toBe('br')
  expect(response.headers.get('vary')).toBe('accept-encoding, cookie')
  expect(renders).toBe(1)
})

test('a browser that has the page is told so', async () => {
  const etag = (await get()).response.headers.get('etag') ?? ''
  const { response, body } = await get('/', { 'if-none-match': etag })
  expect(response.status).toBe(304)
  expect(body).toBe('')
})

test('a change empties the cache, and a page that was being rendered meanwhile is not kept', async () => {
  await get()
  pageChanges().count += 1
  expect((await get()).body).toBe('<p>page 2</p>')
  render = (response) => {
    pageChanges().count += 1
    response.setHeader('content-type', HTML)
    response.end('old')
  }
  await get('/slow')
  await get('/slow')
  expect(renders).toBe(4)
})

test('pages are asked for again after their time', async () => {
  await get()
  now += LIMITS.pageCacheLifetimeMs + 1
  expect((await get()).body).toBe('<p>page 2</p>')
})

test('errors and pages that are known to be old are passed on but not kept', async () => {
  render = (response) => {
    response.statusCode = 500
    response.end('broken')
  }
  const { response } = await get()
  expect(response.status).toBe(500)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('retry-after')).toBe('30')
  render = (stale) => {
    stale.setHeader('x-nextjs-cache', 'STALE')
    stale.setHeader('content-type', HTML)
    stale.end('stale')
  }
  expect((await get()).body).toBe('stale')
  await get()
  expect(renders).toBe(3)
})

test.each<[string, (response: ServerResponse) => void]>([
  ['data of a page', (data) => data.setHeader('content-type', 'application/json').end('{}')],
  ['what has no type', (bare) => bare.end('{}')],
  ['a page left out', (left) => left.setHeader('x-middleware-skip', '1').end('{}')],
  ['a way elsewhere', (away) => away.writeHead(307, { location: '/?_rsc=1' }).end()],
])('%s is kept neither here nor by anybody else', async (_, write) => {
  render = (response) => {
    response.setHeader('cache-control', 'public, max-age=0, must-revalidate')
    if (_ !== 'what has no type') response.setHeader('content-type', HTML)
    write(response)
  }
  const { response } = await get()
  expect(response.headers.get('cache-control')).toBe('no-store')
  await get()
  expect(renders).toBe(2)
})

describe('a visitor who chose a theme', () => {
  const DARK = { cookie: 'a=b; theme=dark' }
  const inDark = (words: string) => `<html data-theme="dark"><head></head>${words}`
  beforeEach(() => {
    render = (response) => {
      response.setHeader('content-type', HTML)
      response.end(`<html><head></head>${renders}`)
    }
  })

  test('gets the kept page in it, rendered no second time, and others get it as it was', async () => {
    const plain = (await get()).response.headers.get('etag')
    const { response, body } = await get('/', { ...DARK, 'accept-encoding': 'br' })
    expect(body).toBe(inDark('1'))
    expect(response.headers.get('vary')).toBe('accept-encoding, cookie')
    expect(response.headers.get('etag')).not.toBe(plain)
    expect((await get('/', DARK)).body).toBe(inDark('1'))
    expect((await get()).body).toBe('<html><head></head>1')
    expect(renders).toBe(1)
  })

  test('gets it so as the first one to ask, too', async () => {
    expect((await get('/', DARK)).body).toBe(inDark('1'))
    expect((await get()).body).toBe('<html><head></head>1')
  })

  test('gets errors and old pages in it', async () => {
    const sent = '<html><head></head>stale'
    render = (response) => {
      response.statusCode = 500
      response.setHeader('content-type', HTML)
      response.setHeader('content-length', sent.length)
      response.end(sent)
    }
    const { response, body } = await get('/', DARK)
    expect([response.status, body]).toEqual([500, inDark('stale')])
  })

  test.each(['theme=blue', 'theme=dark"', 'xtheme=dark', 'theme'])(
    'chose none by %s',
    async (cookie) => {
      expect((await get('/', { cookie })).body).toBe('<html><head></head>1')
    },
  )
})

test('a head that is written early waits for the body', async () => {
  render = (response) => {
    response.writeHead(404, { 'x-early': 'yes', 'content-type': HTML })
    response.end('nothing')
  }
  const { response } = await get()
  expect(response.status).toBe(404)
  expect(response.headers.get('x-early')).toBe('yes')
  await get()
  expect(renders).toBe(1)
})

test('a missing page keeps its status', async () => {
  render = (response) => {
    response.statusCode = 404
    response.setHeader('content-type', HTML)
    response.end('nothing')
  }
  await get()
  expect((await get()).response.status).toBe(404)
  expect(renders).toBe(1)
})

test('who asks for the head only learns the same, and the page is kept for those who want it', async () => {
  const { response, body } = await get('/', { 'accept-encoding': 'identity' }, 'HEAD')
  expect([body, response.headers.get('content-length')]).toEqual(['', '13'])
  expect((await get()).body).toBe('<p>page 1</p>')
  render = (broken) => {
    broken.statusCode = 500
    broken.end('broken')
  }
  const failed = await get('/broken', {}, 'HEAD')
  expect(failed.response.headers.get('retry-after')).toBe('30')
})

test('what is asked about a kept page is answered without its body', async () => {
  await get()
  const { response, body } = await get('/', {}, 'HEAD')
  expect(response.status).toBe(200)
  expect(body).toBe('')
})

test.each([
  ['br;q=1, gzip', 'br'],
  ['gzip, deflate', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['br; q=0', 'identity'],
  [undefined, 'identity'],
  ['identity', 'identity'],
])('%s is answered with %s', (accepted, encoding) => {
  expect(encodingFor(accepted)).toBe(encoding)
})

test('source code takes no place of other pages, and has a bound of its own', async () => {
  await get('/projects/a')
  const { maxEntries } = LIMITS.cachedSourcePages
  for (let index = 0; index <= maxEntries; index += 1) await get(`/projects/a/source/${index}.c`)
  const before = renders
  expect((await get('/projects/a')).body).toBe('<p>page 1</p>')
  await get(`/projects/a/source/${maxEntries}.c`)
  expect(renders).toBe(before)
  await get('/projects/a/source/0.c')
  expect(renders).toBe(before + 1)
})

test('large pages of source code make room by their weight', async () => {
  const { maxBytes } = LIMITS.cachedSourcePages
  const body = Buffer.from(randomBytes(maxBytes / 10).toString('latin1'), 'latin1')
  render = (response) => response.setHeader('content-type', HTML).end(body)
  for (let index = 0; index < 5; index += 1) await get(`/fr/projects/a/source/${index}`)
  await get('/fr/projects/a/source/4')
  expect(renders).toBe(5)
  await get('/fr/projects/a/source/0')
  expect(renders).toBe(6)
})
