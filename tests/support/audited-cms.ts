// A CMS whose log is looked at, with an account of each role, for the test files of the log.
import type { Role } from '../../cms/src/access/roles.ts'
import type { AuditLog } from '../../cms/src/payload-types.ts'
import { type Account, PASSWORD, startTestCms, type TestCms } from './cms.ts'

export let cms: TestCms
export const accounts = {} as Record<Role, Account>
export const cookies = {} as Record<Role, string>

export const ADDRESS = '203.0.113.77'
export const JSON_HEADERS = {
  'content-type': 'application/json',
  origin: 'http://cms.example',
  'x-forwarded-for': ADDRESS,
}

export const send = (method: string, path: string, body?: unknown, cookie?: string) =>
  cms.rest(path, {
    method,
    headers: { ...JSON_HEADERS, ...(cookie ? { cookie } : {}) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })

export const login = (email: string, password = PASSWORD) =>
  send('POST', '/users/login', { email, password })

export const SECRET = 'p'.repeat(32)

/** Before all tests of a file. */
export const startAudited = async (): Promise<void> => {
  cms = await startTestCms({ env: { PAYLOAD_SECRET: SECRET } })
  for (const role of ['owner', 'editor', 'viewer'] as const) {
    accounts[role] = await cms.account(role)
    const { body } = await login(accounts[role].email)
    cookies[role] = `payload-token=${(body as { token: string }).token}`
  }
}

/** After all of them. */
export const stopAudited = (): Promise<void> | undefined => cms?.stop()

/** Entries about a document or global, the oldest first. */
export const entries = async (where: Record<string, string>): Promise<AuditLog[]> => {
  const { docs } = await cms.payload.find({
    collection: 'audit-log',
    where: {
      and: Object.entries(where).map(([field, equals]) => ({ [field]: { equals } })),
    },
    sort: 'createdAt',
    pagination: false,
    overrideAccess: true,
  })
  return docs
}
export const actionsOf = async (documentId: string) =>
  (await entries({ documentId })).map(({ action }) => action)

export const idOf = (body: unknown): string => (body as { doc: { id: string } }).doc.id

export const makeProject = async (data: Record<string, unknown> = {}, query = '') => {
  const kind = {
    title: 'Compiler',
    summary: 'It compiles itself.',
    slug: `p-${Math.random()}`,
    kind: 'school',
    ...data,
  }
  const { status, body } = await send('POST', `/projects${query}`, kind, cookies.editor)
  if (status !== 201) throw new Error(`A project was answered ${status}.`)
  return idOf(body)
}
