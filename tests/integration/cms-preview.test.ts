// Preview links: one draft, for a quarter of an hour, for whoever an account of ours gave the link to.
import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { handleEndpoints } from 'payload'
import { PREVIEW } from '../../cms/src/limits.ts'
import { type Account, startTestCms, type TestCms } from '../support/cms.ts'
import { minimalProject } from '../support/content-samples.ts'
import { logIn } from '../support/upload.ts'

const QUARTER_MS = 15 * 60_000
const UUID = '00000000-0000-4000-8000-000000000000'

let cms: TestCms
let editor: Account
const authorization: Record<string, string> = {}
let draft: string

beforeAll(async () => {
  cms = await startTestCms()
  editor = await cms.account('editor')
  authorization.editor = await logIn(cms, editor)
  authorization.viewer = await logIn(cms, await cms.account('viewer'))
  const made = await cms.payload.create({
    collection: 'projects',
    data: { ...minimalProject('A secret draft'), _status: 'draft' },
    draft: true,
    overrideAccess: true,
  })
  draft = made.id
})
afterAll(() => cms?.stop())
beforeEach(() => {
  jest.restoreAllMocks()
})

const ask = async (path: string, init: RequestInit = {}) => {
  const request = new Request(`http://cms.example/api${path}`, init)
  const response = await handleEndpoints({ config: cms.payload.config, request })
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : {} }
}
const mint = (document: unknown, who: string | null = 'editor') =>
  ask('/preview-links', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(who ? { authorization: authorization[who] ?? '' } : {}),
    },
    body: JSON.stringify(document),
  })
const tokenOf = ({ url }: { url: string }) => new URL(url).searchParams.get('token') ?? ''
const freshToken = async (id = draft, who = 'editor') =>
  tokenOf((await mint({ collection: 'projects', id }, who)).body)
const look = (token: string, more: Record<string, string> = {}) =>
  ask('/preview-draft', { headers: { 'x-preview-token': token, ...more } })
const project = (data: object, draftOnly = true) =>
  cms.payload.create({
    collection: 'projects',
    data: { ...minimalProject('Other'), ...data, _status: draftOnly ? 'draft' : 'published' },
    draft: draftOnly,
    overrideAccess: true,
  } as never) as Promise<{ id: string }>

describe('a link', () => {
  test('is made for staff, of what the site can draw and what exists', async () => {
    const { status, body, headers } = await mint({ collection: 'projects', id: draft })
    expect(status).toBe(201)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(body.url).toMatch(/^http:\/\/site\.example\/preview\?token=[\w.-]+$/)
    const left = Date.parse(body.expiresAt) - Date.now()
    expect(left).toBeLessThanOrEqual(QUARTER_MS)
    expect(left).toBeGreaterThan(QUARTER_MS - 60_000)
    expect((await mint({ collection: 'projects', id: draft }, 'viewer')).status).toBe(201)
  })

  test.each([
    ['nobody', null, () => ({ collection: 'projects', id: draft }), 403, 'not-allowed'],
    ['of no document', 'editor', () => ({ collection: 'projects', id: UUID }), 404, 'not-found'],
    ['of a user', 'editor', () => ({ collection: 'users', id: editor.id }), 400, 'bad-request'],
    ['of another kind', 'editor', () => ({ collection: 'pages', id: draft }), 404, 'not-found'],
    ['of nonsense', 'editor', () => ({ collection: 'projects', id: '../x' }), 400, 'bad-request'],
  ])('is refused: %s', async (_, who, document, status, code) => {
    const answer = await mint(document(), who)
    expect([answer.status, answer.body.code]).toEqual([status, code])
  })

  test('is followed at once from the admin, and by no foreign page', async () => {
    const path = `/preview-links?collection=projects&id=${draft}`
    const token = (authorization.editor ?? '').replace('JWT ', '')
    const cookie = `payload-token=${token}`
    const own = await ask(path, { headers: { cookie, 'sec-fetch-site': 'same-origin' } })
    expect(own.status).toBe(303)
    expect(own.headers.get('location')).toMatch(/^http:\/\/site\.example\/preview\?token=/)
    expect(own.headers.get('referrer-policy')).toBe('no-referrer')
    const foreign = await ask(path, { headers: { cookie, 'sec-fetch-site': 'cross-site' } })
    expect(foreign.status).toBe(403)
    expect(foreign.headers.has('location')).toBe(false)
  })

  test('is offered by the admin for what has a page, and for nothing else', () => {
    const isOffered = ({ admin }: { admin: { preview?: unknown; livePreview?: unknown } }) =>
      Boolean(admin.preview) || Boolean(admin.livePreview)
    const { collections, globals } = cms.payload.config
    expect([...collections, ...globals].filter(isOffered).map(({ slug }) => slug)).toEqual([
      'projects',
      'experiences',
      'pages',
      'resume',
    ])
    const { admin } = cms.payload.collections.projects.config
    expect(admin.livePreview?.breakpoints?.map(({ width }) => width)).toEqual([360, 768, 1440])
  })

  test('in the frame beside the form stays the same for some minutes, so that the page there stays too', async () => {
    const { url } = cms.payload.collections.projects.config.admin.livePreview ?? {}
    if (typeof url !== 'function') throw new Error('The address is no function.')
    const request = { payload: cms.payload, headers: new Headers() }
    const at = (moment: number, user: unknown) => {
      jest.spyOn(Date, 'now').mockReturnValue(moment)
      return url({ data: { id: draft }, req: { ...request, user } } as never)
    }
    const first = await at(1_800_000_000_000, editor)
    expect(first).toMatch(/^http:\/\/site\.example\/preview\?token=/)
    expect(await at(1_800_000_000_001, editor)).toBe(first)
    expect(await at(1_800_000_000_000 + PREVIEW.steadyMs, editor)).not.toBe(first)
    expect(await at(1_800_000_000_000, null)).toBeUndefined()
  })
})

