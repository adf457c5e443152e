// Two replicas of a CMS, two terminal services with real sandboxes, and a real Redis behind a network that can break.
import { createHash, randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LaunchTicket } from '@shellfolio/protocol'
import { Redis } from 'ioredis'
import { createGrants } from '../../../plugins/terminal/src/grants.ts'
import { createServiceClient } from '../../../plugins/terminal/src/service/service-client.ts'
import { freePort } from '../../../scripts/lib/ports.mjs'
import { packFiles, TestClient } from '../../../terminal-service/src/testing/index.ts'
import { eventually } from '../eventually.ts'
import { SITE } from '../plugin/fake-payload.ts'
import { type RedisServer, startRedis } from '../redis-server.ts'
import { type BadNetwork, startBadNetwork } from './bad-network.ts'
import type { CmsSettings } from './cms-process.ts'
import {
  makeStateDir,
  type Process,
  removeStateDir,
  type ServiceSettings,
  startCms,
  startService,
} from './processes.ts'

/** Sessions that each service takes. */
export const CAPACITY = 5
export const PROJECTS = ['one', 'two', 'three'] as const
export type Project = (typeof PROJECTS)[number]

const HEARD = 'shellfolio:services:heard'
const LEASES = 'shellfolio:sessions:leases'

export type Answer = { status: number; body: Record<string, unknown>; ms: number }

export type Opened = {
  client: TestClient
  ticket: LaunchTicket
  /** Types a command whose output proves that the shell is there. @throws when it is not in time */
  answers: (word: string) => Promise<void>
}

export class World {
  readonly cms: Process[] = []
  readonly services: Process[] = []
  readonly clients: TestClient[] = []
  redis!: RedisServer
  /** What the test itself asks Redis; not by way of the network. */
  store!: Redis
  network!: BadNetwork
  #cmsSettings: CmsSettings[] = []
  #serviceSettings: ServiceSettings[] = []
  #launches = 0

