// The log: every write leaves an entry in its own transaction, and says who and what without a secret.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { MACHINE_WRITTEN, UNLOGGED, WITHOUT_VALUES } from '../../cms/src/audit/coverage.ts'
import { logChange, logDelete } from '../../cms/src/audit/document-hooks.ts'
import { logGlobalChange } from '../../cms/src/audit/global-hooks.ts'
import { formTokens } from '../../cms/src/contact/form-token.ts'
import { CONTACT, MAX_LOGIN_ATTEMPTS } from '../../cms/src/limits.ts'
import {
  ADDRESS,
  accounts,
  actionsOf,
  cms,
  cookies,
  entries,
  login,
  makeProject,
  SECRET,
  send,
  startAudited,
  stopAudited,
} from '../support/audited-cms.ts'
import { PASSWORD } from '../support/cms.ts'

beforeAll(startAudited)
afterAll(stopAudited)

describe('the log covers', () => {
  test('every collection and global, or says why not', () => {
    const { collections, globals } = cms.payload.config
    const uncovered = [
      ...collections.filter(
        ({ hooks }) =>
          !hooks.afterChange.includes(logChange) || !hooks.afterDelete.includes(logDelete),
      ),
      ...globals.filter(({ hooks }) => !hooks.afterChange?.includes(logGlobalChange)),
    ].map(({ slug }) => slug)
    expect(uncovered.filter((slug) => !Object.hasOwn(UNLOGGED, slug))).toEqual([])
    for (const reason of [...Object.values(UNLOGGED), ...Object.values(MACHINE_WRITTEN)]) {
      expect(reason.length).toBeGreaterThan(10)
    }
  })

  test('less of what is there, and of nothing that is not', () => {
    const { collections, globals } = cms.payload.config
    const slugs = new Set([...collections, ...globals].map(({ slug }) => slug as string))
    const named = [...Object.keys(MACHINE_WRITTEN), ...Object.keys(UNLOGGED), ...WITHOUT_VALUES]
    expect(named.filter((slug) => !slugs.has(slug))).toEqual([])
  })

  test('no collection with drafts or uploads that it would take for one of Payload’s own', () => {
    const ours = cms.payload.config.collections.filter(
      ({ slug, upload, versions }) =>
        Object.hasOwn(UNLOGGED, slug) &&
        (upload || versions || !/^(payload-|audit-|logins$|second-factors$)/.test(slug)),
    )
    expect(ours).toEqual([])
  })
})

describe('an entry says', () => {
  test('who, how, what, and the fields with what they were', async () => {
    const id = await makeProject()
    await send('PATCH', `/projects/${id}`, { title: 'Interpreter', featured: true }, cookies.editor)
    const [made, changed] = await entries({ documentId: id })
    expect(made).toMatchObject({ action: 'create', actor: 'editor', place: 'projects' })
    expect(changed).toMatchObject({
      actor: 'editor',
      actorId: accounts.editor.id,
      role: 'editor',
      via: 'admin',
      documentTitle: 'Interpreter',
    })
    expect(changed?.changes?.split('\n')).toEqual([
      'Title: “Compiler” → “Interpreter”',
      'Featured: no → yes',
    ])
    expect(changed?.summary).toContain('the project “Interpreter”')
  })

  test('the name of that moment, also when the account is gone', async () => {
    const gone = await cms.account('editor')
    await cms.payload.update({
      collection: 'technologies',
      id: (
        await cms.payload.create({
          collection: 'technologies',
          data: { name: 'C', slug: 'c', category: 'language' },
          overrideAccess: true,
        })
      ).id,
      data: { order: 3 },
      user: gone,
      overrideAccess: false,
    })
    await cms.payload.delete({ collection: 'users', id: gone.id, overrideAccess: true })
    expect(await entries({ actorId: gone.id })).toMatchObject([
      { actor: 'editor', changes: 'Order: empty → “3”' },
    ])
  })

  test('that a program did it, where nobody did', async () => {
    const { id } = await cms.payload.create({
      collection: 'technologies',
      data: { name: 'Rust', slug: 'rust', category: 'language' },
      overrideAccess: true,
    })
    expect(await entries({ documentId: id })).toMatchObject([{ actor: 'The system', via: 'job' }])
  })

  test('which setting changed', async () => {
    await send('POST', '/globals/terminal', { capacity: 7 }, cookies.owner)
    expect((await entries({ place: 'terminal' })).at(-1)).toMatchObject({
      action: 'update',
      actor: 'owner',
      changes: expect.stringContaining('“7”'),
    })
  })

  test('no password, no key, no address', async () => {
    const secret = 'a password that nobody reads'
    await send('PATCH', `/users/${accounts.viewer.id}`, { password: secret }, cookies.owner)
    const changed = (await entries({ documentId: accounts.viewer.id })).at(-1)
    expect(changed?.changes).toBe('Password')
    const { rows } = await cms.payload.db.pool.query('select * from audit_log')
    const all = JSON.stringify(rows)
    for (const never of [secret, PASSWORD, ADDRESS, cookies.owner.slice(14)]) {
      expect(all).not.toContain(never)
    }
    const hashes = new Set(rows.map((row) => row.address_hash).filter(Boolean))
    expect(hashes.size).toBe(1)
  })
})

