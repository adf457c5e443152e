// The queue and what operators do, through the plugin's endpoints on a fake Payload and a fake service.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { terminalRegistry } from '@shellfolio/payload-terminal/registry'
import { isLaunchPlace, type LaunchPlace, type LaunchTicket } from '@shellfolio/protocol'
import { readEvents } from '../../plugins/terminal/src/queue/event-reader.ts'
import { SITE } from '../support/plugin/fake-payload.ts'
import { type FakeService, GREETING, startFakeService } from '../support/plugin/fake-service.ts'
import {
  eventually,
  type Host,
  rawClient,
  startHost,
  upgradeRequest,
} from '../support/plugin/host.ts'

let service: FakeService
let host: Host
let isOperator: boolean

beforeAll(async () => {
  service = await startFakeService()
})
beforeEach(async () => {
  isOperator = true
  service.health({ status: 'ok', sandbox: { available: true } })
  host = await startHost(service.url, {
    mayOperate: () => isOperator,
    country: (headers) => headers.get('x-country') ?? undefined,
  })
})
afterEach(() => host.stop())
afterAll(() => service?.stop())

const launch = (project: string) =>
  host.call('POST', '/terminal/tickets', {
    body: JSON.stringify({ project }),
    headers: { origin: SITE },
  })
const refusal = async (answer: Promise<Response>) => {
  const response = await answer
  return [response.status, ((await response.json()) as { code: string }).code]
}
const placeOf = async (answer: Promise<Response>) => {
  const response = await answer
  const place: unknown = await response.json()
  expect([response.status, isLaunchPlace(place)]).toEqual([202, true])
  return place as LaunchPlace
}
const open = async () => {
  const client = await rawClient(host.port, upgradeRequest({ ticket: await host.ticket() }))
  await client.sees(GREETING)
  return client
}

const follow = async (place: string) => {
  const init = { body: JSON.stringify({ place }), headers: { origin: SITE } }
  const response = await host.call('POST', '/terminal/queue', init)
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  if (!response.body) throw new Error('There is no stream.')
  return readEvents(response.body)
}

describe('the queue', () => {
  test('gives those who wait, in order, a ticket each that works', async () => {
    host.cms.terminal.capacity = 1
    const first = await open()
    const places = [await placeOf(launch('philosophers')), await placeOf(launch('philosophers'))]
    const [next, last] = await Promise.all(places.map(({ place }) => follow(place)))
    await eventually('both know where they are', () =>
      [next, last].every((stream) => stream?.events().some(({ event }) => event === 'place')),
    )
    first.socket.destroy()
    const ticketOf = (stream: typeof next) =>
      stream?.events().find(({ event }) => event === 'ticket')?.data as LaunchTicket | undefined
    await eventually('the first who waits has a ticket', () => ticketOf(next) !== undefined)
    expect(ticketOf(last)).toBeUndefined()
    const { ticket = '' } = ticketOf(next) ?? {}
    const second = await rawClient(host.port, upgradeRequest({ ticket }))
    await second.sees(GREETING)
    second.socket.destroy()
    await eventually('the last has one', () => ticketOf(last) !== undefined)
  })

  test('is left with the country of who launches, as it was at once', async () => {
    host.cms.terminal.capacity = 1
    const headers = { origin: SITE, 'x-country': 'fr' }
    const body = JSON.stringify({ project: 'philosophers' })
    const countries = async () =>
      (await terminalRegistry().state?.sessions.list())?.map(({ country }) => country)
    expect((await host.call('POST', '/terminal/tickets', { body, headers })).status).toBe(201)
    expect(await countries()).toEqual(['FR'])
    const { place } = await placeOf(launch('philosophers'))
    const stream = await host.call('POST', '/terminal/queue', {
      body: JSON.stringify({ place }),
      headers: { origin: SITE, 'x-country': 'BE' },
    })
    const [first] = (await terminalRegistry().state?.sessions.list()) ?? []
    await terminalRegistry().state?.sessions.release(first?.sid ?? '')
    await eventually('its turn has come', async () => (await countries())?.[0] === 'BE')
    await stream.body?.cancel()
  })

  test('is not told to a follower from another origin, or of a place that is not there', async () => {
    host.cms.terminal.capacity = 1
    await host.ticket()
    const { place } = await placeOf(launch('philosophers'))
    const ask = (body: object, headers: Record<string, string> = { origin: SITE }) =>
      host.call('POST', '/terminal/queue', { body: JSON.stringify(body), headers })
    expect(await refusal(ask({ place }, { origin: 'https://evil.example' }))).toEqual([
      403,
      'origin-refused',
    ])
    expect(await refusal(ask({ place: 'a'.repeat(43) }))).toEqual([404, 'not-found'])
    expect(await refusal(ask({ place: '../x' }))).toEqual([400, 'bad-request'])
  })
})

