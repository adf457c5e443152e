import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { signWebhook } from '@shellfolio/runtime/webhook'
import type { NextApiRequest, NextApiResponse } from 'next'
import revalidate from '../pages/api/revalidate.ts'
import { setTestEnv, TEST_WEBHOOK_KEY } from '../testing/env.ts'
import { type FakeCms, startFakeCms } from '../testing/fake-cms.ts'
import { pageChanges } from './page-changes.ts'
import { createRenewals, shareRenewals } from './renewals.ts'

let cms: FakeCms
let server: Server
let url: string
const rendered: string[] = []
let failing: string | undefined
let onRender: ((path: string) => void | Promise<void>) | undefined

/** The helpers that Next gives an API route. */
const dress = (response: ServerResponse) =>
  Object.assign(response, {
    status: (code: number) => {
      response.statusCode = code
      return response
    },
    json: (body: unknown) => response.end(JSON.stringify(body)),
    send: (body: string) => response.end(body),
    revalidate: async (path: string) => {
      await onRender?.(path)
      if (path === failing) throw new Error('not rendered')
      rendered.push(path)
    },
  }) as unknown as NextApiResponse

const work = createRenewals()

beforeAll(async () => {
  shareRenewals(work)
  cms = await startFakeCms()
  setTestEnv(cms.url)
  server = createServer((request: IncomingMessage, response) => {
    void revalidate(request as NextApiRequest, dress(response))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  shareRenewals(undefined)
  await work.close()
  await cms.close()
})
beforeEach(() => {
  rendered.length = 0
  failing = undefined
  onRender = undefined
})

const CHANGE = {
  version: 2,
  id: 'e1',
  event: 'changed',
  collection: 'projects',
  slug: 'tiny-shell',
  related: [],
  isEverywhere: false,
}

let messages = 0
const changed = (more: object = {}) => {
  messages += 1
  return JSON.stringify({ ...CHANGE, id: `e${messages}`, ...more })
}

const send = async (body: string, key = TEST_WEBHOOK_KEY) => {
  const response = await fetch(url, { method: 'POST', body, headers: signWebhook(body, key) })
  return { status: response.status, answer: await response.json() }
}

test('a signed change renders what it touches, the previous address included', async () => {
  const { status } = await send(changed({ previousSlug: 'old-shell' }))
  expect(status).toBe(200)
  expect(rendered).toEqual(
    expect.arrayContaining(['/', '/projects', '/projects/tiny-shell', '/projects/old-shell']),
  )
})

test('without a genuine signature nothing is read or rendered', async () => {
  cms.seen.length = 0
  const { status, answer } = await send(changed(), 'another key')
  expect(status).toBe(401)
  expect(answer).toMatchObject({ code: 'signature-refused' })
  expect(rendered).toEqual([])
  expect(cms.seen).toEqual([])
})

test.each(['', 'null', '{"collection":"users"}', '[1]'])('%j is a bad request', async (body) => {
  expect((await send(body)).status).toBe(400)
})

test('a message past its bound is refused', async () => {
  expect((await send('x'.repeat(20_000))).status).toBe(413)
})

test('a page that could not be rendered makes the CMS try again', async () => {
  failing = '/projects/tiny-shell'
  const { status, answer } = await send(changed())
  expect(status).toBe(503)
  expect(answer).toMatchObject({ code: 'service-unavailable' })
  expect(rendered).toContain('/')
})

test('a copy of a message does nothing; the next try under its id does, and so does one that had failed', async () => {
  const body = changed()
  const now = Date.now()
  const deliver = async (secondsAgo: number) => {
    const headers = signWebhook(body, TEST_WEBHOOK_KEY, now - secondsAgo * 1000)
    const { status } = await fetch(url, { method: 'POST', body, headers })
    return status
  }
  failing = '/'
  expect(await deliver(100)).toBe(503)
  failing = undefined
  rendered.length = 0
  expect(await deliver(100)).toBe(200)
  expect(rendered).not.toEqual([])
  rendered.length = 0
  expect(await deliver(100)).toBe(200)
  expect(rendered).toEqual([])
  expect(await deliver(50)).toBe(200)
  expect(rendered).not.toEqual([])
})

test('the CMS is answered before pages that show a part of the change are rendered, and a later try starts nothing', async () => {
  const SLOW = '/projects/slow-shell'
  let end = () => {}
  const slow = new Promise<void>((resolve) => {
    end = resolve
  })
  onRender = (path) => (path === SLOW ? slow : undefined)
  const body = changed({ related: [{ collection: 'projects', slug: 'slow-shell' }] })
  const { status, answer } = await send(body)
  expect(status).toBe(200)
  expect(answer.revalidated).toContain('/projects/tiny-shell')
  expect(answer.revalidated).not.toContain(SLOW)
  const before = [...rendered]
  const headers = signWebhook(body, TEST_WEBHOOK_KEY, Date.now() - 50_000)
  const again = await fetch(url, { method: 'POST', body, headers })
  expect(await again.json()).toEqual(answer)
  expect(rendered).toEqual(before)
  end()
  while (!rendered.includes(SLOW)) await new Promise((resolve) => setImmediate(resolve))
})

test('a process that ends takes no message', async () => {
  shareRenewals(undefined)
  expect((await send(changed())).status).toBe(503)
  shareRenewals(work)
})

test('a redirect is no page, but what is known of addresses is asked anew', async () => {
  cms.seen.length = 0
  const { status } = await send(changed({ collection: 'redirects', slug: undefined }))
  expect(status).toBe(200)
  expect(rendered).toEqual([])
  expect(cms.seen.map(({ url: asked }) => asked.split('?')[0])).toContain('/api/public/v1/slugs')
})

test('a change begins before the first page is rendered: what was kept or under way is of the past', async () => {
  const { begun, count } = pageChanges()
  onRender = () => {
    expect(pageChanges().begun).toBe(begun + 1)
    expect(pageChanges().count).toBeGreaterThan(count)
  }
  expect((await send(changed())).status).toBe(200)
  expect(rendered).not.toEqual([])
})

test('other methods are refused', async () => {
  expect((await fetch(url)).status).toBe(405)
})
