// Who may do what: every collection and global, every operation, every role, and nobody in particular.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { CollectionSlug, GlobalSlug } from 'payload'
import { ROLES, type Role } from '../../cms/src/access/roles.ts'
import { type Account, PASSWORD, startTestCms, type TestCms } from '../support/cms.ts'
import { onePixelPng, tarGz } from '../support/files.ts'

type Who = 'anonymous' | Role
const EVERYONE: Who[] = ['anonymous', ...ROLES]
const STAFF: Who[] = [...ROLES]
const EDITORS: Who[] = ['owner', 'editor']
const OWNERS: Who[] = ['owner']

/** Who succeeds; everybody else must be refused. `hidden`: a document that visitors do not see. */
type Row = Record<'read' | 'create' | 'update' | 'delete', Who[]> & { hidden?: Who[] }
const COLLECTIONS: Partial<Record<CollectionSlug, Row>> = {
  projects: { read: EVERYONE, hidden: STAFF, create: EDITORS, update: EDITORS, delete: EDITORS },
  experiences: { read: EVERYONE, hidden: STAFF, create: EDITORS, update: EDITORS, delete: EDITORS },
  pages: { read: EVERYONE, hidden: STAFF, create: EDITORS, update: EDITORS, delete: EDITORS },
  technologies: { read: EVERYONE, create: EDITORS, update: EDITORS, delete: EDITORS },
  media: { read: EVERYONE, create: EDITORS, update: EDITORS, delete: EDITORS },
  demos: { read: EVERYONE, hidden: STAFF, create: EDITORS, update: EDITORS, delete: EDITORS },
  archives: { read: STAFF, create: EDITORS, update: EDITORS, delete: EDITORS },
  redirects: { read: STAFF, create: EDITORS, update: EDITORS, delete: EDITORS },
  'service-accounts': { read: OWNERS, create: OWNERS, update: OWNERS, delete: OWNERS },
  // Read and written by the login alone.
  'second-factors': { read: [], create: [], update: [], delete: [] },
  logins: { read: [], create: [], update: [], delete: [] },
  // Written by the outbox alone.
  'webhook-deliveries': { read: EDITORS, create: [], update: [], delete: [] },
  users: { read: OWNERS, create: OWNERS, update: OWNERS, delete: OWNERS },
  // Written by the contact form alone.
  messages: { read: EDITORS, create: [], update: EDITORS, delete: EDITORS },
  // Written by the nightly job alone.
  'terminal-smoke-runs': { read: EDITORS, create: [], update: [], delete: [] },
  // Made by the plugin alone, named and thrown away by hand.
  'terminal-recordings': { read: EDITORS, create: [], update: EDITORS, delete: EDITORS },
  'terminal-sessions': { read: EDITORS, create: [], update: [], delete: EDITORS },
  'terminal-days': { read: EDITORS, create: [], update: [], delete: [] },
  // Written below Payload's operations alone: those are refused whatever the caller may override.
  'audit-log': { read: OWNERS, create: [], update: [], delete: [] },
}
const GLOBALS: Partial<Record<GlobalSlug, Record<'read' | 'update', Who[]>>> = {
  site: { read: EVERYONE, update: EDITORS },
  resume: { read: EVERYONE, update: EDITORS },
  terminal: { read: STAFF, update: EDITORS },
  'account-rules': { read: STAFF, update: OWNERS },
  'audit-settings': { read: OWNERS, update: OWNERS },
}

let cms: TestCms
let archiveId: string
const accounts = {} as Record<Role, Account>
let counter = 0

beforeAll(async () => {
  cms = await startTestCms()
  for (const role of ROLES) accounts[role] = await cms.account(role)
  // One more of each, so that the matrix never meets the rule that an owner has to remain.
  await cms.account('owner')
  const archive = await create('archives')
  archiveId = archive.id
})
afterAll(() => cms?.stop())

const as = (who: Who) => ({
  overrideAccess: false as const,
  ...(who === 'anonymous' ? {} : { user: accounts[who] }),
})

