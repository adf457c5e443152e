// Messages to the site as people see them: how each stands, and how an owner sends them again. And that none is lost.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { ROLES, type Role } from '../../cms/src/access/roles.ts'
import { OUTBOX } from '../../cms/src/limits.ts'
import { prune, takeDue } from '../../cms/src/outbox/deliveries.ts'
import { outboxTask } from '../../cms/src/outbox/task.ts'
import { outboxWorkerOf } from '../../cms/src/outbox/worker.ts'
import type { WebhookDelivery } from '../../cms/src/payload-types.ts'
import { PASSWORD, startTestCms, type TestCms } from '../support/cms.ts'
import { eventually } from '../support/eventually.ts'
import { type FakeSite, startFakeSite } from '../support/fake-site.ts'

let cms: TestCms
let site: FakeSite
const cookies = {} as Record<Role, string>

beforeAll(async () => {
  site = await startFakeSite()
  cms = await startTestCms({ siteUrl: site.url })
  for (const role of ROLES) {
    const { email } = await cms.account(role)
    const { body } = await cms.rest('/users/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: PASSWORD }),
    })
    cookies[role] = `payload-token=${(body as { token: string }).token}`
  }
})
afterAll(async () => {
  await cms?.stop()
  await site?.stop()
})

const COLLECTION = 'webhook-deliveries'

const rows = async (): Promise<WebhookDelivery[]> => {
  const { docs } = await cms.payload.find({
    collection: COLLECTION,
    sort: 'createdAt',
    pagination: false,
    overrideAccess: true,
  })
  return docs
}

const set = (id: string, data: Partial<WebhookDelivery>) =>
  cms.payload.update({ collection: COLLECTION, id, data, overrideAccess: true })

const stateOf = async (id: string) => (await rows()).find((row) => row.id === id)?.state

const clear = async () => {
  await cms.payload.delete({
    collection: COLLECTION,
    where: { id: { exists: true } },
    overrideAccess: true,
  })
  site.received.length = 0
}

/** Changes something that visitors can see; its message. */
const change = async (): Promise<WebhookDelivery> => {
  await cms.payload.updateGlobal({
    slug: 'terminal',
    data: { notice: `Notice ${Math.random()}` },
    overrideAccess: true,
  })
  const all = await rows()
  return all[all.length - 1]!
}

const press = (path: string, who?: Role, origin = 'http://cms.example') =>
  cms.rest(`/${COLLECTION}/${path}`, {
    method: 'POST',
    headers: { origin, ...(who ? { cookie: cookies[who] } : {}) },
  })

/** Nobody sends anything yet: these tests are the processes that do. */
describe('before the worker starts', () => {
  beforeEach(clear)

  test('of several processes only one takes a message', async () => {
    for (let count = 0; count < 5; count += 1) await change()
    const taken = await Promise.all(Array.from({ length: 6 }, () => takeDue(cms.payload)))
    const ids = taken.flat().map(({ id }) => id)
    expect(ids).toHaveLength(5)
    expect(new Set(ids).size).toBe(5)
  })

  test('old messages that are settled are deleted, those that wait are kept', async () => {
    const [delivered, waiting, young] = [await change(), await change(), await change()]
    const createdAt = new Date(Date.now() - (OUTBOX.keptDays + 1) * 86_400_000).toISOString()
    await set(delivered.id, { state: 'delivered', createdAt, nextTryAt: null })
    await set(waiting.id, { state: 'failed', createdAt })
    await set(young.id, { state: 'delivered', nextTryAt: null })
    await prune(cms.payload)
    expect((await rows()).map(({ id }) => id).sort()).toEqual([waiting.id, young.id].sort())
  })

  test('what a process took before it died is sent by the next', async () => {
    const { id, messageId } = await change()
    expect(await takeDue(cms.payload)).toMatchObject([{ id, attempts: 1 }])
    // Until the lease has run out it could still be at work.
    expect(await takeDue(cms.payload)).toEqual([])
    await set(id, { nextTryAt: new Date().toISOString() })
    outboxWorkerOf(cms.payload).start()
    await eventually('it arrived', async () => (await stateOf(id)) === 'delivered')
    expect(site.received.map(({ body }) => body.id)).toEqual([messageId])
  })
})

