// Logins: seen and ended by their owner, and no way for one that ended to come back.
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { EmailAdapter } from 'payload'
import { editors } from '../../cms/src/access/rules.ts'
import { forgotPasswordsSent } from '../../cms/src/accounts/forgot-password.ts'
import { createOperatorCheck, operatorOf } from '../../plugins/terminal/src/operators/operator.ts'
import { peopleOf } from '../support/accounts.ts'
import { type Account, startTestCms, type TestCms } from '../support/cms.ts'

const NEW_PASSWORD = 'another long passphrase'

let cms: TestCms
const mails: { to: unknown; html: string }[] = []
const outbox: EmailAdapter = () => ({
  name: 'kept',
  defaultFromAddress: 'cms@example.com',
  defaultFromName: 'CMS',
  sendEmail: async ({ to, html }) => {
    mails.push({ to, html: String(html) })
  },
})
const { send, post, get, tryLogin, logIn, isLoggedIn } = peopleOf(() => cms)

beforeAll(async () => {
  cms = await startTestCms({ extend: (config) => ({ ...config, email: outbox }) })
})
afterAll(() => cms?.stop())

type Login = { id: string; browser: string; address: string; seenAt: string; isThis: boolean }
const loginsOf = async (token: string, account?: string) => {
  const { body } = await get(`/users/logins${account ? `?account=${account}` : ''}`, token)
  return body.logins as Login[]
}

const update = ({ id }: Account, data: object) =>
  cms.payload.update({ collection: 'users', id, data, overrideAccess: true })

describe('the list', () => {
  test('shows browser, time and a shortened address, and nothing that opens the account', async () => {
    const account = await cms.account('viewer')
    await logIn(account)
    const token = await logIn(account)
    const logins = await loginsOf(token)
    expect(logins).toHaveLength(2)
    expect(logins.filter(({ isThis }) => isThis)).toHaveLength(1)
    for (const login of logins) {
      expect(login).toMatchObject({ browser: 'Firefox on Linux', address: '203.0.113.x' })
      expect(Date.now() - Date.parse(login.seenAt)).toBeLessThan(60_000)
    }
    expect(JSON.stringify(logins)).not.toContain('203.0.113.77')
  })

  test('of others is for owners', async () => {
    const account = await cms.account('viewer')
    await logIn(account)
    const owner = await logIn(await cms.account('owner'))
    expect(await loginsOf(owner, account.id)).toHaveLength(1)
    const editor = await logIn(await cms.account('editor'))
    expect((await get(`/users/logins?account=${account.id}`, editor)).status).toBe(403)
    expect((await get('/users/logins')).status).toBe(403)
    expect((await get('/users/logins?account=x', owner)).status).toBe(400)
  })
})

