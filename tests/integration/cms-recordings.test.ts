// Recordings in a real CMS: who may do what with them, what nobody can write, and what everyone may see.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { terminalRegistry } from '@shellfolio/payload-terminal/registry'
import { handleEndpoints } from 'payload'
import { ROLES, type Role } from '../../cms/src/access/roles.ts'
import type { TerminalRecording } from '../../cms/src/payload-types.ts'
import { RECORDING_RATE } from '../../plugins/terminal/src/limits.ts'
import { parseCast } from '../../plugins/terminal/src/recordings/asciicast.ts'
import { storeRecording } from '../../plugins/terminal/src/recordings/store.ts'
import { PASSWORD, startTestCms, type TestCms } from '../support/cms.ts'
import { tarGz } from '../support/files.ts'
import { type FakeService, startFakeService } from '../support/plugin/fake-service.ts'

const ORIGIN = 'http://cms.example'
const CAST = '{"version":2,"width":80,"height":24}\n[0.000000, "o", "hello"]\n'
const everything = { where: {}, overrideAccess: true } as const

let service: FakeService
let cms: TestCms
let demo: string
let project: string
const tokens = {} as Record<Role, string>

beforeAll(async () => {
  service = await startFakeService()
  cms = await startTestCms({ terminalUrl: service.url })
  for (const role of ROLES) {
    const { email } = await cms.account(role)
    const { body } = await cms.rest('/users/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: PASSWORD }),
    })
    tokens[role] = (body as { token: string }).token
  }
  const archive = await cms.payload.create({
    collection: 'archives',
    data: {},
    file: await tarGz('a.tar.gz', { 'main.c': 'int main;' }),
    overrideAccess: true,
  })
  const made = await cms.payload.create({
    collection: 'demos',
    data: { title: 'On', archive: archive.id, toolchain: 'c', mode: 'shell', enabled: true },
    overrideAccess: true,
  })
  demo = made.id
  const shows = await cms.payload.create({
    collection: 'projects',
    data: {
      title: 'Shows it',
      summary: 'It works.',
      slug: 'shows-it',
      kind: 'personal',
      demo,
      _status: 'published',
    },
    overrideAccess: true,
  })
  project = shows.id
})
beforeEach(async () => {
  await cms.payload.delete({ collection: 'terminal-recordings', ...everything })
})
afterAll(async () => {
  await terminalRegistry().state?.close()
  await cms?.stop()
  await service?.stop()
})

let sessions = 0
const make = (data: Partial<TerminalRecording> = {}) => {
  sessions += 1
  return cms.payload.create({
    collection: 'terminal-recordings',
    data: {
      title: 'A recording',
      kind: 'demo',
      demo,
      session: `session-${sessions}`,
      durationMs: 1000,
      bytes: CAST.length,
      cols: 80,
      rows: 24,
      cast: CAST,
      poster: 'hello',
      published: true,
      ...data,
    },
    overrideAccess: true,
  })
}
const read = async (id: string) =>
  cms.payload.findByID({
    collection: 'terminal-recordings',
    id,
    depth: 0,
    showHiddenFields: true,
    overrideAccess: true,
  })
