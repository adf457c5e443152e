// Recordings from the first byte in a real sandbox to the player: a demo by its owner, and visitors where they are told.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { terminalRegistry } from '@shellfolio/payload-terminal/registry'
import type { CollectionSlug, GlobalSlug } from 'payload'
import { createGrants } from '../../plugins/terminal/src/grants.ts'
import { WATCH_EVERY_MS } from '../../plugins/terminal/src/limits.ts'
import { parseCast } from '../../plugins/terminal/src/recordings/asciicast.ts'
import { createPending } from '../../plugins/terminal/src/recordings/pending.ts'
import { RECORDINGS_TASK } from '../../plugins/terminal/src/recordings/task.ts'
import {
  createServiceClient,
  type ServiceClient,
} from '../../plugins/terminal/src/service/service-client.ts'
import type { TestService } from '../../terminal-service/src/testing/index.ts'
import { eventually } from '../support/eventually.ts'
import type { DevApp } from '../support/plugin/dev-app.ts'
import { type DevTerminal, startDevTerminal, type Ticket } from '../support/plugin/dev-terminal.ts'

const collection = 'terminal-recordings' as CollectionSlug

type Recording = Record<string, unknown> & { id: number; cast: string; poster: string }

let terminal: DevTerminal
let service: TestService
let app: DevApp
let operator: Record<string, string>
let demo: number
let asks: ServiceClient

beforeAll(async () => {
  terminal = await startDevTerminal()
  ;({ service, app } = terminal)
  asks = createServiceClient({
    internalUrl: service.url,
    grants: createGrants(service.grantKey),
  })
  operator = { ...(await app.signIn()), origin: app.origin }
  const { docs } = await app.payload.find({
    collection: 'samples' as CollectionSlug,
    overrideAccess: true,
  })
  demo = Number(docs[0]?.id)
}, 120_000)
afterAll(() => terminal?.stop())
beforeEach(() => setReplay({ enabled: false, days: 7 }))
afterEach(async () => {
  await app.payload.delete({ collection, where: {}, overrideAccess: true })
  for (const { session } of await waiting()) await createPending(app.payload).remove(session)
  await setDemo({ enabled: true })
  for (const { sid } of (await asks.sessions()).sessions) await asks.end(sid)
  await eventually('every place is free', async () => (await app.places()) === 0, 20_000)
})

const setReplay = (replay: object) =>
  app.payload.updateGlobal({
    slug: 'shells' as GlobalSlug,
    data: { enabled: true, replay } as never,
    overrideAccess: true,
  })
const setDemo = (data: object) =>
  app.payload.update({
    collection: 'samples' as CollectionSlug,
    id: demo,
    data: data as never,
    overrideAccess: true,
  })
const post = (path: string, body: object, headers: Record<string, string> = operator) =>
  app.rest(path, { method: 'POST', headers, body: JSON.stringify(body) })

const stored = async () => {
  const { docs } = await app.payload.find({
    collection,
    depth: 0,
    showHiddenFields: true,
    overrideAccess: true,
  })
  return docs as unknown as Recording[]
}
const waiting = () => createPending(app.payload).list()
/** The job, as its clock runs it. */
const run = async () => {
  const queue = RECORDINGS_TASK
  await app.payload.jobs.queue({ task: queue, input: {}, queue, overrideAccess: true })
  await app.payload.jobs.run({ queue, overrideAccess: true, silent: true })
}
const isAtService = async (sid: string) => (await asks.recording(sid)) !== undefined

const connect = async (answer: { status: number; body: unknown }) => {
  expect([answer.status, answer.body]).toEqual([201, expect.anything()])
  const ticket = answer.body as Ticket
  const client = await terminal.connect(ticket)
  await client.untilWelcome()
  return { client, ticket }
}
const enter = async (answer: { status: number; body: unknown }) => {
  const entered = await connect(answer)
  await entered.client.untilText('$ ')
  return entered
}
const visit = () => post('/terminal/tickets', { project: 'hello' }, { origin: app.origin })
const record = () => post(`/terminal/demos/${demo}/record`, { demo: String(demo) })
const publicRecording = (more = '') => app.rest(`/terminal/demos/${demo}/recording${more}`)

/** A whole recording, made by the operator. @returns its id */
const recorded = async (title = 'How it works') => {
  const { client, ticket } = await enter(await record())
  client.type('./hello\r')
  await client.untilText('Hello from a sandbox.')
  await terminal.leave(client)
  const { status, body } = await post('/terminal/recordings', { session: ticket.session, title })
  expect([status, body]).toEqual([201, { id: expect.any(String) }])
  return { id: (body as { id: string }).id, session: ticket.session }
}