/** A new document of each collection; `isHidden`: one that visitors do not see. */
const dataOf = async (collection: CollectionSlug, isHidden = false) => {
  counter += 1
  const title = `${collection} ${counter}`
  switch (collection) {
    case 'projects':
      return { data: { title, kind: 'personal', _status: isHidden ? 'draft' : 'published' } }
    case 'experiences':
      return {
        data: {
          company: title,
          role: 'Engineer',
          period: { start: '2025-01-01' },
          _status: isHidden ? 'draft' : 'published',
        },
      }
    case 'pages':
      return {
        data: {
          title,
          layout: [{ blockType: 'hero', text: title }],
          _status: isHidden ? 'draft' : 'published',
        },
      }
    case 'technologies':
      return { data: { name: title, category: 'tool' } }
    case 'media':
      return { data: { alt: title }, file: await onePixelPng(`${counter}.png`) }
    case 'archives':
      return { data: {}, file: await tarGz(`${counter}.tar.gz`, { 'main.c': title }) }
    case 'demos':
      return { data: { title, archive: archiveId, toolchain: 'c', enabled: !isHidden } }
    case 'messages':
      return {
        data: {
          name: title,
          email: 'ada@example.com',
          message: title,
          state: 'new',
          mail: { state: 'none' },
          deleteAfter: new Date().toISOString(),
          form: title,
        },
      }
    case 'webhook-deliveries':
      return { data: { messageId: title, subject: title, message: '{}', state: 'delivered' } }
    case 'redirects':
      return { data: { from: `/old-${counter}`, target: 'address', address: '/projects' } }
    case 'terminal-smoke-runs':
      return { data: { ok: true, commands: 1, failed: 0, ms: 5 } }
    case 'terminal-recordings':
      return {
        data: {
          title,
          kind: 'demo',
          session: title,
          durationMs: 1,
          bytes: 1,
          cols: 80,
          rows: 24,
          cast: '{"version":2}',
        },
      }
    case 'terminal-sessions': {
      const now = new Date().toISOString()
      return {
        data: { session: title, startedAt: now, endedAt: now, durationMs: 1, reason: 'exit' },
      }
    }
    case 'audit-log':
      return { data: { summary: title, action: 'create' } }
    case 'second-factors':
      return { data: { account: (await create('users')).id, secret: title, attempts: 0 } }
    case 'logins':
      return {
        data: {
          account: accounts.viewer.id,
          session: title,
          browser: title,
          address: title,
          seenAt: '2026-01-01',
        },
      }
    case 'service-accounts':
      return { data: { name: title, scope: 'read', expiresAt: '2026-12-01' } }
    case 'terminal-days':
      return { data: { key: title, day: '2026-01-01' } }
    case 'users':
      return {
        data: {
          name: title,
          email: `person-${counter}@example.com`,
          password: PASSWORD,
          role: 'viewer',
        },
      }
    default:
      throw new Error(`No data for ${collection}.`)
  }
}

const create = async (collection: CollectionSlug, isHidden = false): Promise<{ id: string }> => {
  if (collection === 'audit-log') {
    const { data } = (await dataOf(collection)) as { data: Record<string, unknown> }
    const entry: { id: number | string } = await cms.payload.db.create({
      collection,
      data,
      req: {},
    })
    return { id: String(entry.id) }
  }
  const made = await cms.payload.create({
    collection,
    ...((await dataOf(collection, isHidden)) as { data: never }),
    context: { isSetup: true },
    overrideAccess: true,
  })
  return { id: String(made.id) }
}

/** Whether `act` succeeds; any refusal counts, any other failure is the test's. */
const succeeds = async (act: () => Promise<unknown>): Promise<boolean> => {
  try {
    await act()
    return true
  } catch (error) {
    const { status } = error as { status?: number }
    if (status === 403 || status === 404) return false
    throw error
  }
}

