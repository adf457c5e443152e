import { Readable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { GetServerSidePropsContext } from 'next'
import { renderToStaticMarkup } from 'react-dom/server'
import { forgetAll } from '../cms/memories.ts'
import { LIMITS } from '../limits.ts'
import ContactPage, { config, getServerSideProps } from '../pages/contact.tsx'
import { setTestEnv } from '../testing/env.ts'
import { type FakeCms, startFakeCms } from '../testing/fake-cms.ts'
import { expectOutline, expectSoundIds } from '../testing/outline.ts'

let cms: FakeCms
beforeAll(async () => {
  cms = await startFakeCms()
  setTestEnv(cms.url)
})
afterAll(() => cms.close())
beforeEach(() => {
  cms.fault = undefined
  cms.contact.refusal = null
  cms.contact.received = []
  cms.seen.length = 0
})

const ADA = {
  name: 'Ada Lovelace',
  email: 'ada@example.com',
  message: 'I saw your shell & would like <b>one</b>.',
  website: '',
  token: 'token-9',
}

type Visit = {
  method?: string
  headers?: Record<string, string>
  body?: string
  query?: Record<string, string>
}

const visit = async ({ method = 'GET', headers = {}, body = '', query = {} }: Visit = {}) => {
  const req = Object.assign(Readable.from([Buffer.from(body)]), { method, headers })
  const sent: Record<string, string> = {}
  const res = {
    statusCode: 200,
    setHeader: (name: string, value: string) => Object.assign(sent, { [name]: value }),
  }
  const result = await getServerSideProps({
    req,
    res,
    query,
  } as unknown as GetServerSidePropsContext)
  if ('redirect' in result) return { status: 303, to: result.redirect.destination, html: '', sent }
  if (!('props' in result)) throw new Error('There is no page.')
  const html = renderToStaticMarkup(<ContactPage {...(await result.props)} />)
  return { status: res.statusCode, to: null, html, sent }
}

const HERE = {
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/x-www-form-urlencoded',
  'x-forwarded-for': '203.0.113.7',
}

const post = (
  more: Record<string, string> = {},
  headers: Record<string, string> = {},
  query: Record<string, string> = {},
) =>
  visit({
    method: 'POST',
    query,
    headers: { ...HERE, ...headers },
    body: new URLSearchParams({ ...ADA, ...more }).toString(),
  })

test('the form carries a token of its own, and names every field', async () => {
  const [first, second] = [await visit(), await visit()]
  expect(first.status).toBe(200)
  expectOutline(first.html)
  expectSoundIds(first.html)
  const tokenOf = (html: string) => /name="token" value="([^"]+)"/.exec(html)?.[1]
  expect(tokenOf(first.html)).toMatch(/^token-\d+$/)
  expect(tokenOf(first.html)).not.toBe(tokenOf(second.html))
  for (const field of ['name', 'email', 'message', 'website']) {
    expect(first.html).toContain(`for="${field}"`)
  }
  expect(first.html).toContain('href="mailto:noor@example.com"')
  expect(first.html).toContain('action="/contact"')
  expect(first.html).not.toMatch(/role="alert"|aria-invalid|autofocus/i)
})

test('a message reaches the CMS as JSON, with the address of the visitor, and leads to thanks', async () => {
  const { status, to } = await post({}, { 'user-agent': 'Browser', cookie: 'a=b' })
  expect([status, to]).toEqual([303, '/contact/sent'])
  expect(cms.contact.received).toEqual([ADA])
  const asked = cms.seen.find(({ method }) => method === 'POST')
  expect(asked?.headers).toMatchObject({
    'content-type': 'application/json',
    'x-forwarded-for': '203.0.113.7',
    'user-agent': 'Browser',
  })
  expect(asked?.headers).not.toHaveProperty('cookie')
})

test('in French it is French, also where it leads', async () => {
  const query = { language: 'fr', place: 'contact' }
  expect((await visit({ query })).html).toContain('action="/fr/contact"')
  expect((await post({}, {}, query)).to).toBe('/fr/contact/sent')
  const sent = await visit({ query: { language: 'fr', place: 'sent' } })
  expect(sent.html).toContain('<h1>Merci</h1>')
  expectOutline(sent.html)
})