describe('a demo that its owner records', () => {
  test('is kept with its poster, taken from the service, and shown once it is published', async () => {
    const { id, session } = await recorded()
    const [kept] = await stored()
    expect(kept).toMatchObject({
      title: 'How it works',
      kind: 'demo',
      demo,
      session,
      published: false,
      isWhole: true,
      cols: 80,
      rows: 24,
      expiresAt: null,
    })
    expect(kept?.poster).toContain('Hello from a sandbox.')
    expect(kept?.poster).not.toMatch(/<(?!\/?span)/)
    expect(await isAtService(session)).toBe(false)
    expect(await waiting()).toEqual([])

    expect(await publicRecording()).toMatchObject({ status: 404, body: { code: 'not-found' } })
    const published = await app.rest(`/terminal-recordings/${id}`, {
      method: 'PATCH',
      headers: { ...operator, 'content-type': 'application/json' },
      body: JSON.stringify({ published: true }),
    })
    expect(published.status).toBe(200)
    const { status, body } = await publicRecording()
    expect([status, body]).toEqual([
      200,
      {
        title: 'How it works',
        cols: 80,
        rows: 24,
        durationMs: kept?.durationMs,
        poster: kept?.poster,
        cast: kept?.cast,
      },
    ])
    const { cast, ...rest } = body as Recording
    expect((await publicRecording('?part=poster')).body).toEqual(rest)
    const gaps = parseCast(cast).events.map(({ atMs }, index, all) => {
      return atMs - (all[index - 1]?.atMs ?? 0)
    })
    expect(Math.max(...gaps)).toBeLessThanOrEqual(2000)
  })

  test('need not be one that visitors can run, and goes on until its owner ends it', async () => {
    await setDemo({ enabled: false })
    const { client, ticket } = await enter(await record())
    expect(ticket.recorded).toBe(true)
    const hasLookedTwice = async () => {
      const [place] = (await terminalRegistry().state?.sessions.list()) ?? []
      return (place?.begunForMs ?? 0) > 2 * WATCH_EVERY_MS
    }
    await eventually('a visitor’s session would be over', hasLookedTwice, 20_000)
    expect(client.exit).toBeUndefined()
    client.drop()
    const back = await post(`/terminal/demos/${demo}/record`, {
      session: ticket.session,
      key: ticket.key,
    })
    expect(back.status).toBe(201)
    const again = await connect(back)
    await terminal.leave(again.client)
    expect((await visit()).status).toBe(404)
    await setDemo({ enabled: true })
  }, 60_000)

  test('is not saved while it runs, nor from a session that is not one', async () => {
    const { client, ticket } = await enter(await record())
    const save = (session: string, title = 'x') => post('/terminal/recordings', { session, title })
    expect(await save(ticket.session)).toMatchObject({
      status: 400,
      body: { detail: 'The session still runs. End it first.' },
    })
    await terminal.leave(client)
    expect(await save('x'.repeat(22))).toMatchObject({ status: 404 })
    for (const title of ['', ' ', 'x'.repeat(201), 'a\u0000b']) {
      expect((await save(ticket.session, title)).status).toBe(400)
    }
    expect((await save(ticket.session)).status).toBe(201)
    expect((await save(ticket.session)).status).toBe(404)
    expect(await stored()).toHaveLength(1)
  })

  test('is for operators on a page of ours alone', async () => {
    const { authorization } = operator
    const asked = (headers: Record<string, string>) => [
      post(`/terminal/demos/${demo}/record`, { demo: String(demo) }, headers),
      post('/terminal/recordings', { session: 'x'.repeat(22), title: 'x' }, headers),
    ]
    const statuses = async (headers: Record<string, string>) =>
      (await Promise.all(asked(headers))).map(({ status }) => status)
    expect(await statuses({ origin: app.origin })).toEqual([403, 403])
    expect(await statuses({ authorization: authorization ?? '' })).toEqual([403, 403])
    expect(
      await statuses({ authorization: authorization ?? '', origin: 'https://evil.example' }),
    ).toEqual([403, 403])
    expect((await app.rest('/terminal/recordings/1')).status).toBe(403)
  })

  test('that is never saved is thrown away', async () => {
    const { client, ticket } = await enter(await record())
    await terminal.leave(client)
    await run()
    expect(await isAtService(ticket.session)).toBe(true)
    const pending = createPending(app.payload)
    const [recording] = await pending.list()
    await pending.add({ ...recording!, startedAtMs: Date.now() - 25 * 3600 * 1000 })
    await run()
    expect([await isAtService(ticket.session), await waiting(), await stored()]).toEqual([
      false,
      [],
      [],
    ])
  })
})

