// Two replicas of the built CMS on one database and one Redis, and two terminal services, each of which may die.
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { isLaunchTicket, type LaunchTicket } from '@shellfolio/protocol'
import { createGrants } from '../../plugins/terminal/src/grants.ts'
import { createServiceClient } from '../../plugins/terminal/src/service/service-client.ts'
import { freePort } from '../../scripts/lib/ports.mjs'
import { TestClient } from '../../terminal-service/src/testing/index.ts'
import { eventually, runningStack } from '../support/e2e.ts'
import {
  makeStateDir,
  type Process,
  removeStateDir,
  startBuiltCms,
  startService,
} from '../support/fleet/processes.ts'
import { type RedisServer, startRedis } from '../support/redis-server.ts'

const { root, siteUrl: origin, cmsEnv, terminalGrantKey: grantKey } = runningStack()
/** Building the project once on each service is part of the first launches. */
const FIRST_LAUNCH_MS = 60_000

let redis: RedisServer
let cms: Process[] = []
let services: Process[] = []
let folders: string[] = []
const clients: TestClient[] = []

beforeAll(async () => {
  redis = await startRedis()
  const ports = (await Promise.all(Array.from({ length: 4 }, freePort))) as number[]
  const [one = '', two = '', ...serviceUrls] = ports.map((port) => `http://127.0.0.1:${port}`)
  const replica = (url: string) =>
    startBuiltCms(root, {
      ...cmsEnv,
      CMS_PORT: new URL(url).port,
      CMS_INTERNAL_URL: url,
      REDIS_URL: redis.url,
      TERMINAL_INTERNAL_URL: 'http://127.0.0.1:9',
      TERMINAL_SERVICES: serviceUrls.join(),
    })
  folders = await Promise.all(serviceUrls.map(makeStateDir))
  cms = await Promise.all([replica(one), replica(two)])
  services = await Promise.all(
    serviceUrls.map((url, index) =>
      startService({
        port: Number(new URL(url).port),
        stateDir: folders[index] ?? '',
        grantKey,
        capacity: 4,
        archiveOrigins: [one, two],
        // The replica that stays; the other one reads in Redis who is there.
        announceTo: `${two}/api/terminal/services`,
      }),
    ),
  )
  for (const { url } of cms) {
    await eventually(
      'it knows of services with room',
      async () => {
        const response = await fetch(`${url}/api/terminal/status`)
        return ((await response.json()) as { available?: boolean }).available
      },
      30_000,
    )
  }
}, 150_000)
afterAll(async () => {
  for (const client of clients) client.drop()
  await Promise.all([...cms, ...services].map((each) => each.stop()))
  await redis?.stop()
  await Promise.all(folders.map(removeStateDir))
}, 30_000)

const ask = async (replica: number, wanted: object): Promise<LaunchTicket | undefined> => {
  const response = await fetch(`${cms[replica]?.url}/api/terminal/tickets`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify(wanted),
  })
  const body: unknown = await response.json()
  return isLaunchTicket(body) ? body : undefined
}

/** A socket by that ticket through a replica, whichever made it. */
const connect = async (replica: number, { ticket }: LaunchTicket) => {
  const client = await TestClient.connect({
    url: cms[replica]?.url ?? '',
    path: '/terminal/ws',
    protocols: ['term.v1', `ticket.${ticket}`],
    origin,
  })
  clients.push(client)
  return client
}

const open = async (asked: number, used: number) => {
  const ticket = await ask(asked, { project: 'philosophers' })
  if (!ticket) throw new Error('no ticket')
  const client = await connect(used, ticket)
  client.hello()
  await client.untilText('$ ', FIRST_LAUNCH_MS)
  return { ticket, client }
}
const answers = async (client: TestClient, word: string) => {
  client.type(`echo $((20+3))${word}\r`)
  await client.untilText(`23${word}`)
}
const runsOn = async (service: Process, { session }: LaunchTicket) => {
  const asking = createServiceClient({ internalUrl: service.url, grants: createGrants(grantKey) })
  return (await asking.sessions()).sessions.some(({ sid }) => sid === session)
}

test('A ticket of one replica is used at the other, and each session runs on one service.', async () => {
  const all = [await open(0, 1), await open(1, 0)]
  for (const { client } of all) await answers(client, 'here')
  const [service] = services
  const onFirst = await Promise.all(all.map(({ ticket }) => runsOn(service as Process, ticket)))
  const onSecond = await Promise.all(
    all.map(({ ticket }) => runsOn(services[1] as Process, ticket)),
  )
  expect(onFirst.map((is, index) => is !== onSecond[index])).toEqual([true, true])
  for (const { client } of all) client.type('exit\r')
}, 150_000)

test('A replica that is killed costs its sockets only: the session comes back through the other.', async () => {
  const mine = await open(0, 0)
  const theirs = await open(1, 1)
  await answers(mine.client, 'before')
  await cms[0]?.kill()
  await eventually('its socket is gone', () => mine.client.closeCode !== undefined)
  await answers(theirs.client, 'unharmed')
  const { session, key } = mine.ticket
  const ticket = await ask(1, { session, key })
  if (!ticket) throw new Error('no way back')
  const back = await connect(1, ticket)
  back.hello({ resume: mine.client.resumePoint })
  await back.untilWelcome()
  await answers(back, 'after')
  back.type('exit\r')
  theirs.client.type('exit\r')
}, 90_000)

test('A service that is killed costs its own sessions, and launches go to the other.', async () => {
  const { ticket, client } = await open(1, 1)
  const home = (await runsOn(services[0] as Process, ticket)) ? 0 : 1
  await services[home]?.kill()
  await eventually('its socket is gone', () => client.closeCode !== undefined)
  // The health of a service is believed for a second: until then a ticket may be for the dead one.
  const next = await eventually(
    'a launch reaches the other',
    () => open(1, 1).catch(() => undefined),
    30_000,
  )
  await answers(next.client, 'elsewhere')
  expect(await runsOn(services[1 - home] as Process, next.ticket)).toBe(true)
}, 120_000)