const ask = (role: Role | 'nobody', method: string, path: string, body?: object) =>
  cms.rest(path, {
    method,
    headers: {
      origin: ORIGIN,
      'content-type': 'application/json',
      ...(role === 'nobody' ? {} : { authorization: `JWT ${tokens[role]}` }),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })

describe('recordings', () => {
  test.each<[Role | 'nobody', boolean]>([
    ['nobody', false],
    ['viewer', false],
    ['editor', true],
    ['owner', true],
  ])('are made, seen, published and deleted by who may operate: %s', async (role, may) => {
    const { id } = await make({ kind: 'replay', published: false })
    const other = (await make({ published: false })).id
    const asked = [
      ['POST', `/terminal/demos/${demo}/record`, { demo }, 201],
      // There is no such session: the answer of who gets so far.
      ['POST', '/terminal/recordings', { session: 'x'.repeat(22), title: 'x' }, 404],
      ['GET', `/terminal/recordings/${id}`, undefined, 200],
      ['GET', `/terminal-recordings/${id}`, undefined, 200],
      ['PATCH', `/terminal-recordings/${other}`, { published: true }, 200],
      ['DELETE', `/terminal-recordings/${id}`, undefined, 200],
    ] as const
    for (const [method, path, body, wanted] of asked) {
      const { status } = await ask(role, method, path, body)
      expect([method, path, status]).toEqual([method, path, may ? wanted : 403])
    }
    // Nobody makes one by hand.
    expect((await ask(role, 'POST', '/terminal-recordings', { title: 'x' })).status).toBe(403)
  })

  test('have nothing that could be forged: what is on a public page was made by the plugin', async () => {
    const { id } = await make({ published: false })
    const before = await read(id)
    const { status } = await ask('owner', 'PATCH', `/terminal-recordings/${id}`, {
      title: 'Another title',
      poster: '<script>alert(1)</script>',
      cast: 'forged',
      kind: 'replay',
      demo: null,
      session: 'forged',
      durationMs: 5,
      expiresAt: '2001-01-01T00:00:00.000Z',
    })
    expect(status).toBe(200)
    const { updatedAt: _, ...after } = await read(id)
    expect(before).toMatchObject({ ...after, title: 'A recording' })
    expect(after.title).toBe('Another title')
  })

  test('do not travel with lists and forms', async () => {
    await make({ cast: 'the whole cast', poster: 'the whole poster' })
    const { body } = await ask('owner', 'GET', '/terminal-recordings')
    expect(JSON.stringify(body)).toContain('A recording')
    expect(JSON.stringify(body)).not.toMatch(/the whole/)
  })

  test('are one for each session, however many save it at the same time', async () => {
    const save = () =>
      storeRecording(cms.payload, 'demos', {
        session: 'saved-by-many',
        demo,
        kind: 'demo',
        title: 'Saved',
        cast: parseCast(CAST),
      })
    const ids = await Promise.all(Array.from({ length: 4 }, save))
    const { docs } = await cms.payload.find({ collection: 'terminal-recordings', ...everything })
    expect(docs.map(({ id }) => String(id))).toEqual([ids[0]])
    expect(new Set(ids).size).toBe(1)
  })

  test('are kept whole when they are long', async () => {
    const lines = Array.from({ length: 200 }, (_, at) =>
      JSON.stringify([at / 10, 'o', `${at}: ${'x'.repeat(1000)}\r\n`]),
    )
    const cast = parseCast(`{"version":2,"width":80,"height":24}\n${lines.join('\n')}\n`)
    const stored = { session: 'long', demo, kind: 'demo', title: 'Long', cast } as const
    const { cast: kept } = await read(await storeRecording(cms.payload, 'demos', stored))
    expect(parseCast(kept)).toEqual(cast)
  })

  test('do not keep a demo from being deleted', async () => {
    const { archive } = await cms.payload.findByID({
      collection: 'demos',
      id: demo,
      depth: 0,
      overrideAccess: true,
    })
    const other = await cms.payload.create({
      collection: 'demos',
      data: { title: 'Gone', archive, toolchain: 'c', mode: 'shell' },
      overrideAccess: true,
    })
    const { id } = await make({ demo: other.id })
    await cms.payload.delete({ collection: 'demos', id: other.id, overrideAccess: true })
    expect(await read(id)).toMatchObject({ demo: null, title: 'A recording' })
  })
})

describe('the recording of a demo', () => {
  const get = (more = '', headers: Record<string, string> = {}) =>
    fetchRaw(`/terminal/demos/${demo}/recording${more}`, headers)
  /** With headers, which `rest` does not tell. */
  const fetchRaw = async (path: string, headers: Record<string, string>) => {
    const request = new Request(`${ORIGIN}/api${path}`, { headers })
    return handleEndpoints({ config: cms.payload.config, request })
  }

  test('is the latest that is published, for everyone', async () => {
    await make({ title: 'Old' })
    await make({ title: 'New' })
    await make({ title: 'Not yet', published: false })
    const response = await get()
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({
      title: 'New',
      cols: 80,
      rows: 24,
      durationMs: 1000,
      poster: 'hello',
      cast: CAST,
    })
    expect(await (await get('?part=poster')).json()).not.toHaveProperty('cast')
  })

  test('is not sent again to who has it, until it changes', async () => {
    const { id } = await make()
    const first = await get()
    const tag = String(first.headers.get('etag'))
    expect(first.headers.get('cache-control')).toBe('public, max-age=60, must-revalidate')
    const again = await get('', { 'if-none-match': `"other", W/${tag}` })
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag])
    // The poster alone is another thing.
    expect((await get('?part=poster', { 'if-none-match': tag })).status).toBe(200)
    await ask('owner', 'PATCH', `/terminal-recordings/${id}`, { title: 'Renamed' })
    expect((await get('', { 'if-none-match': tag })).status).toBe(200)
  })

  test('is nothing while none is published, nor ever a visitor’s session', async () => {
    await make({ published: false })
    // As no endpoint would let it be.
    await make({ kind: 'replay', published: true })
    const response = await get()
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  test('is nothing for a demo that visitors cannot see', async () => {
    await make()
    const set = async (collection: 'demos' | 'projects', id: string, data: object) =>
      cms.payload.update({ collection, id, data, overrideAccess: true })
    expect((await get()).status).toBe(200)
    await set('demos', demo, { enabled: false })
    expect((await get()).status).toBe(404)
    await set('demos', demo, { enabled: true })
    await set('projects', project, { _status: 'draft' })
    expect((await get()).status).toBe(404)
    await set('projects', project, { _status: 'published' })
    expect((await get()).status).toBe(200)
  })

  test('is not given to one address without end, and to others all the same', async () => {
    await make()
    const from = (address: string, path = `/terminal/demos/${demo}/recording?part=poster`) =>
      fetchRaw(path, { 'x-forwarded-for': address })
    // Faster than the allowance grows back, however slow the machine is.
    const many = Array.from({ length: 4 * RECORDING_RATE.burst }, () =>
      from('198.51.100.1', '/terminal/demos/nowhere/recording'),
    )
    const answers = await Promise.all(many)
    const refused = answers.filter(({ status }) => status === 429)
    expect(refused.length).toBeGreaterThan(RECORDING_RATE.burst)
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await from('198.51.100.2')).status).toBe(200)
  })

  test('is nothing for ids that are none', async () => {
    for (const id of ['nowhere', crypto.randomUUID(), '%00', '1']) {
      expect((await fetchRaw(`/terminal/demos/${id}/recording`, {})).status).toBe(404)
    }
  })

  test('is shown while the terminals are switched off: that is what it is for', async () => {
    await make()
    const set = (enabled: boolean) =>
      cms.payload.updateGlobal({ slug: 'terminal', data: { enabled }, overrideAccess: true })
    await set(false)
    expect((await get()).status).toBe(200)
    await set(true)
  })
})