describe('a visitor', () => {
  test('is not recorded while the owner has not turned that on', async () => {
    expect((await app.rest('/terminal/status')).body).toMatchObject({ recorded: false })
    const { client, ticket } = await enter(await visit())
    expect(ticket).not.toHaveProperty('recorded')
    await terminal.leave(client)
    expect(await isAtService(ticket.session)).toBe(false)
    await run()
    expect([await stored(), await waiting()]).toEqual([[], []])
  })

  test('is told before the session begins, and kept for the days that were set', async () => {
    await setReplay({ enabled: true, days: 3 })
    await eventually('the status says so', async () => {
      const { body } = await app.rest('/terminal/status')
      return (body as { recorded: boolean }).recorded
    })
    const { client, ticket } = await enter(await visit())
    expect(ticket.recorded).toBe(true)
    client.type('echo seen""it\r')
    await client.untilText('seenit')
    await run()
    expect(await stored()).toEqual([])
    await terminal.leave(client)
    await eventually('the session is in the past', async () => {
      const { totalDocs } = await app.payload.count({
        collection: 'terminal-sessions' as CollectionSlug,
        where: { session: { equals: ticket.session } },
        overrideAccess: true,
      })
      return totalDocs === 1
    })
    const before = Date.now()
    await run()
    const [kept] = await stored()
    expect(kept).toMatchObject({ kind: 'replay', demo, session: ticket.session, published: false })
    expect(kept?.title).toMatch(/^Hello, 20\d\d-\d\d-\d\d \d\d:\d\d UTC$/)
    expect(parseCast(kept?.cast ?? '').events.length).toBeGreaterThan(1)
    const { docs: past } = await app.payload.find({
      collection: 'terminal-sessions' as CollectionSlug,
      where: { session: { equals: ticket.session } },
      depth: 0,
      overrideAccess: true,
    })
    expect(past).toMatchObject([{ recording: kept?.id }])
    const lastsMs = Date.parse(String(kept?.expiresAt)) - before
    expect(Math.round(lastsMs / 3_600_000)).toBe(72)
    expect([await isAtService(ticket.session), await waiting()]).toEqual([false, []])
    // Once more changes nothing.
    await run()
    expect(await stored()).toHaveLength(1)
  })

  test('is not recorded any more from the moment it is turned off, nor after a return', async () => {
    await setReplay({ enabled: true, days: 3 })
    const { client: before } = await enter(await visit())
    await setReplay({ enabled: false, days: 3 })
    const { client: after, ticket } = await enter(await visit())
    expect(ticket).not.toHaveProperty('recorded')
    for (const client of [before, after]) {
      client.send({ op: 'close' })
      await client.untilExit()
    }
    await eventually('the places are free', async () => (await app.places()) === 0, 20_000)
    await run()
    expect(await stored()).toHaveLength(1)
    expect(await isAtService(ticket.session)).toBe(false)
  })

  test('whose session was stored twice over by a crash is stored once', async () => {
    await setReplay({ enabled: true, days: 3 })
    const { client, ticket } = await enter(await visit())
    const [recording] = await waiting()
    await terminal.leave(client)
    await run()
    // As if the process had died between the document and what finds it again.
    await createPending(app.payload).add(recording!)
    await run()
    await run()
    expect(await stored()).toHaveLength(1)
    expect(recording).toMatchObject({ session: ticket.session })
  })

  test('is not published, by anybody', async () => {
    await setReplay({ enabled: true, days: 3 })
    const { client, ticket } = await enter(await visit())
    const stolen = await post('/terminal/recordings', { session: ticket.session, title: 'Mine' })
    expect(stolen.status).toBe(404)
    await terminal.leave(client)
    await run()
    const [kept] = await stored()
    await app.rest(`/terminal-recordings/${kept?.id}`, {
      method: 'PATCH',
      headers: { ...operator, 'content-type': 'application/json' },
      body: JSON.stringify({ published: true, kind: 'demo' }),
    })
    expect(await stored()).toMatchObject([{ kind: 'replay', published: false }])
    expect((await publicRecording()).status).toBe(404)
  })

  test('is forgotten when the days are over, and not before; what the owner recorded stays', async () => {
    const { id } = await recorded()
    const replay = async (session: string, expiresAt: number) =>
      app.payload.create({
        collection,
        data: {
          title: session,
          kind: 'replay',
          session,
          durationMs: 1,
          bytes: 1,
          cols: 80,
          rows: 24,
          cast: 'x',
          expiresAt: new Date(expiresAt).toISOString(),
        } as never,
        overrideAccess: true,
      })
    await replay('old', Date.now() - 1000)
    await replay('young', Date.now() + 60_000)
    await run()
    const left = (await stored()).map(({ session }) => session)
    expect(left).toHaveLength(2)
    expect(left).toContain('young')
    expect((await stored()).some((kept) => String(kept.id) === id)).toBe(true)
  })

  test('of whom nothing came is not waited for for ever, and who never came not at all', async () => {
    await setReplay({ enabled: true, days: 3 })
    const answer = await visit()
    expect(answer.status).toBe(201)
    expect(await waiting()).toEqual([])
    await createPending(app.payload).add({
      session: 'never-there',
      demo: String(demo),
      kind: 'replay',
      service: service.url,
      startedAtMs: Date.now(),
    })
    await run()
    const [missing] = await waiting()
    expect(missing?.missingSinceMs).toEqual(expect.any(Number))
    await createPending(app.payload).add({ ...missing!, missingSinceMs: Date.now() - 3_600_000 })
    await run()
    expect(await waiting()).toEqual([])
    await terminalRegistry().state?.sessions.release((answer.body as Ticket).session)
  })
})
