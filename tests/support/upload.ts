// Uploads as a browser does them: a form with a file, by somebody who is logged in.
import { type Account, PASSWORD, type TestCms } from './cms.ts'
import type { TestFile } from './files.ts'

export type Answer = { status: number; body: unknown }
type More = { method?: string; isStranger?: boolean; data?: object }
export type Upload = (path: string, file: TestFile, more?: More) => Promise<Answer>

/** A token of the account, as the Authorization header takes it. */
export const logIn = async (cms: TestCms, { email }: Account): Promise<string> => {
  const { body } = await cms.rest('/users/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: PASSWORD }),
  })
  return `JWT ${(body as { token: string }).token}`
}

/** `isStranger`: without being logged in. `data`: the other fields, by default a text alternative. */
export const uploaderOf =
  (cms: TestCms, authorization: string): Upload =>
  (path, file, { method = 'POST', isStranger = false, data = { alt: 'A picture' } } = {}) => {
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(file.data)], { type: file.mimetype }), file.name)
    form.set('_payload', JSON.stringify(data))
    return cms.rest(path, { method, headers: isStranger ? {} : { authorization }, body: form })
  }