describe('ending logins', () => {
  test('one of them, at once, by its id, and never that of somebody else', async () => {
    const account = await cms.account('viewer')
    const [one, two] = [await logIn(account), await logIn(account)]
    const other = (await loginsOf(two)).find(({ isThis }) => !isThis)!
    const stranger = await logIn(await cms.account('editor'))
    expect((await post('/users/logins/end', { login: other.id }, stranger)).status).toBe(404)
    expect(
      (await post('/users/logins/end', { login: other.id, account: account.id }, stranger)).status,
    ).toBe(403)
    expect(await isLoggedIn(one)).toBe(true)
    expect((await post('/users/logins/end', { login: other.id }, two)).body).toEqual({ ended: 1 })
    expect([await isLoggedIn(one), await isLoggedIn(two)]).toEqual([false, true])
    expect((await post('/users/refresh-token', {}, one)).status).toBe(403)
    expect(await loginsOf(two)).toHaveLength(1)
  })

  test('all others, and by an owner all of somebody', async () => {
    const account = await cms.account('viewer')
    const tokens = [await logIn(account), await logIn(account), await logIn(account)]
    await post('/users/logins/end', {}, tokens[2])
    expect(await Promise.all(tokens.map(isLoggedIn))).toEqual([false, false, true])
    const owner = await logIn(await cms.account('owner'))
    await post('/users/logins/end', { account: account.id }, owner)
    expect(await isLoggedIn(tokens[2]!)).toBe(false)
    expect(await isLoggedIn(owner)).toBe(true)
  })

  test('a new password, another role and a disabled account do it by themselves', async () => {
    for (const data of [{ password: NEW_PASSWORD }, { role: 'viewer' }, { disabled: true }]) {
      const account = await cms.account('editor')
      const token = await logIn(account)
      await update(account, { name: 'Renamed' })
      expect(await isLoggedIn(token)).toBe(true)
      await update(account, data)
      expect([data, await isLoggedIn(token)]).toEqual([data, false])
    }
  })

  test('whoever changes their own password keeps this login and no other', async () => {
    const account = await cms.account('viewer')
    const [old, own] = [await logIn(account), await logIn(account)]
    const { status } = await send('PATCH', `/users/${account.id}`, own, { password: NEW_PASSWORD })
    expect(status).toBe(200)
    expect([await isLoggedIn(old), await isLoggedIn(own)]).toEqual([false, true])
  })

  test('an operator at a terminal is none any more', async () => {
    const account = await cms.account('editor')
    const token = await logIn(account)
    const { user } = await cms.payload.auth({
      headers: new Headers({ authorization: `JWT ${token}` }),
    })
    const check = createOperatorCheck({ payload: cms.payload, settings: { mayOperate: editors } })
    const operator = operatorOf({ user })
    expect(await check(operator)).toBe(true)
    const owner = await logIn(await cms.account('owner'))
    await post('/users/logins/end', { account: account.id }, owner)
    expect(await check(operator)).toBe(false)
  })
})

describe('a disabled account', () => {
  test('does not log in, is not told apart from a wrong password, and is no operator', async () => {
    const account = await cms.account('editor')
    await update(account, { disabled: true })
    const refused = await tryLogin(account)
    const wrong = await tryLogin(account, { password: 'wrong password' })
    expect([refused.status, refused.body]).toEqual([wrong.status, wrong.body])
    await update(account, { disabled: false })
    expect((await tryLogin(account)).status).toBe(200)
  })

  test('is not the last owner', async () => {
    const { docs } = await cms.payload.find({
      collection: 'users',
      where: { role: { equals: 'owner' } },
      pagination: false,
      overrideAccess: true,
    })
    const last = await cms.account('owner')
    for (const { id } of docs) await update({ id } as Account, { disabled: true })
    await expect(update(last, { disabled: true })).rejects.toMatchObject({ status: 400 })
  })

  test('cannot be made one or freed by anybody but an owner', async () => {
    const account = await cms.account('editor')
    const token = await logIn(account)
    await send('PATCH', `/users/${account.id}`, token, { disabled: true })
    expect(await isLoggedIn(token)).toBe(true)
  })
})

describe('while a password is hashed', () => {
  /** Runs `change` between Payload's look at the account and its writing it back. */
  const during = async (account: Account, change: () => Promise<unknown>) => {
    const { db } = cms.payload
    const real = db.updateOne
    const before = jest.spyOn(db, 'updateOne').mockImplementationOnce(async (args) => {
      before.mockRestore()
      await change()
      return real.call(db, args)
    })
    return tryLogin(account)
  }

  test('a role that is taken away stays away', async () => {
    const account = await cms.account('owner')
    const { status } = await during(account, () => update(account, { role: 'viewer' }))
    expect(status).toBe(401)
    const now = await cms.payload.findByID({
      collection: 'users',
      id: account.id,
      overrideAccess: true,
    })
    expect(now.role).toBe('viewer')
  })

  test('the old password neither opens the account nor comes back', async () => {
    const account = await cms.account('viewer')
    const { status } = await during(account, () => update(account, { password: NEW_PASSWORD }))
    expect(status).toBe(401)
    expect((await tryLogin(account)).status).toBe(401)
    expect((await tryLogin(account, { password: NEW_PASSWORD })).status).toBe(200)
  })

  test('a login that is ended stays ended, and another that begins is kept', async () => {
    const account = await cms.account('viewer')
    const ended = await logIn(account)
    let begun = ''
    const { status } = await during(account, async () => {
      begun = await logIn(account)
      const other = (await loginsOf(begun)).find(({ isThis }) => !isThis)!
      await post('/users/logins/end', { login: other.id }, begun)
    })
    expect(status).toBe(200)
    expect([await isLoggedIn(ended), await isLoggedIn(begun)]).toEqual([false, true])
  })
})

