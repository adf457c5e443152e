// The second factor, as somebody meets it who has the password and not the phone: no way in, on any path.
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { SECOND_FACTOR } from '../../cms/src/limits.ts'
import { letOwnerIn } from '../../cms/src/owner.ts'
import { codeOf, type Factor, peopleOf } from '../support/accounts.ts'
import { type Account, PASSWORD, startTestCms, type TestCms } from '../support/cms.ts'

let cms: TestCms
const { send, post, get, tryLogin, logIn, isLoggedIn, code, enrol } = peopleOf(() => cms)

beforeAll(async () => {
  cms = await startTestCms()
})
afterAll(() => cms?.stop())
afterEach(() => {
  jest.useRealTimers()
})

/** Moves the clock of codes, not that of timers. */
const at = (ms: number) =>
  jest.useFakeTimers({
    now: ms,
    doNotFake: [
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'clearImmediate',
      'setInterval',
      'clearInterval',
      'setTimeout',
      'clearTimeout',
    ],
  })

const withFactor = async (role: 'owner' | 'editor' | 'viewer' = 'editor') => {
  const account = await cms.account(role)
  const token = await logIn(account)
  const factor = await enrol(token)
  return { account, token, factor }
}

const sessionsOf = async ({ id }: Account) => {
  const doc = await cms.payload.findByID({ collection: 'users', id, overrideAccess: true })
  return doc.sessions ?? []
}

describe('setting one up', () => {
  test('asks for the password, shows the secret once, and counts only once a code was shown', async () => {
    const account = await cms.account('viewer')
    const token = await logIn(account)
    const wrong = await post('/users/second-factor/start', { password: 'not my password' }, token)
    expect([wrong.status, codeOf(wrong)]).toEqual([400, 'password-wrong'])
    const started = await post('/users/second-factor/start', { password: PASSWORD }, token)
    expect(started.body).toMatchObject({
      secret: expect.stringMatching(/^[A-Z2-7]{32}$/),
      uri: expect.stringContaining('otpauth://totp/'),
      picture: expect.stringMatching(/^data:image\/svg\+xml;base64,/),
    })
    expect((await tryLogin(account)).status).toBe(200)
    const bad = await post('/users/second-factor/confirm', { code: '000000' }, token)
    expect(codeOf(bad)).toBe('code-wrong')
    const secret = String(started.body.secret)
    const done = await post('/users/second-factor/confirm', { code: code(secret) }, token)
    expect(done.body.recoveryCodes).toHaveLength(10)
    expect((await get('/users/second-factor', token)).body).toMatchObject({
      isOn: true,
      recoveryCodesLeft: 10,
    })
    const again = await post('/users/second-factor/start', { password: PASSWORD }, token)
    expect(codeOf(again)).toBe('second-factor-exists')
  })

  test('ends the logins that showed no code, and keeps this one', async () => {
    const account = await cms.account('viewer')
    const [old, own] = [await logIn(account), await logIn(account)]
    await enrol(own)
    expect([await isLoggedIn(old), await isLoggedIn(own)]).toEqual([false, true])
  })

  test('is for whoever is logged in, and for themselves', async () => {
    expect((await post('/users/second-factor/start', { password: PASSWORD })).status).toBe(403)
    const { account } = await withFactor()
    const other = await logIn(await cms.account('editor'))
    expect((await get(`/users/second-factor?account=${account.id}`, other)).status).toBe(403)
  })
})

describe('with the password alone', () => {
  let known: { account: Account; token: string; factor: Factor }
  beforeAll(async () => {
    known = await withFactor('owner')
  })

  test.each([{}, { code: '' }, { code: 123456 }, { code: null }, { code: ['000000'] }])(
    'there is no login: %j',
    async (more) => {
      const before = await sessionsOf(known.account)
      const reply = await tryLogin(known.account, more)
      expect([reply.status, codeOf(reply)]).toEqual([401, 'second-factor-needed'])
      expect(JSON.stringify(reply.body)).not.toContain('token')
      expect(await sessionsOf(known.account)).toEqual(before)
    },
  )

  test('nor by a reset of the password, which logs nobody in', async () => {
    const token = await cms.payload.forgotPassword({
      collection: 'users',
      data: { email: known.account.email },
      disableEmail: true,
      overrideAccess: true,
    })
    const { status, body } = await post('/users/reset-password', { token, password: PASSWORD })
    expect(status).toBe(200)
    expect(await isLoggedIn(String(body.token))).toBe(false)
    expect((await post('/users/refresh-token', {}, String(body.token))).status).toBe(403)
    expect(await isLoggedIn(known.token)).toBe(false)
    expect(codeOf(await tryLogin(known.account))).toBe('second-factor-needed')
  })

  test('nor by the Local API, by the first account, by a form, or by an API key', async () => {
    const { email } = known.account
    await expect(
      cms.payload.login({ collection: 'users', data: { email, password: PASSWORD } }),
    ).rejects.toMatchObject({ status: 401 })
    const first = { email, password: PASSWORD, name: 'x', role: 'owner' }
    expect((await post('/users/first-register', first)).status).toBe(403)
    const form = new FormData()
    form.set('_payload', JSON.stringify({ email, password: PASSWORD }))
    const { status } = await cms.rest('/users/login', { method: 'POST', body: form })
    expect(status).toBe(401)
    const { body } = await cms.rest('/users/me', {
      headers: { authorization: `users API-Key ${PASSWORD}` },
    })
    expect(body).toMatchObject({ user: null })
  })

  test('a wrong password is not told apart by whether there is a second factor', async () => {
    const wrong = { password: 'wrong password', code: '000000' }
    const reply = await tryLogin(known.account, wrong)
    expect([reply.status, codeOf(reply)]).toEqual([401, 'not-logged-in'])
    expect(reply).toEqual(await tryLogin(await cms.account('editor'), wrong))
  })
})