describe('what a visitor writes', () => {
  const visitor = {
    name: 'Vera Visitor',
    email: 'vera@visitor.example',
    message: 'Between you and me: the lighthouse is for sale.',
  }
  const write = async (cookie?: string) => {
    const token = formTokens(SECRET, () => Date.now() - 2 * CONTACT.minFormAgeMs).issue()
    const { status } = await send('POST', '/contact', { ...visitor, token }, cookie)
    expect(status).toBe(202)
    const { docs } = await cms.payload.find({
      collection: 'messages',
      sort: '-createdAt',
      limit: 1,
      overrideAccess: true,
    })
    return docs[0]!.id
  }

  test('is not in the log, also when its writer has an account', async () => {
    for (const cookie of [undefined, cookies.editor]) {
      expect(await entries({ documentId: await write(cookie) })).toEqual([])
    }
  })

  test('is not in it either when an editor works on it: only what they did', async () => {
    const id = await write()
    await send('PATCH', `/messages/${id}`, { state: 'read' }, cookies.editor)
    await send('DELETE', `/messages/${id}`, undefined, cookies.editor)
    expect(await entries({ documentId: id })).toMatchObject([
      { action: 'update', actor: 'editor', documentTitle: null, changes: 'State' },
      { action: 'delete', actor: 'editor', documentTitle: null, changes: null },
    ])
    const { rows } = await cms.payload.db.pool.query('select * from audit_log')
    for (const never of Object.values(visitor)) expect(JSON.stringify(rows)).not.toContain(never)
  })
})

test('what a program writes for somebody is not told as their deed', async () => {
  await makeProject({ _status: 'published' })
  const { totalDocs } = await cms.payload.count({
    collection: 'webhook-deliveries',
    overrideAccess: true,
  })
  expect(totalDocs).toBeGreaterThan(0)
  expect(await entries({ place: 'webhook-deliveries' })).toEqual([])
})

describe('what operators do to terminals', () => {
  test('is in the log before it is done, also when nobody answers', async () => {
    const sid = 's'.repeat(22)
    await send('DELETE', `/terminal/sessions/${sid}`, undefined, cookies.editor)
    await send('POST', `/terminal/sessions/${sid}/notice`, { text: 'Bye' }, cookies.editor)
    await send('POST', '/terminal/drain', {}, cookies.owner)
    expect(await entries({ documentTitle: sid })).toMatchObject([
      { action: 'terminal-ended', actor: 'editor', role: 'editor' },
      { action: 'terminal-told', changes: null },
    ])
    expect(await entries({ action: 'service-drained' })).toMatchObject([{ actor: 'owner' }])
  })

  test('is not, where they may not', async () => {
    const sid = 'v'.repeat(22)
    const { status } = await send('DELETE', `/terminal/sessions/${sid}`, undefined, cookies.viewer)
    expect(status).toBe(403)
    expect(await entries({ documentTitle: sid })).toEqual([])
  })
})