describe('with the worker', () => {
  beforeEach(async () => {
    await eventually('an outbox at rest', async () =>
      (await rows()).every(({ state }) => state === 'delivered' || state === 'given-up'),
    )
    await clear()
  })

  test('a message that arrived says so', async () => {
    const { id } = await change()
    await eventually('it arrived', async () => (await stateOf(id)) === 'delivered')
    const [row] = await rows()
    expect(row).toMatchObject({
      subject: 'terminal',
      attempts: 1,
      lastStatus: 200,
      error: null,
      nextTryAt: null,
      deliveredAt: expect.any(String),
    })
    expect(JSON.parse(row!.message)).toEqual(site.received[0]!.body)
  })

  test('one that did not says why in words, and when it is tried next', async () => {
    site.fail(1)
    const { id } = await change()
    await eventually('it failed', async () => (await rows())[0]?.lastStatus === 503)
    expect((await rows())[0]).toMatchObject({
      attempts: 1,
      state: 'failed',
      error: 'The site answered 503.',
      nextTryAt: expect.any(String),
    })
    await eventually('it arrived after all', async () => (await stateOf(id)) === 'delivered')
    expect((await rows())[0]).toMatchObject({ attempts: 2, error: null })
  })

  test('after the last try it is given up, and waits for an owner', async () => {
    site.fail(1)
    const { id } = await change()
    await eventually('it failed', async () => (await stateOf(id)) === 'failed')
    site.fail(1)
    await set(id, { attempts: OUTBOX.maxAttempts - 1, nextTryAt: new Date().toISOString() })
    await eventually('it was given up', async () => (await stateOf(id)) === 'given-up')
    expect((await rows())[0]).toMatchObject({ nextTryAt: null, error: 'The site answered 503.' })
  })

  describe('an owner', () => {
    test('sends a message again, under its id and with a new signature', async () => {
      const { id } = await change()
      await eventually('it arrived', async () => (await stateOf(id)) === 'delivered')
      expect(await press(`${id}/replay`, 'owner')).toMatchObject({ status: 202, body: { sent: 1 } })
      await eventually('it arrived again', () => site.received.length === 2)
      expect(site.received[1]!.body).toEqual(site.received[0]!.body)
      expect(site.received[1]!.isGenuine(cms.webhookKey)).toBe(true)
    })

    test('sends everything again that did not arrive, and nothing else', async () => {
      const arrived = await change()
      await eventually('it arrived', async () => (await stateOf(arrived.id)) === 'delivered')
      const lost = [await change(), await change()]
      await eventually('all arrived', () => site.received.length === 3)
      const [first, second] = lost
      await eventually('both are noted', async () =>
        (await rows()).every(({ state }) => state === 'delivered'),
      )
      const later = new Date(Date.now() + 60_000).toISOString()
      await set(first!.id, { state: 'failed', nextTryAt: later })
      await set(second!.id, { state: 'given-up', nextTryAt: null })
      site.received.length = 0
      expect(await press('retry-failed', 'owner')).toMatchObject({ body: { sent: 2 } })
      await eventually('both arrived', () => site.received.length === 2)
      expect(site.received.map(({ body }) => body.id).sort()).toEqual(
        lost.map(({ messageId }) => messageId).sort(),
      )
    })

    test('is told of a message that there is not', async () => {
      for (const id of ['00000000-0000-4000-8000-000000000000', 'nonsense']) {
        expect(await press(`${id}/replay`, 'owner')).toMatchObject({
          status: 404,
          body: { code: 'not-found' },
        })
      }
    })
  })

  test.each(['viewer', 'editor', undefined] as const)(
    '%s may not send anything again',
    async (who) => {
      const { id } = await change()
      for (const path of [`${id}/replay`, 'retry-failed']) {
        expect(await press(path, who)).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
      }
    },
  )

  test('the owner’s cookie on a foreign page sends nothing', async () => {
    expect(await press('retry-failed', 'owner', 'https://evil.example')).toMatchObject({
      status: 403,
    })
  })

  test('what an earlier version had queued as a job is sent as well', async () => {
    await cms.payload.jobs.queue({
      task: outboxTask.slug,
      queue: outboxTask.slug,
      input: { id: 'old', collection: 'projects', slug: 'old' },
      overrideAccess: true,
    })
    await cms.payload.jobs.run({ queue: outboxTask.slug, overrideAccess: true, silent: true })
    await eventually('it arrived', () => site.received.length === 1)
    expect(site.received[0]!.body).toMatchObject({ slug: 'old', isEverywhere: true })
  })
})