describe('a code', () => {
  test('opens the account once: whoever saw it typed is too late', async () => {
    const { account, factor } = await withFactor()
    const given = code(factor.secret)
    const token = await logIn(account, { code: given })
    expect(await isLoggedIn(token)).toBe(true)
    expect(codeOf(await tryLogin(account, { code: given }))).toBe('second-factor-wrong')
    const before = code(factor.secret, -1)
    expect(codeOf(await tryLogin(account, { code: before }))).toBe('second-factor-wrong')
    await logIn(account, { code: code(factor.secret, 1) })
  })

  test('is taken by one of those who give it at the same moment', async () => {
    const { account, factor } = await withFactor()
    const given = code(factor.secret)
    const replies = await Promise.all(
      Array.from({ length: 4 }, () => tryLogin(account, { code: given })),
    )
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  test('of two steps ago is too old', async () => {
    const { account, factor } = await withFactor()
    const late = code(factor.secret)
    at(Date.now() + 2 * SECOND_FACTOR.stepS * 1000)
    expect(codeOf(await tryLogin(account, { code: late }))).toBe('second-factor-wrong')
  })

  test('cannot be guessed: after a few, the right one does not count either', async () => {
    const { account, factor } = await withFactor()
    const tries = Array.from({ length: SECOND_FACTOR.maxAttempts + 3 }, (_, index) =>
      tryLogin(account, { code: String(index).padStart(6, '0') }),
    )
    const codes = (await Promise.all(tries)).map(codeOf)
    expect(codes.filter((each) => each === 'second-factor-wrong').length).toBeLessThanOrEqual(
      SECOND_FACTOR.maxAttempts,
    )
    expect(codes).toContain('second-factor-locked')
    const right = await tryLogin(account, { code: code(factor.secret) })
    expect(codeOf(right)).toBe('second-factor-locked')
    const recovery = await tryLogin(account, { code: factor.recoveryCodes[0] })
    expect(codeOf(recovery)).toBe('second-factor-locked')
  })

  test('a recovery code opens it once, however it is typed', async () => {
    const { account, factor } = await withFactor()
    const [one = '', two] = factor.recoveryCodes
    const typed = ` ${one.toLowerCase().replaceAll('-', ' ')} `
    const token = await logIn(account, { code: typed })
    expect((await get('/users/second-factor', token)).body).toMatchObject({ recoveryCodesLeft: 9 })
    expect(codeOf(await tryLogin(account, { code: one }))).toBe('second-factor-wrong')
    const replies = await Promise.all([1, 2, 3].map(() => tryLogin(account, { code: two })))
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  test('of somebody else is none', async () => {
    const [mine, theirs] = [await withFactor(), await withFactor()]
    for (const given of [code(theirs.factor.secret), theirs.factor.recoveryCodes[0]]) {
      expect(codeOf(await tryLogin(mine.account, { code: given }))).toBe('second-factor-wrong')
    }
  })
})

describe('what is kept', () => {
  test('is never answered by any interface, not even to its owner', async () => {
    const { account, token, factor } = await withFactor('owner')
    for (const path of [
      '/second-factors',
      `/second-factors?where[account][equals]=${account.id}`,
      `/users/${account.id}?depth=3`,
      '/users/me?depth=3',
      '/logins',
    ]) {
      const { status, body } = await get(path, token)
      const text = JSON.stringify(body)
      if (path.startsWith('/second') || path === '/logins')
        expect([403, 404, 501]).toContain(status)
      expect(text).not.toContain(factor.secret)
      expect(text).not.toContain('fingerprint')
    }
    expect(
      (await send('PATCH', `/users/${account.id}`, token, { secondFactor: false })).status,
    ).toBe(200)
    expect(codeOf(await tryLogin(account))).toBe('second-factor-needed')
  })

  test('is of no use without the secret of the CMS, nor for another account', async () => {
    const { account, factor } = await withFactor()
    const [row] = (
      await cms.payload.find({
        collection: 'second-factors',
        where: { account: { equals: account.id } },
        overrideAccess: true,
      })
    ).docs
    const text = JSON.stringify(row)
    expect(text).not.toContain(factor.secret)
    for (const recovery of factor.recoveryCodes) {
      expect(text).not.toContain(recovery)
      expect(text).not.toContain(recovery.replaceAll('-', ''))
    }
  })
})

describe('removing it', () => {
  test('needs the password and a code, and then the password alone is enough again', async () => {
    const { account, token, factor } = await withFactor()
    const remove = (body: object) => post('/users/second-factor/remove', body, token)
    expect((await remove({ password: PASSWORD })).status).toBe(400)
    expect(codeOf(await remove({ password: 'wrong', code: code(factor.secret) }))).toBe(
      'password-wrong',
    )
    expect(codeOf(await remove({ password: PASSWORD, code: '000000' }))).toBe('code-wrong')
    expect((await remove({ password: PASSWORD, code: code(factor.secret) })).status).toBe(204)
    expect((await tryLogin(account)).status).toBe(200)
  })

  test('an owner does it for somebody who lost theirs, whose logins end; nobody else does', async () => {
    const { account, token } = await withFactor()
    const body = { password: PASSWORD, account: account.id }
    const editor = await logIn(await cms.account('editor'))
    expect((await post('/users/second-factor/remove', body, editor)).status).toBe(403)
    const owner = await cms.account('owner')
    const ownerToken = await logIn(owner)
    expect((await post('/users/second-factor/remove', body, ownerToken)).status).toBe(204)
    expect(await isLoggedIn(token)).toBe(false)
    expect((await tryLogin(account)).status).toBe(200)
    const own = { password: PASSWORD, account: owner.id }
    expect((await post('/users/second-factor/remove', own, ownerToken)).status).toBe(403)
  })

  test('new recovery codes take the place of the old', async () => {
    const { account, token, factor } = await withFactor()
    const given = { password: PASSWORD, code: code(factor.secret) }
    const { body } = await post('/users/second-factor/recovery-codes', given, token)
    const [fresh] = body.recoveryCodes as string[]
    const old = await tryLogin(account, { code: factor.recoveryCodes[0] })
    expect(codeOf(old)).toBe('second-factor-wrong')
    expect((await tryLogin(account, { code: fresh })).status).toBe(200)
  })

  test('whoever runs the CMS lets in an owner who is shut out', async () => {
    const { account, token } = await withFactor('owner')
    await cms.account('owner')
    const changed = { role: 'viewer', disabled: true } as const
    await cms.payload.update({
      collection: 'users',
      id: account.id,
      data: changed,
      overrideAccess: true,
    })
    const password = 'given to me on the server'
    const env = { OWNER_EMAIL: account.email, OWNER_PASSWORD: password }
    expect(await letOwnerIn(cms.payload, env)).toBe(account.email)
    expect(await isLoggedIn(token)).toBe(false)
    const reply = await tryLogin(account, { password })
    expect([reply.status, (reply.body.user as Account).role]).toEqual([200, 'owner'])
    const other = { OWNER_EMAIL: `new-${account.email}`, OWNER_PASSWORD: password }
    await letOwnerIn(cms.payload, other)
    expect((await tryLogin({ email: other.OWNER_EMAIL }, { password })).status).toBe(200)
  })

  test('a deleted account leaves nothing of it', async () => {
    const { account } = await withFactor()
    await cms.payload.delete({ collection: 'users', id: account.id, overrideAccess: true })
    for (const collection of ['second-factors', 'logins'] as const) {
      const { totalDocs } = await cms.payload.count({
        collection,
        where: { account: { exists: false } },
        overrideAccess: true,
      })
      expect(totalDocs).toBe(0)
    }
  })
})

describe('when owners require one of everybody', () => {
  const require = (requireSecondFactor: boolean) =>
    cms.payload.updateGlobal({
      slug: 'account-rules',
      data: { requireSecondFactor },
      overrideAccess: true,
    })
  afterEach(() => require(false))

  test('whoever has none can do nothing but get one', async () => {
    const account = await cms.account('owner')
    const token = await logIn(account)
    await require(true)
    expect((await get('/archives', token)).status).toBe(403)
    expect((await get('/terminal/sessions', token)).status).toBe(403)
    expect((await get('/users', token)).body).toMatchObject({ totalDocs: 1 })
    expect((await post('/globals/site', { name: 'x' }, token)).status).toBe(403)
    const off = { requireSecondFactor: false }
    expect((await post('/globals/account-rules', off, token)).status).toBe(403)
    expect((await get('/users/second-factor', token)).body).toMatchObject({
      isOn: false,
      isDue: true,
    })
    await enrol(token)
    expect((await get('/archives', token)).status).toBe(200)
    expect((await get('/terminal/sessions', token)).status).toBe(200)
  })

  test('a role alone does not change that', async () => {
    const token = await logIn(await cms.account('editor'))
    await require(true)
    const project = { title: 'No', kind: 'personal' }
    expect((await post('/projects', project, token)).status).toBe(403)
  })
})
