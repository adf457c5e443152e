// A person in front of the CMS's REST API: logs in, asks, and has or has no second factor.
import { codeAt } from '../../cms/src/accounts/second-factor/codes.ts'
import { SECOND_FACTOR } from '../../cms/src/limits.ts'
import { type Account, PASSWORD, type TestCms } from './cms.ts'

export type Reply = { status: number; body: Record<string, unknown> }
export type Factor = { secret: string; recoveryCodes: string[] }

const STEP_MS = SECOND_FACTOR.stepS * 1000

export const peopleOf = (cms: () => TestCms) => {
  const send = async (method: string, path: string, token?: string, body?: unknown) => {
    const { status, body: answer } = await cms().rest(path, {
      method,
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
        'x-forwarded-for': '203.0.113.77',
        ...(token ? { authorization: `JWT ${token}` } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return { status, body: answer as Record<string, unknown> } satisfies Reply
  }
  const post = (path: string, body: unknown, token?: string) => send('POST', path, token, body)
  const get = (path: string, token?: string) => send('GET', path, token)

  const tryLogin = ({ email }: Pick<Account, 'email'>, more: object = {}) =>
    post('/users/login', { email, password: PASSWORD, ...more })

  /** Answers the token. */
  const logIn = async (account: Pick<Account, 'email'>, more: object = {}): Promise<string> => {
    const { status, body } = await tryLogin(account, more)
    if (status !== 200) throw new Error(`No login: ${status} ${JSON.stringify(body)}`)
    return String(body.token)
  }

  /** Whether the token opens anything. */
  const isLoggedIn = async (token: string): Promise<boolean> => {
    const { body } = await get('/users/me', token)
    return body.user !== null
  }

  /** The code of `step` steps from now. A code counts once, so tests that need several take neighbours. */
  const code = (secret: string, step = 0) => codeAt(secret, Date.now() + step * STEP_MS)

  /** Takes the code of the step before now: the one of now is left for the login. */
  const enrol = async (token: string): Promise<Factor> => {
    const started = await post('/users/second-factor/start', { password: PASSWORD }, token)
    const secret = String(started.body.secret)
    const done = await post('/users/second-factor/confirm', { code: code(secret, -1) }, token)
    if (done.status !== 200) throw new Error(`No second factor: ${JSON.stringify(done.body)}`)
    return { secret, recoveryCodes: done.body.recoveryCodes as string[] }
  }

  return { send, post, get, tryLogin, logIn, isLoggedIn, code, enrol }
}

/** Stable code of a refusal by Payload's login, or of one of our own endpoints. */
export const codeOf = ({ body }: Reply): unknown => {
  const errors = body.errors as { data?: { code?: string } }[] | undefined
  return errors?.[0]?.data?.code ?? body.code
}
