// Service accounts: what a program with a key can do, how its key ends, and that it is never a person.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { peopleOf } from '../support/accounts.ts'
import { PASSWORD, startTestCms, type TestCms } from '../support/cms.ts'

let cms: TestCms
let owner: string
const { post, get, logIn } = peopleOf(() => cms)

beforeAll(async () => {
  cms = await startTestCms()
  owner = await logIn(await cms.account('owner'))
})
afterAll(() => cms?.stop())

const DAY_MS = 24 * 60 * 60_000
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString()

/** A new program with its key. */
const program = async (scope: 'read' | 'write', more: object = {}) => {
  const { id } = await cms.payload.create({
    collection: 'service-accounts',
    data: { name: `Program ${Math.random()}`, scope, expiresAt: inDays(1), ...more },
    overrideAccess: true,
  })
  const { body } = await post(`/service-accounts/${id}/key`, {}, owner)
  return { id, key: String(body.key) }
}

const asProgram = async (key: string, method: string, path: string, body?: unknown) =>
  cms.rest(path, {
    method,
    headers: {
      authorization: `service-accounts API-Key ${key}`,
      'content-type': 'application/json',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })

const draft = async () => {
  const { id } = await cms.payload.create({
    collection: 'projects',
    data: {
      title: `Draft ${Math.random()}`,
      kind: 'personal',
      slug: `draft-${randomUUID()}`,
      _status: 'draft',
    } as never,
    overrideAccess: true,
  })
  return id
}

describe('with a key', () => {
  test('to read, a program sees drafts and changes nothing', async () => {
    const { key } = await program('read')
    const id = await draft()
    expect((await asProgram(key, 'GET', `/projects/${id}?draft=true`)).status).toBe(200)
    expect((await asProgram(key, 'PATCH', `/projects/${id}`, { title: 'x' })).status).toBe(403)
    expect(
      (await asProgram(key, 'POST', '/projects', { title: 'x', kind: 'personal' })).status,
    ).toBe(403)
  })

  test('to write, it writes content', async () => {
    const { key } = await program('write')
    const made = await asProgram(key, 'POST', '/projects', {
      title: 'By a program',
      kind: 'personal',
    })
    expect(made.status).toBe(201)
  })

  test.each(['read', 'write'] as const)(
    'to %s, it is near no person, terminal or key',
    async (scope) => {
      const { id, key } = await program(scope)
      const user = await cms.account('viewer')
      const refused = [
        ['GET', '/users'],
        ['GET', `/users/${user.id}`],
        ['GET', '/users/second-factor'],
        ['GET', `/users/logins?account=${user.id}`],
        ['POST', '/users/logins/end'],
        ['GET', '/service-accounts'],
        ['PATCH', `/service-accounts/${id}`],
        ['POST', `/service-accounts/${id}/key`],
        ['GET', '/audit-log'],
        ['GET', '/messages'],
        ['GET', '/archives'],
        ['GET', '/payload-jobs'],
        ['GET', '/globals/account-rules'],
        ['POST', '/globals/account-rules'],
        ['POST', '/globals/terminal'],
        ['GET', '/terminal/sessions'],
        ['POST', '/terminal/drain'],
      ] as const
      for (const [method, path] of refused) {
        const body = method === 'GET' ? undefined : { role: 'owner', scope: 'write' }
        const { status } = await asProgram(key, method, path, body)
        expect([path, status]).toEqual([path, 403])
      }
      expect((await asProgram(key, 'GET', '/access')).body).not.toMatchObject({
        canAccessAdmin: true,
      })
    },
  )
})

describe('a key', () => {
  test('is shown once and kept as a hash', async () => {
    const { id, key } = await program('read')
    const { body } = await get(`/service-accounts/${id}?depth=2`, owner)
    expect(JSON.stringify(body)).not.toContain(key)
    expect(body).not.toHaveProperty('keyFingerprint')
    const row = await cms.payload.findByID({
      collection: 'service-accounts',
      id,
      overrideAccess: true,
      showHiddenFields: true,
    })
    expect(JSON.stringify(row)).not.toContain(key)
  })

  test('is made by owners alone', async () => {
    const { id } = await program('read')
    const editor = await logIn(await cms.account('editor'))
    for (const token of [editor, undefined]) {
      expect((await post(`/service-accounts/${id}/key`, {}, token)).status).toBe(403)
    }
  })

  test('ends when it is revoked, on its last day, and when a new one is made', async () => {
    const id = await draft()
    const opens = async (key: string) =>
      (await asProgram(key, 'GET', `/projects/${id}?draft=true`)).status === 200
    const change = (account: string, data: object) =>
      cms.payload.update({
        collection: 'service-accounts',
        id: account,
        data,
        overrideAccess: true,
      })
    const [one, two, three] = [await program('read'), await program('read'), await program('read')]
    expect(await Promise.all([one, two, three].map(({ key }) => opens(key)))).toEqual([
      true,
      true,
      true,
    ])
    await change(one.id, { revoked: true })
    await change(two.id, { expiresAt: inDays(-1) })
    const { body } = await post(`/service-accounts/${three.id}/key`, {}, owner)
    expect(await Promise.all([one, two, three].map(({ key }) => opens(key)))).toEqual([
      false,
      false,
      false,
    ])
    expect(await opens(String(body.key))).toBe(true)
  })

  test('lasts two years at most', async () => {
    await expect(program('read', { expiresAt: inDays(800) })).rejects.toMatchObject({ status: 400 })
  })

  test('that is unknown or empty is nobody', async () => {
    const id = await draft()
    for (const key of ['', 'x', 'undefined', 'null']) {
      expect((await asProgram(key, 'GET', `/projects/${id}?draft=true`)).status).not.toBe(200)
    }
  })

  test('says when it was last used', async () => {
    const { id, key } = await program('read')
    await asProgram(key, 'GET', '/projects')
    const { body } = await get(`/service-accounts/${id}`, owner)
    expect(Date.now() - Date.parse(String(body.lastUsedAt))).toBeLessThan(60_000)
  })
})

test('a program has no password and no login', async () => {
  for (const action of ['login', 'forgot-password', 'reset-password', 'first-register', 'unlock']) {
    const body = { email: 'owner@example.com', password: PASSWORD, token: 'x' }
    const { status } = await post(`/service-accounts/${action}`, body)
    expect([action, status >= 400]).toEqual([action, true])
  }
})
