// The plugin in a project that is not ours: other slugs, numeric ids, required fields only, a real service and real sandboxes.
import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { CollectionSlug, GlobalSlug } from 'payload'
import { generateImportMap } from 'payload'
import { createGrants } from '../../plugins/terminal/src/grants.ts'
import type { TestService } from '../../terminal-service/src/testing/index.ts'
import { eventually } from '../support/eventually.ts'
import { tarGz } from '../support/files.ts'
import type { DevApp } from '../support/plugin/dev-app.ts'
import { type DevTerminal, startDevTerminal, type Ticket } from '../support/plugin/dev-terminal.ts'

const DEV = join(import.meta.dirname, '../../plugins/terminal/dev')

let terminal: DevTerminal
let service: TestService
let app: DevApp
let operator: Record<string, string>
let bare: number

const create = async (collection: string, data: object, more: object = {}): Promise<number> => {
  const made = await app.payload.create({
    collection: collection as CollectionSlug,
    data: data as never,
    overrideAccess: true,
    ...more,
  })
  return made.id as unknown as number
}

beforeAll(async () => {
  terminal = await startDevTerminal()
  ;({ service, app } = terminal)
  operator = await app.signIn()
  const file = await tarGz('bare.tar.gz', { 'notes.txt': 'bare' })
  const archive = await create('bundles', {}, { file })
  bare = await create('samples', { title: 'Bare', archive, toolchain: 'c', enabled: true })
  await create('posts', { slug: 'bare', demo: bare })
}, 120_000)
afterAll(() => terminal?.stop())

const ticketFor = (wanted: object) =>
  app.rest('/terminal/tickets', {
    method: 'POST',
    headers: { origin: app.origin },
    body: JSON.stringify(wanted),
  })

const open = async (wanted: object) => {
  const { status, body } = await ticketFor(wanted)
  expect([status, body]).toEqual([201, expect.anything()])
  const client = await terminal.connect(body as Ticket)
  await client.untilText('$ ')
  return { client, session: (body as Ticket).session }
}

describe('a visitor', () => {
  test('gets from a click to the prompt, in the project that was built for it', async () => {
    const { client } = await open({ project: 'hello' })
    client.type('./hello\r')
    await client.untilText('Hello from a sandbox.')
    await terminal.leave(client)
  })

  test.each(['number', 'text'])(
    'runs a demo that has required fields only, named by its id as %s',
    async (form) => {
      const { client } = await open({ demo: form === 'number' ? bare : String(bare) })
      client.type('cat notes.txt\r')
      await client.untilText('bare')
      await terminal.leave(client)
    },
  )

  test.each(['nowhere', '999999', '1e3', '-1', '99999999999999999999'])(
    'is told that there is no demo %s',
    async (demo) => {
      expect(await ticketFor({ demo })).toMatchObject({
        status: 404,
        body: { code: 'demo-not-found' },
      })
    },
  )

  test('cannot name what no database can hold', async () => {
    for (const wanted of [{ project: 'hello\0' }, { demo: '1\0' }]) {
      expect(await ticketFor(wanted)).toMatchObject({ status: 400, body: { code: 'bad-request' } })
    }
  })

  test('is told whether a launch would work', async () => {
    expect((await app.rest('/terminal/status')).body).toMatchObject({ available: true })
  })
})

