// Accounts: nobody makes themselves more than they are, passwords are long, and an owner always remains.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { SETUP_CONTEXT } from '../../cms/src/access/account-rules.ts'
import type { Role } from '../../cms/src/access/roles.ts'
import { MAX_LOGIN_ATTEMPTS } from '../../cms/src/limits.ts'
import { ensureOwner, makeOwner } from '../../cms/src/owner.ts'
import { type Account, PASSWORD, startTestCms, type TestCms } from '../support/cms.ts'

let cms: TestCms

beforeAll(async () => {
  cms = await startTestCms()
})
afterAll(() => cms?.stop())

const post = (path: string, body: unknown) =>
  cms.rest(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

const update = (by: Account, id: string, data: Record<string, unknown>) =>
  cms.payload.update({ collection: 'users', id, data, overrideAccess: false, user: by })

const roleOf = async (id: string): Promise<Role> => {
  const { role } = await cms.payload.findByID({ collection: 'users', id, overrideAccess: true })
  return role
}

describe('the first account', () => {
  test('is not for whoever finds an empty database', async () => {
    const stranger = { email: 'me@example.com', password: PASSWORD, name: 'Me', role: 'owner' }
    expect((await post('/users/first-register', stranger)).status).toBe(403)
    expect((await post('/users', stranger)).status).toBe(403)
    const { totalDocs } = await cms.payload.count({ collection: 'users', overrideAccess: true })
    expect(totalDocs).toBe(0)
  })

  test('is made once, by setup, as an owner', async () => {
    const env = { OWNER_EMAIL: 'owner@example.com', OWNER_PASSWORD: PASSWORD }
    await expect(ensureOwner(cms.payload, { ...env, OWNER_PASSWORD: 'short' })).rejects.toThrow(
      'OWNER_PASSWORD',
    )
    expect(await ensureOwner(cms.payload, env)).toBe('owner@example.com')
    expect(await ensureOwner(cms.payload, env)).toBeUndefined()
    const { docs } = await cms.payload.find({ collection: 'users', overrideAccess: true })
    expect(docs.map(({ role }) => role)).toEqual(['owner'])
  })
})

describe('roles', () => {
  test.each(['editor', 'viewer'] as const)('%s cannot raise their own', async (role) => {
    const account = await cms.account(role)
    await update(account, account.id, { role: 'owner', name: 'Renamed' })
    expect(await roleOf(account.id)).toBe(role)
  })

  test('an editor neither changes nor sees other accounts', async () => {
    const editor = await cms.account('editor')
    const viewer = await cms.account('viewer')
    await expect(update(editor, viewer.id, { name: 'x' })).rejects.toMatchObject({ status: 403 })
    const { docs } = await cms.payload.find({
      collection: 'users',
      overrideAccess: false,
      user: editor,
    })
    expect(docs.map(({ id }) => id)).toEqual([editor.id])
  })

  test('an owner gives and takes them', async () => {
    const owner = await cms.account('owner')
    const viewer = await cms.account('viewer')
    await update(owner, viewer.id, { role: 'editor' })
    expect(await roleOf(viewer.id)).toBe('editor')
  })
})

describe('the last owner', () => {
  const owners = async () => {
    const { docs } = await cms.payload.find({
      collection: 'users',
      where: { role: { equals: 'owner' } },
      pagination: false,
      overrideAccess: true,
    })
    return docs.map((doc): Account => ({ ...doc, collection: 'users' }))
  }
  const leaveOnly = async (count: number): Promise<Account[]> => {
    for (const { id } of (await owners()).slice(count)) {
      await cms.payload.delete({ collection: 'users', id, overrideAccess: true })
    }
    return owners()
  }

  test('can neither be removed nor become less, by anyone', async () => {
    const [owner] = await leaveOnly(1)
    await expect(update(owner!, owner!.id, { role: 'editor' })).rejects.toMatchObject({
      status: 400,
    })
    await expect(
      cms.payload.delete({ collection: 'users', id: owner!.id, overrideAccess: true }),
    ).rejects.toMatchObject({ status: 400 })
    expect(await roleOf(owner!.id)).toBe('owner')
  })

  test('remains when two owners remove each other at the same moment', async () => {
    await cms.account('owner')
    const [one, two] = await leaveOnly(2)
    await Promise.allSettled([
      update(one!, two!.id, { role: 'viewer' }),
      update(two!, one!.id, { role: 'viewer' }),
    ])
    expect(await owners()).toHaveLength(1)
  })

  test.each(['removed', 'demoted', 'disabled'] as const)(
    'remains when all owners are %s by one request',
    async (way) => {
      await cms.account('owner')
      await cms.account('owner')
      const where = { role: { equals: 'owner' } } as const
      const bulk = { collection: 'users', where, overrideAccess: true } as const
      if (way === 'removed') await cms.payload.delete(bulk)
      if (way === 'demoted') await cms.payload.update({ ...bulk, data: { role: 'viewer' } })
      if (way === 'disabled') await cms.payload.update({ ...bulk, data: { disabled: true } })
      expect((await owners()).filter(({ disabled }) => !disabled)).toHaveLength(1)
    },
  )
})

describe('who may not set a password', () => {
  test('learns nothing of the name of its account from how it is refused', async () => {
    const { id } = await cms.payload.update({
      collection: 'users',
      id: (await cms.account('owner')).id,
      data: { name: 'Wilhelmina' },
      overrideAccess: true,
    })
    const viewer = await cms.account('viewer')
    for (const password of ['wilhelmina 12', 'guttenberg 12']) {
      await expect(update(viewer, id, { password })).rejects.toMatchObject({ status: 403 })
      const stranger = await cms.rest(`/users/${id}`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ password }),
      })
      expect(stranger.status).toBe(403)
    }
  })
})

