// What an owner writes and reads by REST, in the tests of what visitors then get.
import { expect } from '@jest/globals'
import { api, cms, type Data } from './public-api.ts'
import { logIn } from './upload.ts'

/** Logs in as an owner of the CMS that `startApi` has started. */
export const ownerRest = async () => {
  const authorization = await logIn(cms, await cms.account('owner'))
  const write = (method: string, path: string, data: Data = {}) =>
    cms.rest(path, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(data),
    })
  return {
    write,
    read: (path: string) => cms.rest(path, { headers: { authorization } }),
    /** Visitors read it from then on, if it is published. */
    inFrench: async (path: string, data: Data) => {
      const { status, body } = await write('PATCH', `${path}?locale=fr`, data)
      expect({ status, body }).toMatchObject({ status: 200 })
      await api.empty()
      return body as { doc: Data }
    },
  }
}
