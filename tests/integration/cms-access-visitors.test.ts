// What visitors see of drafts, demos and the tables of Payload: what is published, and of a demo what it takes to run it.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Account, startTestCms, type TestCms } from '../support/cms.ts'
import { tarGz } from '../support/files.ts'

let cms: TestCms
let viewer: Account
let archiveId: string

beforeAll(async () => {
  cms = await startTestCms()
  viewer = await cms.account('viewer')
  const archive = await cms.payload.create({
    collection: 'archives',
    data: {},
    file: await tarGz('demo.tar.gz', { 'main.c': 'int main;' }),
    overrideAccess: true,
  })
  archiveId = archive.id
})
afterAll(() => cms?.stop())

const project = async (data: object): Promise<string> => {
  const { id } = await cms.payload.create({
    collection: 'projects',
    data: { kind: 'personal', summary: 'It works.', ...data } as never,
    overrideAccess: true,
  })
  return id
}

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

  test('nobody can queue a job or run one without being an owner', async () => {
    expect((await cms.rest('/payload-jobs/run')).status).toBe(401)
    const job = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }
    expect((await cms.rest('/payload-jobs', job)).status).not.toBe(201)
  })
})

describe('drafts', () => {
  test('visitors get the published text while a draft of it waits', async () => {
    const id = await project({ title: 'Shown', slug: 'waiting', _status: 'published' })
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
    const user = viewer
    const find = () =>
      cms.payload.findVersions({ collection: 'projects', overrideAccess: false, user })
    expect((await find()).docs).toEqual(expect.any(Array))
  })

  test('drafts cannot be counted or searched by strangers', async () => {
    const id = await project({ title: 'Hidden', _status: 'draft' })
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
      data: {
        title: 'Shows it',
        summary: 'It works.',
        slug: 'shows-it',
        kind: 'school',
        demo: id,
        _status: 'published',
      },
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
    const doc = await cms.payload.findByID({
      collection: 'demos',
      id,
      overrideAccess: false,
      user: viewer,
    })
    expect(doc).toMatchObject({ workdir: SECRET, maxSessions: 7, limits: { memoryMb: 77 } })
    expect(doc.environment).toHaveLength(1)
    expect(doc.rules).toMatchObject([{ program: './run', argument: SECRET }])
    expect(doc.flags).toEqual({ loopback: true, debug: true })
  })
})