describe('passwords', () => {
  const create = (password: string) =>
    cms.payload.create({
      collection: 'users',
      data: { email: `p${Math.random()}@example.com`, password, name: 'P', role: 'viewer' },
      context: SETUP_CONTEXT,
      overrideAccess: true,
    })

  test('have at least 12 characters, when an account is made and when one is changed', async () => {
    await expect(create('elevenchars')).rejects.toMatchObject({ status: 400 })
    const { id } = await create('twelve chars')
    await expect(
      cms.payload.update({
        collection: 'users',
        id,
        data: { password: 'abc' },
        overrideAccess: true,
      }),
    ).rejects.toMatchObject({ status: 400 })
  })

  test.each(['qwerty123456', 'P@ssw0rd2026!'])('are not %s, whoever sets it', async (common) => {
    await expect(create(common)).rejects.toMatchObject({ status: 400 })
    const account = await cms.account('viewer')
    await expect(update(account, account.id, { password: common })).rejects.toMatchObject({
      status: 400,
    })
    const token = await cms.payload.forgotPassword({
      collection: 'users',
      data: { email: account.email },
      disableEmail: true,
      overrideAccess: true,
    })
    expect((await post('/users/reset-password', { token, password: common })).status).toBe(400)
    const env = { OWNER_EMAIL: 'o@example.com', OWNER_PASSWORD: common }
    await expect(makeOwner(cms.payload, env)).rejects.toMatchObject({ status: 400 })
  })

  test('are not made from the address of the account, which a change does not repeat', async () => {
    const account = await cms.account('viewer')
    const own = `${account.email.split('@')[0]}1`
    await expect(update(account, account.id, { password: own })).rejects.toMatchObject({
      message: expect.stringContaining('your name'),
    })
    const token = await cms.payload.forgotPassword({
      collection: 'users',
      data: { email: account.email },
      disableEmail: true,
      overrideAccess: true,
    })
    const { body } = await post('/users/reset-password', { token, password: account.email })
    expect(JSON.stringify(body)).toContain('your name')
  })

  test('are not given to many accounts at once', async () => {
    const change = cms.payload.update({
      collection: 'users',
      where: { role: { equals: 'viewer' } },
      data: { password: PASSWORD },
      overrideAccess: true,
    })
    await expect(change).rejects.toMatchObject({ status: 400 })
  })

  test('are not accepted when they are absurdly long', async () => {
    await expect(create('x'.repeat(257))).rejects.toMatchObject({ status: 400 })
  })

  test('lock the account after too many wrong ones', async () => {
    const { email } = await cms.account('viewer')
    for (let attempt = 0; attempt < MAX_LOGIN_ATTEMPTS; attempt += 1) {
      const { status } = await post('/users/login', { email, password: 'wrong password' })
      expect(status).toBe(401)
    }
    expect((await post('/users/login', { email, password: PASSWORD })).status).toBe(401)
  })
})

test.each([
  ['POST', '/graphql'],
  ['GET', '/graphql?query={__typename}'],
  ['GET', '/graphql-playground'],
])('there is no GraphQL: %s %s', async (method, path) => {
  const body = method === 'POST' ? { body: '{"query":"{__typename}"}' } : {}
  const headers = { 'content-type': 'application/json' }
  expect((await cms.rest(path, { method, headers, ...body })).status).toBe(404)
})
