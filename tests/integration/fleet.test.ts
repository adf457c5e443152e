// Two replicas of a CMS, two terminal services with real sandboxes and a real Redis, all processes of their own, which die,
// stall and come back.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { eventually } from '../support/eventually.ts'
import { below, isRunning } from '../support/fleet/processes.ts'
import { CAPACITY, type Opened, World } from '../support/fleet/world.ts'

const ALL = 2 * CAPACITY
/** Whatever happens to Redis, a visitor is answered within this time, in milliseconds. */
const PATIENCE_MS = 8000

const world = new World()

beforeAll(async () => {
  await world.start()
  await world.knows([0, 1])
}, 90_000)
afterEach(() => world.clear(), 40_000)
afterAll(() => world.stop(), 30_000)

const refused = { status: 503, body: expect.objectContaining({ code: 'service-unavailable' }) }

describe('two replicas and two services', () => {
  test('give 200 who launch at once exactly as many terminals as there are', async () => {
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, index) => world.launch(index % 2, { project: 'one' })),
    )
    const won = answers.filter(({ status }) => status === 201)
    expect(won).toHaveLength(ALL)
    // The others wait in the queue.
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(200 - ALL)
    const opened = await Promise.all(won.map((answer, index) => world.use(index % 2, answer)))
    for (const { client } of opened) client.hello()
    for (const each of opened) {
      await each.client.untilText('$ ')
      await each.answers('here')
    }
    expect((await world.running(0)).length).toBe(CAPACITY)
    expect((await world.running(1)).length).toBe(CAPACITY)
    expect(await world.places()).toBe(ALL)
    expect((await world.launch(0, { project: 'two' })).status).toBe(202)
  })

  test('send a session where its project is, and none to a service that drains', async () => {
    const first = await world.open(0, 'two')
    const home = await world.serviceOf(first)
    // The next announcement says which projects are there.
    await world.heardAgain()
    const second = await world.open(1, 'two')
    expect(await world.serviceOf(second)).toBe(home)
    const drained = await world.drain(0, home)
    expect(drained).toBe(202)
    const third = await world.open(1, 'two')
    expect(await world.serviceOf(third)).toBe(1 - home)
    for (const each of [first, second, third]) await each.answers('still')
    await world.clear()
    await world.services[home]?.stop()
    await world.startService(home)
    await world.knows([0, 1])
  })
})

describe('a replica that is killed', () => {
  test('costs its sockets only: sessions come back through the other, and no place is left over', async () => {
    const [mine, idle, theirs] = [
      await world.open(0, 'one'),
      await world.open(0, 'one'),
      await world.open(1, 'one'),
    ] as [Opened, Opened, Opened]
    await mine.answers('before')
    const unused = await world.launch(0, { project: 'one' })
    expect([unused.status, await world.places()]).toEqual([201, 4])
    await world.cms[0]?.kill()
    await mine.client.until('the socket is gone', () => mine.client.closeCode)
    await theirs.answers('unharmed')

    const { session, key } = mine.ticket
    const back = await world.use(1, await world.launch(1, { session, key }))
    back.client.hello({ resume: mine.client.resumePoint })
    await back.client.untilWelcome()
    await back.answers('after')

    // Nobody comes back to the other one: its program ends, and the replica that never had it frees its place.
    await world.end(1, idle)
    await world.age([String(unused.body.session)], 30)
    await eventually('two places are held', async () => (await world.places()) === 2, 20_000)
    await world.startCms(0)
    await world.knows([0, 1])
    await theirs.answers('unharmed still')
  })
})

describe('a service that is killed', () => {
  test('costs its sessions only: their places come free, nothing of them goes on, the others do', async () => {
    // What was announced last may count sessions of before, for which nobody holds a place any more.
    await world.heardAgain()
    const opened = [await world.open(0, 'one'), await world.open(1, 'two')]
    for (const project of ['three', 'three', 'one', 'two'] as const) {
      opened.push(await world.open(0, project))
    }
    const homes = await Promise.all(opened.map((each) => world.serviceOf(each)))
    // The one with more sessions, whichever that is: the other has room left.
    const dying = homes.filter((home) => home === 0).length >= opened.length / 2 ? 0 : 1
    const [doomed, safe] = [dying, 1 - dying].map((service) =>
      opened.filter((_, index) => homes[index] === service),
    ) as [Opened[], Opened[]]
    expect([doomed.length > 0, safe.length > 0]).toEqual([true, true])
    const { pid = 0 } = world.services[dying] ?? {}
    const sandboxes = below(pid)
    expect(sandboxes.length).toBeGreaterThanOrEqual(doomed.length)

    await world.services[dying]?.kill()
    for (const { client } of doomed) await client.until('its end', () => client.closeCode)
    await eventually('nothing of it runs', () => !sandboxes.some(isRunning))
    // It is chosen no more although it was heard a moment ago.
    const next = await world.open(1, 'three')
    expect(await world.serviceOf(next)).toBe(1 - dying)
    expect(await world.places()).toBe(opened.length + 1)

    await world.silence(dying, 76)
    await eventually(
      'its places are free',
      async () => (await world.places()) === safe.length + 1,
      15_000,
    )
    for (const each of [...safe, next]) await each.answers('unharmed')
    const { session, key } = doomed[0]?.ticket ?? {}
    expect(await world.launch(1, { session, key })).toMatchObject({
      status: 410,
      body: { code: 'session-gone' },
    })
    await world.startService(dying)
    await world.knows([0, 1])
  })
})

describe('Redis', () => {
  test('that is restarted costs launches for a moment, and no session', async () => {
    const running = await world.open(0, 'one')
    await world.redis.stop()
    for (const cms of [0, 1]) {
      const answer = await world.launch(cms, { project: 'one' })
      expect(answer).toMatchObject(refused)
      expect(answer.ms).toBeLessThan(PATIENCE_MS)
      expect((await world.ask(cms, '/smoke')).status).toBe(200)
    }
    await running.answers('during')
    await world.restartRedis()
    await world.knows([0, 1])
    await running.answers('after')
    // Its place is lost, its room is not.
    const answers = await Promise.all(
      Array.from({ length: ALL + 2 }, (_, index) => world.launch(index % 2, { project: 'one' })),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(ALL - 1)
    await world.forgetTickets(answers)
  })

  test('that is slow or cut off has launches refused in time, and leaves reading and sessions alone', async () => {
    const running = await world.open(0, 'one')
    const unaffected = async () => {
      const reading = await world.ask(0, '/smoke')
      expect(reading.status).toBe(200)
      expect(reading.ms).toBeLessThan(1000)
      await running.answers('unaffected')
    }
    world.network.delay(2000)
    for (const answer of await Promise.all(
      [0, 1].map((cms) => world.launch(cms, { project: 'one' })),
    )) {
      expect(answer).toMatchObject(refused)
      expect(answer.ms).toBeLessThan(PATIENCE_MS)
    }
    await unaffected()
    world.network.cut()
    for (const cms of [0, 1]) {
      const answer = await world.launch(cms, { project: 'one' })
      expect(answer).toMatchObject(refused)
      expect(answer.ms).toBeLessThan(PATIENCE_MS)
      const { session, key } = running.ticket
      expect(await world.launch(cms, { session, key })).toMatchObject(refused)
    }
    await unaffected()
    world.network.mend()
    await eventually(
      'launches work again',
      async () => {
        const answer = await world.launch(1, { project: 'one' })
        if (answer.status !== 201) return false
        await world.forgetTickets([answer])
        return true
      },
      15_000,
    )
    await running.answers('healed')
  })
})