  async start(): Promise<void> {
    this.redis = await startRedis()
    this.network = await startBadNetwork(this.redis.port)
    this.store = new Redis(this.redis.url, { maxRetriesPerRequest: null })
    this.store.on('error', () => undefined)
    const grantKey = randomBytes(32).toString('hex')
    const cmsPorts = [await freePort(), await freePort()] as number[]
    const cmsUrls = cmsPorts.map((port) => `http://127.0.0.1:${port}`)
    this.#serviceSettings = await Promise.all(
      cmsUrls.map(async (url) => ({
        port: (await freePort()) as number,
        stateDir: await makeStateDir(),
        grantKey,
        capacity: CAPACITY,
        archiveOrigins: cmsUrls,
        // Each tells another replica: all of them know.
        announceTo: `${url}/api/terminal/services`,
      })),
    )
    const allow = this.#serviceSettings.map(({ port }) => `http://127.0.0.1:${port}`)
    const projects = await this.#projects()
    this.#cmsSettings = cmsPorts.map((port) => ({
      port,
      // Nobody is there: services have to announce themselves.
      internalUrl: 'http://127.0.0.1:9',
      redisUrl: `redis://127.0.0.1:${this.network.port}`,
      grantKey,
      allow,
      projects,
    }))
    await Promise.all([
      ...this.#cmsSettings.map((_, index) => this.startCms(index)),
      ...this.#serviceSettings.map((_, index) => this.startService(index)),
    ])
  }

  async #projects(): Promise<CmsSettings['projects']> {
    const folder = this.#serviceSettings[0]?.stateDir ?? ''
    const made = PROJECTS.map(async (name) => {
      const archive = await packFiles({ [`${name}/README`]: `Project ${name}.\n` })
      const file = join(folder, `${name}.tar.gz`)
      await writeFile(file, archive)
      const sha256 = createHash('sha256').update(archive).digest('hex')
      return [name, { file, sha256, bytes: archive.byteLength }] as const
    })
    return Object.fromEntries(await Promise.all(made))
  }

  async startCms(index: number): Promise<void> {
    this.cms[index] = await startCms(this.#cmsSettings[index]!)
  }

  async startService(index: number): Promise<void> {
    this.services[index] = await startService(this.#serviceSettings[index]!)
  }

  async restartRedis(): Promise<void> {
    this.redis = await startRedis(this.redis.port)
  }

  async stop(): Promise<void> {
    for (const client of this.clients) client.drop()
    this.network?.mend()
    await Promise.all([...this.cms, ...this.services].map((each) => each.stop()))
    this.store?.disconnect()
    await this.network?.stop()
    await this.redis?.stop()
    await Promise.all(this.#serviceSettings.map(({ stateDir }) => removeStateDir(stateDir)))
  }

  /** `path` starts after `/api/terminal`. */
  async ask(cms: number, path: string, init: RequestInit = {}): Promise<Answer> {
    const from = performance.now()
    const response = await fetch(`${this.cms[cms]?.url}/api/terminal${path}`, init)
    const text = await response.text()
    const body = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>)
    return { status: response.status, body, ms: performance.now() - from }
  }

  /** Each launch comes from an address of its own. */
  async launch(cms: number, wanted: object): Promise<Answer & { address: string }> {
    this.#launches += 1
    const address = `10.${(this.#launches >> 8) & 255}.${this.#launches & 255}.7`
    const headers = { origin: SITE, 'x-forwarded-for': address }
    const init = { method: 'POST', headers, body: JSON.stringify(wanted) }
    return { ...(await this.ask(cms, '/tickets', init)), address }
  }

  /** A shell by the ticket of an answer, through that replica. */
  async use(cms: number, { body, address }: { body: object; address: string }): Promise<Opened> {
    const ticket = body as LaunchTicket
    const client = await TestClient.connect({
      url: this.cms[cms]?.url ?? '',
      path: '/terminal/ws',
      protocols: ['term.v1', `ticket.${ticket.ticket}`],
      origin: SITE,
      headers: { 'x-forwarded-for': address },
    })
    this.clients.push(client)
    const answers = async (word: string) => {
      client.type(`echo $((20+3))${word}\r`)
      await client.untilText(`23${word}`)
    }
    return { client, ticket, answers }
  }

  async open(cms: number, project: Project): Promise<Opened> {
    const launched = await this.launch(cms, { project })
    if (launched.status !== 201) throw new Error(`no ticket: ${JSON.stringify(launched.body)}`)
    const opened = await this.use(cms, launched)
    opened.client.hello()
    await opened.client.untilText('$ ')
    return opened
  }

  /** Ids of the sessions that a service runs. */
  async running(service: number): Promise<string[]> {
    const { grantKey } = this.#serviceSettings[service]!
    const internalUrl = this.services[service]?.url ?? ''
    const client = createServiceClient({ internalUrl, grants: createGrants(grantKey) })
    return (await client.sessions()).sessions.map(({ sid }) => sid)
  }

  async serviceOf({ ticket }: Opened): Promise<number> {
    const asked = this.services.map((_, index) => this.running(index).catch((): string[] => []))
    const lists = await Promise.all(asked)
    return lists.findIndex((list) => list.includes(ticket.session))
  }

  /** Places that are taken. */
  places(): Promise<number> {
    return this.store.zcard(LEASES)
  }

  /** Lets seconds pass for the places of `sids`: Redis's clock cannot be moved, what it is compared with is. */
  async age(sids: string[], seconds: number): Promise<void> {
    for (const sid of sids) await this.store.zincrby(LEASES, -seconds * 1000, sid)
  }

  /** Lets seconds pass since a service was heard. */
  async silence(service: number, seconds: number): Promise<void> {
    await this.store.zincrby(HEARD, -seconds * 1000, this.services[service]?.url ?? '')
  }

  /** Resolves when a replica knows exactly these services. */
  async knows(services: number[], cms = 0, timeoutMs = 15_000): Promise<void> {
    const urls = services.map((index) => this.services[index]?.url).sort()
    await eventually(
      `services ${services} are there`,
      async () => {
        const { body } = await this.ask(cms, '/sessions').catch(() => ({ body: {} }))
        const { hosts = [] } = body as { hosts?: { id: string; url: string }[] }
        const there = hosts.filter(({ id }) => id !== '').map(({ url }) => url)
        return there.sort().join() === urls.join()
      },
      timeoutMs,
    )
  }

  /** Resolves when each service has announced itself once more. */
  async heardAgain(): Promise<void> {
    const said = async () => (await this.store.hvals('shellfolio:services:said')).sort()
    const times = async () =>
      (await said()).map((text) => (JSON.parse(text) as { atMs: number }).atMs).sort()
    const before = await times()
    await eventually(
      'all are heard again',
      async () => (await times()).every((at) => !before.includes(at)),
      15_000,
    )
  }

  /** Lets one service take no more, by order of an operator. Answers the status. */
  async drain(cms: number, service: number): Promise<number> {
    const url = encodeURIComponent(this.services[service]?.url ?? '')
    return (await this.ask(cms, `/drain?service=${url}`, { method: 'POST' })).status
  }

  /** Ends a session by order of an operator. */
  async end(cms: number, { ticket }: Opened): Promise<void> {
    const { status } = await this.ask(cms, `/sessions/${ticket.session}`, { method: 'DELETE' })
    if (status !== 202) throw new Error(`The end was answered with ${status}.`)
  }

  /** Tickets that nobody will use, and places in the queue that nobody follows, lapse at once. */
  async forgetTickets(answers: Pick<Answer, 'body'>[]): Promise<void> {
    await this.age(
      answers.flatMap(({ body }) => (typeof body.session === 'string' ? [body.session] : [])),
      60,
    )
  }

  /** Ends every session by its service, and waits until no place is held. */
  async clear(): Promise<void> {
    for (const client of this.clients.splice(0)) {
      if (client.closeCode === undefined) client.type('exit\r')
    }
    // Whoever still waits has left.
    const queue = await this.store.keys('shellfolio:queue:*')
    if (queue.length > 0) await this.store.del(...queue)
    await eventually('no place is held', async () => (await this.places()) === 0, 30_000)
  }
}