describe('whoever may log in', () => {
  const act = (method: string, path: string) => app.rest(path, { method, headers: operator })

  test('sees a session with its demo’s own id, and ends it', async () => {
    const { client, session } = await open({ project: 'bare' })
    const { body } = await act('GET', '/terminal/sessions')
    expect(body).toMatchObject({
      service: {
        sessions: expect.arrayContaining([
          expect.objectContaining({ sid: session, demoId: String(bare), title: 'Bare' }),
        ]),
      },
    })
    expect((await act('DELETE', `/terminal/sessions/${session}`)).status).toBe(202)
    expect(await client.untilExit()).toMatchObject({ reason: 'killed' })
    await terminal.leave(client)
  })

  test('looks on at a session and says something to its visitor', async () => {
    const { client, session } = await open({ project: 'bare' })
    const asked = { method: 'POST', headers: { ...operator, origin: app.origin } }
    const { status, body } = await app.rest(`/terminal/sessions/${session}/watch`, asked)
    expect(status).toBe(201)
    const observer = await terminal.connect(body as Ticket)
    expect(await observer.untilWelcome()).toMatchObject({ role: 'observer' })
    const notice = { ...asked, body: JSON.stringify({ text: 'Five minutes left.' }) }
    expect((await app.rest(`/terminal/sessions/${session}/notice`, notice)).status).toBe(202)
    const isTold = () => JSON.stringify(client.events).includes('Five minutes left.')
    await eventually('the visitor is told', isTold)
    observer.drop()
    await terminal.leave(client)
  })

  test('checks an archive and runs one command of a demo', async () => {
    const sample = { title: 'Told', archive: 1, toolchain: 'c', enabled: true }
    const demo = await create('samples', { ...sample, commands: [{ label: 'a', command: 'ls' }] })
    expect(await act('POST', `/terminal/demos/${demo}/check`)).toMatchObject({ status: 200 })
    expect(await act('POST', `/terminal/demos/${demo}/commands/0`)).toMatchObject({ status: 404 })
  })

  test('records a demo, publishes that, and everyone sees it', async () => {
    const { body } = await app.rest(`/terminal/demos/${bare}/record`, {
      method: 'POST',
      headers: { ...operator, origin: app.origin },
      body: JSON.stringify({ demo: String(bare) }),
    })
    const { session } = body as Ticket
    const client = await terminal.connect(body as Ticket)
    await client.untilText('$ ')
    await terminal.leave(client)
    const saved = await app.rest('/terminal/recordings', {
      method: 'POST',
      headers: { ...operator, origin: app.origin },
      body: JSON.stringify({ session, title: 'A look' }),
    })
    expect(saved).toMatchObject({ status: 201, body: { id: expect.anything() } })
    const { id } = saved.body as { id: string }
    const publish = await app.rest(`/terminal-recordings/${id}`, {
      method: 'PATCH',
      headers: { ...operator, 'content-type': 'application/json' },
      body: JSON.stringify({ published: true }),
    })
    expect(publish.status).toBe(200)
    expect(await app.rest(`/terminal/demos/${bare}/recording`)).toMatchObject({
      status: 200,
      body: { title: 'A look' },
    })
    expect((await act('GET', `/terminal/recordings/${id}`)).status).toBe(200)
    expect((await act('GET', '/terminal/recordings/nowhere')).status).toBe(404)
    expect((await app.rest('/terminal/demos/nowhere/recording')).status).toBe(404)
  })

  test('builds and tries a demo, and everyone may know how that went', async () => {
    expect(await act('POST', '/terminal/demos/1/build')).toMatchObject({
      status: 200,
      body: { ok: true },
    })
    expect(await act('POST', '/terminal/demos/1/smoke')).toMatchObject({
      status: 200,
      body: { ok: true },
    })
    const { body } = await app.rest('/terminal/smoke')
    expect(body).toEqual({ runs: [{ demo: '1', ok: true, at: expect.any(String) }] })
  })

  test.each(['nowhere', '999999'])('is told that there is no demo %s to try', async (demo) => {
    for (const action of ['build', 'smoke']) {
      const answer = await act('POST', `/terminal/demos/${demo}/${action}`)
      expect(answer).toMatchObject({ status: 404, body: { code: 'demo-not-found' } })
    }
  })

  test('is nobody without a login', async () => {
    const answers = [
      await app.rest('/terminal/sessions'),
      await app.rest('/terminal/demos/1/smoke', { method: 'POST' }),
    ]
    expect(answers).toMatchObject([{ status: 403 }, { status: 403 }])
  })
})

describe('what visitors see', () => {
  const see = (wanted: object) =>
    app.rest('/terminal/moments', {
      method: 'POST',
      headers: { origin: app.origin },
      body: JSON.stringify({ ...wanted, moment: 'seen' }),
    })
  const daysOf = async (demo: number) => {
    const { docs } = await app.payload.find({
      collection: 'terminal-days' as CollectionSlug,
      where: { demo: { equals: demo } },
      depth: 0,
      overrideAccess: true,
    })
    return docs as unknown as { seen: number }[]
  }

  test('is counted by demo, whatever ids others make up', async () => {
    for (const demo of ['nowhere', '99999999999999999999', '1.5', '-1']) await see({ demo })
    expect((await see({ project: 'bare\0' })).status).toBe(400)
    await see({ demo: String(bare) })
    await see({ project: 'bare' })
    const isCounted = async () => (await daysOf(bare))[0]?.seen === 2
    await eventually('both are counted', isCounted, 20_000)
  })

  test('has rows of the sessions that ended, with their demo', async () => {
    const kept = async () => {
      const { docs } = await app.payload.find({
        collection: 'terminal-sessions' as CollectionSlug,
        where: { demo: { equals: bare } },
        depth: 0,
        overrideAccess: true,
      })
      return docs.length > 0
    }
    await eventually('a session is kept', kept, 20_000)
  })
})

describe('an archive', () => {
  const read = async (id: string) => {
    const token = await createGrants(service.grantKey).archiveToken(id, 60)
    return app.rest(`/terminal/archives/${id}`, { headers: { authorization: `Bearer ${token}` } })
  }

  test('is read by its number', async () => {
    expect((await read('1')).status).toBe(200)
  })

  test.each(['999999', 'nowhere'])('that is not there is not found: %s', async (id) => {
    expect(await read(id)).toMatchObject({ status: 404, body: { code: 'not-found' } })
  })
})

describe('the owner’s switch', () => {
  test('in a global of another name ends what runs and keeps new visitors out', async () => {
    const { client } = await open({ project: 'bare' })
    const set = (enabled: boolean) =>
      app.payload.updateGlobal({
        slug: 'shells' as GlobalSlug,
        data: { enabled } as never,
        overrideAccess: true,
      })
    await set(false)
    expect(await ticketFor({ project: 'bare' })).toMatchObject({
      status: 503,
      body: { code: 'terminal-disabled' },
    })
    await client.untilExit(30_000)
    await set(true)
    const isBack = async () => (await ticketFor({ project: 'bare' })).status === 201
    await eventually('visitors are let in again', isBack)
  })
})

describe('the admin of that project', () => {
  test('knows every component of the plugin', async () => {
    const fresh = join(tmpdir(), `import-map-${process.pid}.js`)
    const { admin } = app.config
    const importMap = { ...admin.importMap, importMapFile: fresh }
    await generateImportMap({ ...app.config, admin: { ...admin, importMap } }, { log: false })
    const wanted = await readFile(fresh, 'utf8')
    await rm(fresh)
    // Written anew by `node cms/generate.mjs`, and when the development app starts.
    const kept = await readFile(join(DEV, 'app/(payload)/admin/importMap.js'), 'utf8')
    expect(kept).toBe(wanted)
  })
})