describe('what is wrong with a form', () => {
  test('is said at its fields and above them, with what was typed, and costs the CMS nothing', async () => {
    const { status, html } = await post({ email: 'ada', message: 'Hi' })
    expect(status).toBe(422)
    expect(cms.seen.filter(({ method }) => method === 'POST')).toEqual([])
    expectSoundIds(html)
    expect(html).toMatch(/role="alert"[^>]*autofocus/i)
    expect(html).toContain('<a href="#email">')
    expect(html).toContain('aria-describedby="email-hint email-trouble"')
    expect(html).toContain('aria-describedby="message-hint message-trouble"')
    expect(html.match(/aria-invalid="true"/g)).toHaveLength(2)
    expect(html).toContain('value="Ada Lovelace"')
    expect(html).toContain('value="token-9"')
  })

  test('never becomes markup', async () => {
    const { html } = await post({ email: 'ada', name: '"><script>alert(1)</script>' })
    expect(html).not.toContain('<script>')
    expect(html).toContain('I saw your shell &amp; would like &lt;b&gt;one&lt;/b&gt;.')
  })
})

test.each([
  [422, 'form-too-fast', 'That was very fast', 'token-9'],
  [422, 'form-incomplete', 'something is missing', 'token-9'],
  [429, 'rate-limited', 'many messages from your network', 'token-9'],
  [422, 'form-expired', 'open for too long', null],
  [422, 'form-unknown', 'was not known', null],
  [503, 'invented', 'could not be delivered', 'token-9'],
])(
  'a refusal of %i %s is told, and the form can be sent again',
  async (status, code, words, token) => {
    cms.contact.refusal = { status, code, ...(status === 429 ? { retryAfter: '300' } : {}) }
    const answer = await post()
    expect(answer.status).toBe(status)
    expect(answer.html).toContain(words)
    expect(answer.html).toContain('I saw your shell')
    expect(answer.html).toContain(`value="${token ?? `token-${cms.contact.tokens}`}"`)
    expect(answer.sent['retry-after']).toBe(status === 429 ? '300' : undefined)
  },
)

test('of who asks too often nothing is sent on, no form is asked for, and what was typed is kept', async () => {
  cms.seen.length = 0
  const asked = await visit({ query: { wait: '7' } })
  const sent = await post({}, {}, { wait: '7' })
  for (const answer of [asked, sent]) {
    expect([answer.status, answer.sent['retry-after']]).toEqual([429, '7'])
  }
  expect(asked.html).not.toContain('<form action="/contact"')
  expect(sent.html).toContain('I saw your shell')
  expect(sent.html).toContain('value="token-9"')
  expect(cms.seen.filter(({ url }) => url.includes('contact'))).toEqual([])
})

test.each<Record<string, string>>([
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'none' },
  { 'content-type': 'text/plain' },
  { 'content-type': 'multipart/form-data; boundary=x' },
])('with %j nothing is read and nothing sent on', async (headers) => {
  const { status, html } = await post({}, headers)
  expect(status).toBe(403)
  expect(html).not.toContain('Ada')
  expect(cms.contact.received).toEqual([])
})

test('a browser that says only the origin is believed if it is ours', async () => {
  const ask = (origin: string | undefined) => {
    const { 'sec-fetch-site': _, ...headers } = HERE
    const body = new URLSearchParams(ADA).toString()
    return visit({
      method: 'POST',
      headers: { ...headers, ...(origin ? { origin } : {}) },
      body,
    })
  }
  expect((await ask('https://site.example')).status).toBe(303)
  for (const origin of ['https://site.example.evil.example', 'null', undefined]) {
    expect((await ask(origin)).status).toBe(403)
  }
})

test('a body past its bound is not read to its end', async () => {
  const { status, sent } = await post({ message: 'm'.repeat(LIMITS.contact.maxBodyBytes) })
  expect([status, sent.connection]).toEqual([413, 'close'])
  expect(cms.contact.received).toEqual([])
})

describe('while the CMS is away', () => {
  test('there is no form, but the mail address that was known', async () => {
    await visit()
    forgetAll()
    cms.fault = 'broken'
    const { status, html } = await visit()
    expect(status).toBe(200)
    expect(html).toContain('out of order just now')
    expect(html).toContain('href="mailto:noor@example.com"')
    expect(html).not.toContain('method="post"')
    expectOutline(html)
  })

  test('a message is not lost', async () => {
    cms.fault = 'broken'
    const { status, html } = await post()
    expect(status).toBe(503)
    expect(html).toContain('I saw your shell')
    expect(html).toContain('value="token-9"')
  })
})

test('sends no framework script', () => {
  expect(config.unstable_runtimeJS).toBe(false)
})

test('where a message was sent, the other language leads to its form', async () => {
  Object.assign(cms.content.site, { languages: ['en', 'fr'] })
  forgetAll()
  const { html } = await visit({ query: { place: 'sent' } })
  Object.assign(cms.content.site, { languages: ['en'] })
  forgetAll()
  expect(html).toContain('href="/fr/contact"')
  expect(html).not.toContain('/fr/contact/sent')
})
