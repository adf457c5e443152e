// Everybody who may come to the REST API, logged in: an account of each role, programs, and two owners who have lost it.
import type { Role } from '../../cms/src/access/roles.ts'
import type { Who } from './access-table.ts'
import { type Account, PASSWORD, type TestCms } from './cms.ts'

export type People = {
  accounts: Record<'viewer' | 'editor' | 'owner' | 'disabled' | 'due', Account>
  /** What each sends with a request. */
  headers: Record<Who, Record<string, string>>
  /** A new account with a login, which has its second factor. */
  member: (role: Role) => Promise<{ account: Account; headers: Record<string, string> }>
}

const tokenOf = async (cms: TestCms, { email }: Account): Promise<Record<string, string>> => {
  const { status, body } = await cms.rest('/users/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: PASSWORD }),
  })
  if (status !== 200) throw new Error(`No login: ${status}`)
  return { authorization: `JWT ${(body as { token: string }).token}` }
}

const giveFactor = (cms: TestCms, { id }: Account) =>
  cms.payload.create({
    collection: 'second-factors',
    data: { account: id, secret: id, attempts: 0, confirmedAt: new Date().toISOString() },
    overrideAccess: true,
  })

const programOf = async (cms: TestCms, owner: Record<string, string>, scope: 'read' | 'write') => {
  const { id } = await cms.payload.create({
    collection: 'service-accounts',
    data: { name: scope, scope, expiresAt: new Date(Date.now() + 86_400_000).toISOString() },
    overrideAccess: true,
  })
  const { body } = await cms.rest(`/service-accounts/${id}/key`, { method: 'POST', headers: owner })
  return { authorization: `service-accounts API-Key ${(body as { key: string }).key}` }
}

export const peopleOf = async (cms: TestCms): Promise<People> => {
  const member: People['member'] = async (role) => {
    const account = await cms.account(role)
    const headers = await tokenOf(cms, account)
    await giveFactor(cms, account)
    return { account, headers }
  }
  const [viewer, editor, owner, disabled, due] = await Promise.all([
    member('viewer'),
    member('editor'),
    member('owner'),
    member('owner'),
    cms
      .account('owner')
      .then(async (account) => ({ account, headers: await tokenOf(cms, account) })),
    // No row meets the rule that an owner has to remain.
    member('owner'),
  ] as const)
  const reads = await programOf(cms, owner.headers, 'read')
  const writes = await programOf(cms, owner.headers, 'write')
  await cms.payload.updateGlobal({
    slug: 'account-rules',
    data: { requireSecondFactor: true },
    overrideAccess: true,
  })
  // Below Payload, which would end the login: the rules must hold by themselves.
  await cms.payload.db.pool.query('update users set disabled = true where id = $1', [
    disabled.account.id,
  ])
  return {
    accounts: {
      viewer: viewer.account,
      editor: editor.account,
      owner: owner.account,
      disabled: disabled.account,
      due: due.account,
    },
    headers: {
      nobody: {},
      viewer: viewer.headers,
      editor: editor.headers,
      owner: owner.headers,
      'program that reads': reads,
      'program that writes': writes,
      disabled: disabled.headers,
      'second factor due': due.headers,
    },
    member,
  }
}
