// The plugin's client of the terminal service and its grants, against a real service that runs nothing.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createGrants } from '../../plugins/terminal/src/grants.ts'
import { createServiceClient } from '../../plugins/terminal/src/service/service-client.ts'
import {
  eventually,
  startTestService,
  TestClient,
  type TestService,
} from '../../terminal-service/src/testing/index.ts'

let service: TestService

beforeAll(async () => {
  service = await startTestService()
})
afterAll(() => service?.close())

const clientWith = (grantKey: string) =>
  createServiceClient({ internalUrl: service.url, grants: createGrants(grantKey) })

const begin = async () => {
  const grant = await service.grant({ limits: { graceS: 60 } })
  const client = await TestClient.connect({ url: service.url, grant: await service.sign(grant) })
  client.hello()
  await client.untilText('$ ')
  return { grant, client }
}

describe('the plugin and the service', () => {
  test('agree on which sessions run, and on their end', async () => {
    const asks = clientWith(service.grantKey)
    expect((await asks.sessions()).sessions).toEqual([])
    const { grant, client } = await begin()
    const { sid } = grant
    expect(await asks.sessions()).toEqual({
      sessions: [
        {
          sid,
          demoId: grant.demo.id,
          state: 'live',
          startedAt: expect.any(String),
          idleMs: expect.any(Number),
          viewers: 1,
          title: grant.demo.title,
          bytesOut: expect.any(Number),
          usage: {
            memoryBytes: expect.any(Number),
            cpuMs: expect.any(Number),
            processes: expect.any(Number),
          },
        },
      ],
      capacity: 8,
      draining: false,
    })
    expect(await asks.end('x'.repeat(22))).toBe(false)
    expect(await asks.end(sid)).toBe(true)
    await eventually('nothing runs', async () => (await asks.sessions()).sessions.length === 0)
    expect(await asks.end(sid)).toBe(false)
    client.drop()
  })

  test('agree on a notice, which everybody at the session sees, and nobody else', async () => {
    const asks = clientWith(service.grantKey)
    const { grant, client } = await begin()
    const other = await begin()
    const signed = await createGrants(service.grantKey).session({
      grant: { ...grant, role: 'observer', attach: true },
      archiveId: 'archive-1',
    })
    const watcher = await TestClient.connect({ url: service.url, grant: signed })
    watcher.hello()
    await watcher.untilWelcome()
    expect(watcher.welcome?.role).toBe('observer')
    expect(await asks.notify(grant.sid, 'Back in a minute.')).toBe(true)
    const notice = { t: 'notice', level: 'info', msg: 'Back in a minute.' }
    for (const one of [client, watcher]) {
      await eventually('it is shown', () => one.events.some((event) => event.t === 'notice'))
      expect(one.events).toContainEqual(notice)
    }
    expect(other.client.events).not.toContainEqual(notice)
    await expect(asks.notify(grant.sid, 'two\nlines')).rejects.toMatchObject({ status: 401 })
    for (const { sid } of [grant, other.grant]) await asks.end(sid)
    await eventually('nothing runs', async () => (await asks.sessions()).sessions.length === 0)
    expect(await asks.notify(grant.sid, 'Too late.')).toBe(false)
    for (const one of [client, watcher, other.client]) one.drop()
  })

  test('agree on how a build went', async () => {
    const { demo, archive, limits } = await service.grant({})
    const order = { action: 'builds', demo, archive, limits } as const
    expect(await clientWith(service.grantKey).build(order)).toEqual({
      ok: true,
      cached: expect.any(Boolean),
      ms: expect.any(Number),
      bytes: expect.any(Number),
      log: '',
    })
  })

  test('agree on the way back: a session without its browser is listed, and joined by its grant', async () => {
    const asks = clientWith(service.grantKey)
    const { grant, client } = await begin()
    client.drop()
    const stateOf = async () =>
      (await asks.sessions()).sessions.find(({ sid }) => sid === grant.sid)?.state
    await eventually('it waits', async () => (await stateOf()) === 'detached')
    const signed = await createGrants(service.grantKey).session({
      grant: { ...grant, attach: true },
      archiveId: 'archive-1',
    })
    const back = await TestClient.connect({ url: service.url, grant: signed })
    back.hello()
    await back.untilWelcome()
    expect(await stateOf()).toBe('live')
    await asks.end(grant.sid)
    back.drop()
  })

  test('do not agree without the key', async () => {
    const stranger = clientWith('x'.repeat(40))
    await expect(stranger.sessions()).rejects.toMatchObject({ kind: 'refused', status: 401 })
  })

  test('agree that no more begin, last of all', async () => {
    const asks = clientWith(service.grantKey)
    await asks.drain()
    expect((await asks.sessions()).draining).toBe(true)
  })
})