describe('the life of a document', () => {
  test('is told in the words of an editor', async () => {
    const id = await makeProject({}, '?draft=true')
    const patch = (data: unknown, query = '') =>
      send('PATCH', `/projects/${id}${query}`, data, cookies.editor)
    await patch({ summary: 'One.', _status: 'published' })
    await patch({ summary: 'Two.' }, '?draft=true')
    await patch({ _status: 'draft' })
    const versions = await send(
      'GET',
      `/projects/versions?where[parent][equals]=${id}`,
      undefined,
      cookies.editor,
    )
    const oldest = (versions.body as { docs: { id: string }[] }).docs.at(-1)
    await send('POST', `/projects/versions/${oldest?.id}`, {}, cookies.editor)
    await send('DELETE', `/projects/${id}`, undefined, cookies.editor)
    expect(await actionsOf(id)).toEqual([
      'create',
      'publish',
      'draft',
      'unpublish',
      'restore',
      'delete',
    ])
  })

  test('names on publishing all that became public, however it was saved before', async () => {
    const id = await makeProject({ _status: 'published', summary: 'Old.' })
    await send('PATCH', `/projects/${id}?draft=true`, { summary: 'New.' }, cookies.editor)
    await send('PATCH', `/projects/${id}`, { _status: 'published' }, cookies.editor)
    const published = (await entries({ documentId: id })).at(-1)
    expect(published).toMatchObject({ action: 'publish', changes: 'Summary: “Old.” → “New.”' })
  })

  test('has one entry for an hour of typing, and one for each person', async () => {
    const id = await makeProject()
    const save = (summary: string, cookie: string) =>
      send('PATCH', `/projects/${id}?draft=true&autosave=true`, { summary }, cookie)
    for (const word of ['A', 'A b', 'A b c']) await save(word, cookies.editor)
    for (const word of ['B', 'B c']) await save(word, cookies.owner)
    expect(await actionsOf(id)).toEqual(['create', 'draft'])
    expect((await entries({ documentId: id })).map(({ actor }) => actor)).toEqual([
      'editor',
      'owner',
    ])
  })
})

describe('accounts', () => {
  test('log in, fail, are locked once, are unlocked, and log out', async () => {
    const { id, email } = await cms.account('viewer')
    await login(email)
    for (let attempt = 0; attempt < MAX_LOGIN_ATTEMPTS + 2; attempt += 1)
      await login(email, 'wrong')
    await send('POST', '/users/unlock', { email }, cookies.owner)
    const { body } = await login(email)
    const cookie = `payload-token=${(body as { token: string }).token}`
    expect((await send('POST', '/users/logout', {}, cookie)).status).toBe(200)
    const failed = (await entries({ documentId: id })).map(({ action }) => action)
    expect(failed.filter((action) => action === 'login-failed')).toHaveLength(
      MAX_LOGIN_ATTEMPTS + 2,
    )
    expect(failed.filter((action) => action === 'account-locked')).toHaveLength(1)
    expect(await entries({ action: 'account-unlocked' })).toMatchObject([
      { actor: 'owner', documentTitle: email },
    ])
    const own = (await entries({ actorId: id })).map(({ action }) => action)
    expect(own).toEqual(['login', 'account-locked', 'login', 'logout'])
  })

  test('that do not exist are not kept: people type passwords into the wrong field', async () => {
    await login('my-secret-password@example.com')
    const last = (await entries({ action: 'login-failed' })).at(-1)
    expect(last).toMatchObject({ actor: 'Somebody', via: 'visitor' })
    expect(JSON.stringify(last)).not.toContain('my-secret')
  })
})

describe('the change and its entry', () => {
  test('are both undone when the change fails in the end', async () => {
    const before = await cms.payload.count({ collection: 'audit-log', overrideAccess: true })
    const { payload } = cms
    const hooks = payload.collections.technologies.config.hooks.afterChange
    hooks.push(() => {
      throw new Error('after the entry')
    })
    const create = payload.create({
      collection: 'technologies',
      data: { name: 'Never', slug: 'never', category: 'tool' },
      overrideAccess: true,
    })
    await expect(create).rejects.toThrow('after the entry')
    hooks.pop()
    expect(await payload.count({ collection: 'audit-log', overrideAccess: true })).toEqual(before)
  })

  test('are both undone when the entry cannot be written', async () => {
    const { pool } = cms.payload.db
    await pool.query('alter table audit_log rename to audit_log_gone')
    const create = cms.payload.create({
      collection: 'technologies',
      data: { name: 'Unlogged', slug: 'unlogged', category: 'tool' },
      overrideAccess: true,
    })
    await expect(create).rejects.toThrow()
    await pool.query('alter table audit_log_gone rename to audit_log')
    const found = await cms.payload.find({
      collection: 'technologies',
      where: { slug: { equals: 'unlogged' } },
      overrideAccess: true,
    })
    expect(found.totalDocs).toBe(0)
  })
})