describe('the token of a link', () => {
  test('shows the draft of its document, never cached, and needs nobody to be logged in', async () => {
    const published = await project({ title: 'Shown', summary: 'Old' }, false)
    await cms.payload.update({
      collection: 'projects',
      id: published.id,
      data: { summary: 'Only drafted' },
      draft: true,
      overrideAccess: true,
    })
    const { status, body, headers } = await look(await freshToken(published.id))
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(body).toMatchObject({
      collection: 'projects',
      document: { title: 'Shown', summary: 'Only drafted' },
    })
    expect((await ask(`/projects/${published.id}`)).body).toMatchObject({ summary: 'Old' })
  })

  test('shows of other documents what visitors see of them', async () => {
    const hidden = await project({ title: 'Hidden one' })
    const open = await project({ title: 'Open one' }, false)
    const { id } = await project({ title: 'Two relations', related: [hidden.id, open.id] })
    const { body } = await look(await freshToken(id))
    expect(JSON.stringify(body)).not.toContain('Hidden one')
    expect(JSON.stringify(body)).toContain('Open one')
  })

  test('is worth nothing at any other address, nor with another name', async () => {
    const token = await freshToken()
    const headers = { 'x-preview-token': token, authorization: `Bearer ${token}` }
    expect((await ask(`/projects/${draft}`, { headers })).status).toBe(404)
    expect((await ask(`/projects/${draft}/checklist`, { headers })).status).toBe(403)
    expect((await ask(`/projects/${draft}`, { method: 'PATCH', headers, body: '{}' })).status).toBe(
      403,
    )
    expect((await ask(`/preview-draft?token=${token}`)).status).toBe(403)
  })

  test('shows no other document than its own', async () => {
    const other = await project({ title: 'Not yours' })
    const token = await freshToken()
    const forged = await look(token.replace(draft, other.id))
    expect([forged.status, forged.body.code]).toEqual([403, 'preview-unknown'])
    const { body } = await ask(`/preview-draft?id=${other.id}&collection=users`, {
      headers: { 'x-preview-token': token },
    })
    expect(body).toMatchObject({ collection: 'projects' })
    expect(JSON.stringify(body)).not.toContain('Not yours')
  })

  test.each([
    ['nothing', () => ''],
    ['nonsense', () => 'x'.repeat(200)],
    [
      'a signature of another key',
      (token: string) => {
        const said = token.slice(0, token.lastIndexOf('.'))
        const signature = createHmac('sha256', 'k').update(`preview:${said}`).digest('base64url')
        return `${said}.${signature}`
      },
    ],
    ['a later end', (token: string) => token.replace(/\.\w+(?=\.[\w-]+$)/, '.zzzzzzzz')],
  ])('is refused when it is %s', async (_, change) => {
    const { status, body } = await look(change(await freshToken()))
    expect([status, body.code]).toEqual([403, 'preview-unknown'])
  })

  test('works as often as it likes for a quarter of an hour, and never again', async () => {
    const token = await freshToken()
    expect((await look(token)).status).toBe(200)
    expect((await look(token)).status).toBe(200)
    const later = Date.now() + QUARTER_MS
    jest.spyOn(Date, 'now').mockReturnValue(later)
    for (const answer of [await look(token), await look(token)]) {
      expect([answer.status, answer.body.code]).toEqual([410, 'preview-expired'])
    }
  })

  test('ends with the account that asked for it: disabled or gone', async () => {
    const account = await cms.account('editor')
    authorization.leaving = await logIn(cms, account)
    const token = await freshToken(draft, 'leaving')
    expect((await look(token)).status).toBe(200)
    await cms.payload.update({
      collection: 'users',
      id: account.id,
      data: { disabled: true },
      overrideAccess: true,
    })
    expect((await look(token)).status).toBe(403)
    await cms.payload.delete({ collection: 'users', id: account.id, overrideAccess: true })
    expect((await look(token)).status).toBe(403)
  })

  test('ends with its document', async () => {
    const { id } = await project({ title: 'Short life' })
    const token = await freshToken(id)
    await cms.payload.delete({ collection: 'projects', id, overrideAccess: true })
    expect((await look(token)).status).toBe(404)
  })
})

test('what has no page of its own gets no link', async () => {
  const id = '00000000-0000-4000-8000-000000000001'
  expect((await mint({ collection: 'technologies', id })).status).toBe(400)
})
