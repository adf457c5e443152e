// Whether an account may still operate terminals, as Payload itself keeps logins: in the real CMS, on a real database.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { editors } from '../../cms/src/access/rules.ts'
import { createOperatorCheck, operatorOf } from '../../plugins/terminal/src/operators/operator.ts'
import { type Account, PASSWORD, startTestCms, type TestCms } from '../support/cms.ts'

let cms: TestCms

beforeAll(async () => {
  cms = await startTestCms()
})
afterAll(() => cms?.stop())

const check = (operator: ReturnType<typeof operatorOf>) =>
  createOperatorCheck({ payload: cms.payload, settings: { mayOperate: editors } })(operator)

const post = (path: string, token?: string, body: unknown = {}) =>
  cms.rest(path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token ? { authorization: `JWT ${token}` } : {}),
    },
    body: JSON.stringify(body),
  })

const logIn = async ({ email }: Account) => {
  const { body } = await post('/users/login', undefined, { email, password: PASSWORD })
  const { token } = body as { token: string }
  const headers = new Headers({ authorization: `JWT ${token}` })
  const { user } = await cms.payload.auth({ headers })
  return { token, operator: operatorOf({ user }) }
}

describe('an operator who is logged in', () => {
  test('is one until the login ends, whatever other logins there are', async () => {
    const account = await cms.account('owner')
    const laptop = await logIn(account)
    const phone = await logIn(account)
    expect(laptop.operator).toEqual({
      collection: 'users',
      id: account.id,
      login: expect.stringMatching(/^[\da-f-]{36}$/),
    })
    expect(phone.operator.login).not.toBe(laptop.operator.login)
    expect(await Promise.all([laptop, phone].map(({ operator }) => check(operator)))).toEqual([
      true,
      true,
    ])
    expect((await post('/users/logout', laptop.token)).status).toBe(200)
    expect(await Promise.all([laptop, phone].map(({ operator }) => check(operator)))).toEqual([
      false,
      true,
    ])
  })

  test('stays one when the login is prolonged', async () => {
    const { token, operator } = await logIn(await cms.account('editor'))
    expect((await post('/users/refresh-token', token)).status).toBe(200)
    expect(await check(operator)).toBe(true)
  })

  test('is none any more once the role or the account is gone', async () => {
    const account = await cms.account('editor')
    const { operator } = await logIn(account)
    expect(await check(operator)).toBe(true)
    await cms.payload.update({
      collection: 'users',
      id: account.id,
      data: { role: 'viewer' },
      overrideAccess: true,
    })
    expect(await check(operator)).toBe(false)
    const other = await cms.account('editor')
    const gone = await logIn(other)
    await cms.payload.delete({ collection: 'users', id: other.id, overrideAccess: true })
    expect(await check(gone.operator)).toBe(false)
  })
})

describe('whoever watches or says something', () => {
  const CMS = 'http://cms.example'
  const ask = async (what: string, token?: string) => {
    const { status, body } = await cms.rest(`/terminal/sessions/nobody/${what}`, {
      method: 'POST',
      headers: { origin: CMS, ...(token ? { authorization: `JWT ${token}` } : {}) },
      body: JSON.stringify(what === 'notice' ? { text: 'Hello.' } : {}),
    })
    return `${status} ${(body as { code: string }).code}`
  }

  test.each([
    ['owner', '410 session-gone', '503 service-unavailable'],
    ['editor', '410 session-gone', '503 service-unavailable'],
    ['viewer', '403 not-allowed', '403 not-allowed'],
  ] as const)('%s gets as far as they may', async (role, watch, notice) => {
    const { token } = await logIn(await cms.account(role))
    expect([await ask('watch', token), await ask('notice', token)]).toEqual([watch, notice])
  })

  test('is no stranger, and nobody who has logged out', async () => {
    const { token } = await logIn(await cms.account('owner'))
    await post('/users/logout', token)
    for (const by of [undefined, token]) {
      expect([await ask('watch', by), await ask('notice', by)]).toEqual([
        '403 not-allowed',
        '403 not-allowed',
      ])
    }
  })
})
