// The owner of the running system, through the CMS's API.
import { runningStack } from './e2e.ts'

export type Owner = {
  /** `path` starts after `/api`. */
  call: (path: string, init?: RequestInit) => Promise<Response>
  /** Changes the terminals' settings. @throws {Error} when the CMS refuses */
  setTerminal: (change: object) => Promise<void>
}

const JSON_BODY = { 'content-type': 'application/json' }

export const logInOwner = async (): Promise<Owner> => {
  const { cmsUrl, ownerEmail: email, ownerPassword: password } = runningStack()
  const login = await fetch(`${cmsUrl}/api/users/login`, {
    method: 'POST',
    headers: JSON_BODY,
    body: JSON.stringify({ email, password }),
  })
  const { token } = (await login.json()) as { token: string }
  const call: Owner['call'] = (path, init = {}) =>
    fetch(`${cmsUrl}/api${path}`, {
      ...init,
      headers: { ...JSON_BODY, authorization: `JWT ${token}` },
    })
  return {
    call,
    setTerminal: async (change) => {
      const body = JSON.stringify(change)
      const { status } = await call('/globals/terminal', { method: 'POST', body })
      if (status !== 200) throw new Error(`The CMS answered ${status}.`)
    },
  }
}