describe('an operator', () => {
  const ask = async (method: string, path: string) => {
    const response = await host.call(method, path)
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }

  test('sees which sessions run and who waits, and nothing of the visitors', async () => {
    host.cms.terminal.capacity = 1
    const client = await open()
    await placeOf(launch('philosophers'))
    const { status, body } = await ask('GET', '/terminal/sessions')
    expect([status, body]).toMatchObject([200, { enabled: true, capacity: 1, waiting: 1 }])
    const { sessions } = body.service as { sessions: object[] }
    expect(sessions).toEqual([expect.objectContaining({ state: 'live' })])
    expect(JSON.stringify(body)).not.toMatch(/203\.0\.113|addressHash|key/)
    client.socket.destroy()
  })

  test('ends a session, and only one that is there', async () => {
    const client = await open()
    const [sid = ''] = service.running()
    expect((await ask('DELETE', `/terminal/sessions/${sid}`)).status).toBe(202)
    await eventually('the session has ended', () => service.running().length === 0)
    expect((await ask('DELETE', '/terminal/sessions/nobody')).status).toBe(404)
    client.socket.destroy()
  })

  test('is told when the service does not answer', async () => {
    service.listens(false)
    const { body } = await ask('GET', '/terminal/sessions')
    expect(body).toMatchObject({ enabled: true, waiting: 0 })
    expect(body).not.toHaveProperty('service')
    expect((await ask('POST', '/terminal/drain')).body).toMatchObject({
      code: 'service-unavailable',
    })
    service.listens(true)
  })

  test.each([
    ['GET', '/terminal/sessions'],
    ['DELETE', '/terminal/sessions/any'],
    ['POST', '/terminal/drain'],
    ['POST', '/terminal/demos/demo-1/check'],
    ['POST', '/terminal/demos/demo-1/build'],
    ['POST', '/terminal/demos/demo-1/commands/0'],
    ['POST', '/terminal/demos/demo-1/smoke'],
  ])('is what whoever asks %s %s has to be', async (method, path) => {
    isOperator = false
    const before = service.orders.length
    expect(await ask(method, path)).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
    expect(service.orders.length).toBe(before)
  })

  test('tries a demo as it is saved, also one that is switched off', async () => {
    host.cms.documents.demos![0]!.enabled = false
    for (const [what, action] of [
      ['build', 'builds'],
      ['smoke', 'smoke'],
    ]) {
      const { body } = await ask('POST', `/terminal/demos/demo-1/${what}`)
      expect(body).toMatchObject({ ok: true })
      const order = service.orders.at(-1)
      expect(order).toMatchObject({
        action,
        demo: { id: 'demo-1' },
        archive: { token: expect.stringMatching(/^ey/) },
      })
    }
    expect((await ask('POST', '/terminal/demos/nowhere/build')).status).toBe(404)
  })

  test('has the archive alone checked, or one command alone run', async () => {
    Object.assign(host.cms.documents.demos![0]!, {
      build: 'make',
      commands: ['first', 'second'].map((command) => ({ label: command, command })),
    })
    await ask('POST', '/terminal/demos/demo-1/check')
    expect(service.orders.at(-1)).toMatchObject({ action: 'builds', demo: { build: '' } })
    await ask('POST', '/terminal/demos/demo-1/commands/1')
    expect(service.orders.at(-1)).toMatchObject({
      action: 'smoke',
      demo: { build: 'make', commands: [{ command: 'second' }] },
    })
    for (const index of ['2', '-1', '1e0', 'first']) {
      expect((await ask('POST', `/terminal/demos/demo-1/commands/${index}`)).status).toBe(404)
    }
  })
})
