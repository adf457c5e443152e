// The whole way of an owner who looks on: endpoint, ticket, upgrade, relay process and a real service that runs nothing.
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { terminalRegistry } from '@shellfolio/payload-terminal/registry'
import type { LaunchTicket, SessionGrant } from '@shellfolio/protocol'
import {
  FakeSandbox,
  type FakeTerminal,
  startTestService,
  TestClient,
  type TestService,
} from '../../terminal-service/src/testing/index.ts'
import { OWNER, SITE } from '../support/plugin/fake-payload.ts'
import { eventually, type Host, startHost } from '../support/plugin/host.ts'

const sandbox = new FakeSandbox()
let service: TestService
let host: Host

beforeAll(async () => {
  service = await startTestService({ sandbox })
  host = await startHost(service.url, { grantKey: service.grantKey })
  // The plugin's state is made by its first use.
  await host.call('GET', '/terminal/status')
})
afterAll(async () => {
  await host?.stop()
  await service?.close()
})

const ROOMY = { capacity: 9, perAddress: 9, perDemo: 9, perService: 9 }

/** A visitor's session, known to plugin and service as after a launch. */
const begin = async () => {
  const grant = await service.grant({ demo: { id: 'demo-1' }, limits: { graceS: 60 } })
  const { sid } = grant
  const place = { sid, demo: 'demo-1', service: service.url }
  const record = { ...place, addressHash: 'a', keyHash: 'k', startedAtMs: Date.now() }
  const resume = { grant, archiveId: 'archive-1' }
  const { sessions } = terminalRegistry().state!
  await sessions.reserve({ ...record, resume }, ROOMY)
  await sessions.begin(sid)
  const visitor = await TestClient.connect({ url: service.url, grant: await service.sign(grant) })
  visitor.hello({ cols: 100, rows: 30 })
  await visitor.untilText('$ ')
  return { sid, visitor, program: sandbox.terminals.at(-1) as FakeTerminal }
}

const ask = (path: string, body: unknown = {}) =>
  host.call('POST', `/terminal/sessions/${path}`, {
    headers: { origin: SITE },
    body: JSON.stringify(body),
    user: OWNER,
  })

const lookOn = async (sid: SessionGrant['sid']) => {
  const { ticket } = (await (await ask(`${sid}/watch`)).json()) as LaunchTicket
  const watcher = await TestClient.connect({
    url: host.url,
    path: '/terminal/ws',
    protocols: ['term.v1', `ticket.${ticket}`],
    origin: SITE,
  })
  watcher.hello()
  await watcher.untilWelcome()
  return watcher
}

const viewersOf = ({ events }: TestClient) =>
  events.flatMap((event) => (event.t === 'viewers' ? [event.n] : []))

test('the owner sees the screen in the visitor’s size, types nothing, says something, and is put out', async () => {
  const { sid, visitor, program } = await begin()
  program.say('before\r\n')
  await visitor.untilText('before')
  const watcher = await lookOn(sid)
  expect(watcher.welcome).toMatchObject({ role: 'observer', cols: 100, rows: 30 })
  await watcher.until('the screen', () => watcher.screen.toString().includes('before'))
  program.say('after')
  await watcher.untilText('after')
  await visitor.until('the visitor is told', () => viewersOf(visitor).at(-1) === 2)

  expect((await ask(`${sid}/notice`, { text: 'Well done.' })).status).toBe(202)
  for (const one of [visitor, watcher]) {
    await one.until('the notice', () => one.events.some((event) => event.t === 'notice'))
    const notice = { t: 'notice', level: 'info', msg: 'Well done.' }
    expect(one.events).toContainEqual(notice)
  }

  // One who forges frames is put out by the service, and may look on again.
  watcher.type('rm -rf .\r')
  await watcher.untilClosed()
  await visitor.until('the visitor is alone', () => viewersOf(visitor).at(-1) === 1)
  expect(Buffer.concat(program.written).toString()).toBe('')

  const again = await lookOn(sid)
  await visitor.until('the visitor is told again', () => viewersOf(visitor).at(-1) === 2)
  host.cms.documents.users = []
  await eventually('the relay let go', () => host.relay.count() === 0, 30_000)
  await again.untilClosed()
  await visitor.until('the visitor is alone again', () => viewersOf(visitor).at(-1) === 1)
  program.say('unharmed')
  await visitor.untilText('unharmed')
  expect(await host.places()).toBe(1)
  visitor.drop()
}, 90_000)
