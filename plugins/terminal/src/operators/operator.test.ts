import { describe, expect, test } from '@jest/globals'
import type { PayloadRequest } from 'payload'
import { fakePayload, OWNER } from '../../../../tests/support/plugin/fake-payload.ts'
import { createOperatorCheck, operatorOf } from './operator.ts'

const of = (user: unknown) => operatorOf({ user } as Pick<PayloadRequest, 'user'>)
const LOGIN = { collection: 'users', id: 'owner', login: 'login-1' }

describe('an operator', () => {
  test('is an account with its login', () => {
    expect(of(OWNER)).toEqual(LOGIN)
    expect(of({ collection: 'staff', id: 7 })).toEqual({ collection: 'staff', id: 7 })
  })

  test.each([undefined, null, { ...OWNER, _strategy: 'api-key' }])('is not %j', (user) => {
    expect(() => of(user)).toThrow(expect.objectContaining({ code: 'not-allowed' }))
  })
})

describe('whether they still are one', () => {
  const check = (mayOperate: (asked: { req: PayloadRequest }) => boolean = () => true) => {
    const cms = fakePayload()
    return { cms, may: createOperatorCheck({ payload: cms.payload, settings: { mayOperate } }) }
  }

  test('is what the host says of a request with that account', async () => {
    const seen: unknown[] = []
    const { may, cms } = check(({ req }) => {
      seen.push([req.user?.id, req.user?.collection, req.payload === cms.payload])
      return seen.length === 1
    })
    expect(await may(LOGIN)).toBe(true)
    expect(await may(LOGIN)).toBe(false)
    expect(seen[0]).toEqual(['owner', 'users', true])
  })

  test.each([
    ['another login', { ...LOGIN, login: 'login-2' }],
    ['an account that is gone', { ...LOGIN, id: 'nobody' }],
    ['a collection that is gone', { ...LOGIN, collection: 'nowhere' }],
    ['a collection without accounts', { ...LOGIN, collection: 'demos' }],
  ])('is denied for %s', async (_, operator) => {
    expect(await check().may(operator)).toBe(false)
  })

  test('is denied once the login has expired, without the host being asked', async () => {
    const { may, cms } = check(() => {
      throw new Error('asked')
    })
    cms.documents.users = [
      { id: 'owner', sessions: [{ id: 'login-1', expiresAt: '2020-01-01T00:00:00Z' }] },
    ]
    expect(await may(LOGIN)).toBe(false)
    cms.documents.users = [{ id: 'owner' }]
    expect(await may(LOGIN)).toBe(false)
  })

  test('is unknown when the database does not answer', async () => {
    const { may, cms } = check()
    cms.payload.findByID = async () => {
      throw new Error('no database')
    }
    await expect(may(LOGIN)).rejects.toThrow('no database')
  })
})