const perform = async (collection: CollectionSlug, operation: keyof Row, who: Who) => {
  const { payload } = cms
  if (operation === 'create') {
    const made = (await dataOf(collection)) as { data: never }
    return succeeds(() => payload.create({ collection, ...made, ...as(who) }))
  }
  const { id } = await create(collection, operation === 'hidden')
  switch (operation) {
    case 'read':
    case 'hidden':
      return succeeds(() => payload.findByID({ collection, id, ...as(who) }))
    case 'update': {
      const data = (collection === 'users' ? { name: 'New name' } : {}) as never
      return succeeds(() => payload.update({ collection, id, data, ...as(who) }))
    }
    case 'delete':
      return succeeds(() => payload.delete({ collection, id, ...as(who) }))
  }
}

const rows = Object.entries(COLLECTIONS).flatMap(([collection, row]) =>
  Object.entries(row).flatMap(([operation, allowed]) =>
    EVERYONE.map((who) => ({
      collection: collection as CollectionSlug,
      operation: operation as keyof Row,
      who,
      verdict: allowed.includes(who) ? 'may' : 'may not',
    })),
  ),
)

test.each(rows)('$who $verdict $operation $collection', async (row) => {
  const { collection, operation, who, verdict } = row
  expect(await perform(collection, operation, who)).toBe(verdict === 'may')
})

const globalRows = Object.entries(GLOBALS).flatMap(([slug, row]) =>
  Object.entries(row).flatMap(([operation, allowed]) =>
    EVERYONE.map((who) => ({
      slug: slug as GlobalSlug,
      operation,
      who,
      verdict: allowed.includes(who) ? 'may' : 'may not',
    })),
  ),
)

test.each(globalRows)('$who $verdict $operation the global $slug', async (row) => {
  const { slug, operation, who, verdict } = row
  const data = (slug === 'site' ? { name: 'N', title: 'T', intro: 'I' } : {}) as never
  const act = () =>
    operation === 'read'
      ? cms.payload.findGlobal({ slug, ...as(who) })
      : cms.payload.updateGlobal({ slug, data, ...as(who) })
  expect(await succeeds(act)).toBe(verdict === 'may')
})

test('every collection and global of ours is in the tables above', () => {
  const own = (slug: string) => !slug.startsWith('payload-')
  const { collections, globals } = cms.payload.config
  expect(Object.keys(COLLECTIONS).sort()).toEqual(
    collections
      .map(({ slug }) => slug)
      .filter(own)
      .sort(),
  )
  expect(Object.keys(GLOBALS).sort()).toEqual(
    globals
      .map(({ slug }) => slug)
      .filter(own)
      .sort(),
  )
})

describe('internal collections', () => {
  test.each([
    'payload-jobs',
    'payload-migrations',
    'payload-locked-documents',
    'payload-preferences',
  ])('%s shows strangers nothing', async (slug) => {
    const { status, body } = await cms.rest(`/${slug}`)
    expect(status === 200 ? body : { docs: [] }).toMatchObject({ docs: [] })
    // 501: Payload gives the table of migrations no endpoint at all.
    expect([200, 403, 404, 501]).toContain(status)
  })

  test.each(EVERYONE)('%s neither reads nor writes when jobs were scheduled', async (who) => {
    const slug = 'payload-jobs-stats'
    const data = { stats: {} }
    expect(await succeeds(() => cms.payload.findGlobal({ slug, ...as(who) }))).toBe(false)
    expect(await succeeds(() => cms.payload.updateGlobal({ slug, data, ...as(who) }))).toBe(false)
  })

  test('nobody can queue a job or run one without being an owner', async () => {
    expect((await cms.rest('/payload-jobs/run')).status).toBe(401)
    const job = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }
    expect((await cms.rest('/payload-jobs', job)).status).not.toBe(201)
  })
})

