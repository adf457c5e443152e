import { describe, expect, it } from '@jest/globals'
import { SESSION_AUDIENCE } from '@shellfolio/protocol'
import { jwtVerify } from 'jose'
import { grantFor, signGrant } from './grant.ts'

const ARCHIVE = {
  url: 'http://127.0.0.1/a',
  token: 't',
  sha256: '0',
  bytes: 1,
  format: 'tar.gz',
} as const
const KEY = 'k'.repeat(32)

describe('a launch of the bench', () => {
  it('is signed as the service checks it', async () => {
    const token = signGrant(grantFor(ARCHIVE), KEY)
    const { payload } = await jwtVerify(token, new TextEncoder().encode(KEY), {
      audience: SESSION_AUDIENCE,
      algorithms: ['HS256'],
    })
    expect(payload.grant).toMatchObject({ role: 'controller', archive: ARCHIVE })
  })

  it('is worth one session each', async () => {
    const claims = [1, 2].map(() => grantFor(ARCHIVE))
    expect(claims[0]?.sid).not.toBe(claims[1]?.sid)
    const ids = claims.map((grant) => {
      const [, body = ''] = signGrant(grant, KEY).split('.')
      return (JSON.parse(Buffer.from(body, 'base64url').toString()) as { jti: string }).jti
    })
    expect(new Set(ids).size).toBe(2)
  })
})
