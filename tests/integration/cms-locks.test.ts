// Notes of who edits what: nobody who may not edit keeps others from it.
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Role } from '../../cms/src/access/roles.ts'
import { peopleOf } from '../support/accounts.ts'
import { type Account, startTestCms, type TestCms } from '../support/cms.ts'

const LOCKS = '/payload-locked-documents'

let cms: TestCms
let project: string
const accounts = {} as Record<Role, Account>
const logins = {} as Record<Role, string>
const { post, logIn } = peopleOf(() => cms)

beforeAll(async () => {
  cms = await startTestCms()
  for (const role of ['owner', 'editor', 'viewer'] as const) {
    accounts[role] = await cms.account(role)
    logins[role] = await logIn(accounts[role])
  }
  const data = { title: 'Draft', kind: 'personal', slug: 'draft' } as never
  const made = await cms.payload.create({ collection: 'projects', data, overrideAccess: true })
  project = made.id
})
afterAll(() => cms?.stop())

const send = (method: string, path: string, authorization: string, body?: unknown) =>
  cms.rest(path, {
    method,
    headers: { authorization, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
const as = (role: Role) => `JWT ${logins[role]}`

const program = async (scope: 'read' | 'write') => {
  const { id } = await cms.payload.create({
    collection: 'service-accounts',
    data: { name: scope, scope, expiresAt: new Date(Date.now() + 60_000).toISOString() },
    overrideAccess: true,
  })
  const { body } = await post(`/service-accounts/${id}/key`, {}, logins.owner)
  return `service-accounts API-Key ${body.key}`
}

/** As the admin's forms note it. */
const lockedBy = async (role: Role): Promise<string> => {
  const data = {
    document: { relationTo: 'projects', value: project },
    user: { relationTo: 'users', value: accounts[role].id },
  }
  const lock = await cms.payload.db.create({ collection: 'payload-locked-documents', data })
  return String(lock.id)
}

test('viewers and programs neither lock a document nor take a lock away', async () => {
  const lock = await lockedBy('owner')
  const wanted = {
    document: { relationTo: 'projects', value: project },
    user: { relationTo: 'users', value: accounts.viewer.id },
  }
  for (const who of [as('viewer'), await program('read'), await program('write')]) {
    expect((await send('POST', LOCKS, who, wanted)).status).toBe(403)
    expect((await send('PATCH', `${LOCKS}/${lock}`, who, { user: wanted.user })).status).toBe(403)
    expect((await send('DELETE', `${LOCKS}/${lock}`, who)).status).toBe(403)
  }
  const edit = await send('PATCH', `/projects/${project}`, as('editor'), { title: 'Mine' })
  expect(edit.status).toBe(423)
  await send('DELETE', `${LOCKS}/${lock}`, as('owner'))
})

test('editors take a lock over and leave it, viewers leave their own', async () => {
  const lock = await lockedBy('owner')
  const user = { relationTo: 'users', value: accounts.editor.id }
  expect((await send('PATCH', `${LOCKS}/${lock}`, as('editor'), { user })).status).toBe(200)
  expect((await send('DELETE', `${LOCKS}/${lock}`, as('editor'))).status).toBe(200)
  const own = await lockedBy('viewer')
  expect((await send('DELETE', `${LOCKS}/${own}`, as('viewer'))).status).toBe(200)
})