describe('a forgotten password', () => {
  test('is answered alike and at once, whether there is such an account or not', async () => {
    const account = await cms.account('viewer')
    // The answer may wait neither for the database nor for the mail.
    let finish = () => {}
    const waits = new Promise<string>((resolve) => {
      finish = () => resolve('')
    })
    const slow = jest.spyOn(cms.payload, 'forgotPassword').mockReturnValue(waits)
    const replies = await Promise.all(
      [account.email, 'nobody@example.com', "' or 1=1"].map((email) =>
        post('/users/forgot-password', { email }),
      ),
    )
    slow.mockRestore()
    finish()
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1)
    expect(replies[0]?.status).toBe(200)
  })
})

describe('the link in the mail', () => {
  const ask = async (email: string) => {
    await post('/users/forgot-password', { email })
    await forgotPasswordsSent(cms.payload)
    const { html = '' } = mails.find(({ to }) => to === email) ?? {}
    return { html, token: /\/admin\/reset\/([\da-f]+)/.exec(html)?.[1] }
  }

  test('leads to the CMS itself and works once', async () => {
    const account = await cms.account('viewer')
    const { html, token } = await ask(account.email)
    expect(html).toContain(`http://cms.example/admin/reset/${token}`)
    const reset = (password: string) => post('/users/reset-password', { token, password })
    const replies = await Promise.all([reset(NEW_PASSWORD), reset('yet another long one')])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 403])
    expect((await reset(NEW_PASSWORD)).status).toBe(403)
    expect((await tryLogin(account)).status).toBe(401)
  })

  test('is of no use after an hour, nor for a disabled account', async () => {
    const account = await cms.account('viewer')
    const { token } = await ask(account.email)
    await cms.payload.db.updateOne({
      collection: 'users',
      id: account.id,
      data: { resetPasswordExpiration: new Date(Date.now() - 1000).toISOString() },
    })
    const late = await post('/users/reset-password', { token, password: NEW_PASSWORD })
    expect(late.status).toBe(403)
    const other = await cms.account('viewer')
    const asked = await ask(other.email)
    await update(other, { disabled: true })
    const reply = { token: asked.token, password: NEW_PASSWORD }
    expect((await post('/users/reset-password', reply)).status).toBe(401)
    await update(other, { disabled: false })
    expect((await tryLogin(other)).status).toBe(200)
  })

  test('is mailed once a minute at most', async () => {
    const account = await cms.account('viewer')
    await ask(account.email)
    await ask(account.email)
    expect(mails.filter(({ to }) => to === account.email)).toHaveLength(1)
  })
})

test('a login cannot be put into the account from outside', async () => {
  const account = await cms.account('viewer')
  const token = await logIn(account)
  const [login] = await loginsOf(token)
  const stranger = await cms.account('editor')
  const theirs = await logIn(stranger)
  const sessions = [{ id: login?.id, expiresAt: new Date(Date.now() + 1e7).toISOString() }]
  await send('PATCH', `/users/${stranger.id}`, theirs, { sessions })
  expect((await loginsOf(theirs)).map(({ id }) => id)).not.toContain(login?.id)
  expect(await isLoggedIn(token)).toBe(true)
})