describe('drafts', () => {
  test('visitors get the published text while a draft of it waits', async () => {
    const { id } = await create('projects')
    const slug = `waiting-${counter}`
    await cms.payload.update({
      collection: 'projects',
      id,
      data: { title: 'Shown', slug, _status: 'published' },
      overrideAccess: true,
    })
    await cms.payload.update({
      collection: 'projects',
      id,
      data: { title: 'Waits' },
      draft: true,
      overrideAccess: true,
    })
    for (const query of ['', '?draft=true']) {
      const { body } = await cms.rest(`/projects/${id}${query}`)
      expect(JSON.stringify(body)).not.toContain('Waits')
    }
    expect((await cms.rest(`/projects/${id}`)).body).toMatchObject({ title: 'Shown' })
  })

  test('versions are for staff', async () => {
    expect((await cms.rest('/projects/versions')).status).toBe(403)
    const find = (who: Who) =>
      succeeds(() => cms.payload.findVersions({ collection: 'projects', ...as(who) }))
    expect(await find('anonymous')).toBe(false)
    expect(await find('viewer')).toBe(true)
  })

  test('drafts cannot be counted or searched by strangers', async () => {
    const { id } = await create('projects', true)
    const query = `where[id][equals]=${id}`
    expect((await cms.rest(`/projects?${query}`)).body).toMatchObject({ totalDocs: 0 })
    expect((await cms.rest(`/projects/count?${query}`)).body).toEqual({ totalDocs: 0 })
  })
})

describe('demos, as visitors see them', () => {
  const PUBLIC = [
    'commands',
    'createdAt',
    'enabled',
    'id',
    'mode',
    'title',
    'toolchain',
    'updatedAt',
    'welcome',
  ]
  const SECRET = 'hunter2-secret-value'
  let id: string

  beforeAll(async () => {
    const made = await cms.payload.create({
      collection: 'demos',
      data: {
        title: 'Seen',
        archive: archiveId,
        toolchain: 'c',
        mode: 'guided',
        rules: [{ program: './run', argument: SECRET }],
        flags: { loopback: true, debug: true },
        enabled: true,
        welcome: 'Hello',
        build: `make ${SECRET}`,
        workdir: SECRET,
        environment: [{ name: 'TOKEN', value: SECRET }],
        limits: { memoryMb: 77 },
        maxSessions: 7,
        commands: [{ label: 'Run', command: './run' }],
      },
      overrideAccess: true,
    })
    id = made.id
    await cms.payload.create({
      collection: 'projects',
      data: { title: 'Shows it', slug: 'shows-it', kind: 'school', demo: id, _status: 'published' },
      overrideAccess: true,
    })
  })

  const filled = (doc: unknown) =>
    Object.entries(doc as object)
      .filter(([, value]) => !Array.isArray(value) || value.length > 0)
      .map(([name]) => name)
      .sort()

  test('they hold what a visitor needs, and no more', async () => {
    const { body } = await cms.rest(`/demos/${id}?depth=3`)
    expect(filled(body)).toEqual(PUBLIC)
    expect(JSON.stringify(body)).not.toContain(SECRET)
  })

  test('neither inside a project, nor when asked for by name', async () => {
    const paths = [
      '/projects?where[slug][equals]=shows-it&depth=3',
      `/demos/${id}?select[environment]=true&select[build]=true&select[archive]=true&select[rules]=true`,
      '/projects?where[slug][equals]=shows-it&depth=2&populate[demos][build]=true',
    ]
    for (const path of paths) {
      const { body } = await cms.rest(path)
      expect(JSON.stringify(body)).not.toContain(SECRET)
      expect(JSON.stringify(body)).not.toContain(archiveId)
    }
  })

  test.each([
    'build',
    'workdir',
    'environment.value',
    'archive.sha256',
    'maxSessions',
    'rules.argument',
    'flags.debug',
  ])('nobody can guess %s by searching for it', async (field) => {
    const { status, body } = await cms.rest(`/demos?where[${field}][like]=h`)
    expect({ status, body }).toMatchObject({ status: 400 })
  })

  test('nor through the project that shows it', async () => {
    const { status } = await cms.rest('/projects?where[demo.build][like]=make')
    expect(status).toBe(400)
  })

  test('staff see all of it', async () => {
    const doc = await cms.payload.findByID({ collection: 'demos', id, ...as('viewer') })
    expect(doc).toMatchObject({ workdir: SECRET, maxSessions: 7, limits: { memoryMb: 77 } })
    expect(doc.environment).toHaveLength(1)
    expect(doc.rules).toMatchObject([{ program: './run', argument: SECRET }])
    expect(doc.flags).toEqual({ loopback: true, debug: true })
  })
})
