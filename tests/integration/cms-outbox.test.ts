// What the site is told, when, and by whom; and what it is not told.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { PayloadRequest } from 'payload'
import { outboxWorkerOf } from '../../cms/src/outbox/worker.ts'
import { startTestCms, type TestCms } from '../support/cms.ts'
import { eventually } from '../support/eventually.ts'
import { type FakeSite, startFakeSite } from '../support/fake-site.ts'

/** Publishing has to be visible within this time, in milliseconds. */
const BUDGET_MS = 1000

let cms: TestCms
let site: FakeSite

beforeAll(async () => {
  site = await startFakeSite()
  cms = await startTestCms({ siteUrl: site.url })
  outboxWorkerOf(cms.payload).start()
})
afterAll(async () => {
  await cms?.stop()
  await site?.stop()
})
beforeEach(() => {
  site.received.length = 0
})

const project = (title: string, status: 'draft' | 'published') =>
  cms.payload.create({
    collection: 'projects',
    data: { title, summary: 'It works.', kind: 'personal', _status: status } as never,
    overrideAccess: true,
  })

const update = (id: string, data: Record<string, unknown>, more: { draft?: boolean } = {}) =>
  cms.payload.update({ collection: 'projects', id, data, overrideAccess: true, ...more })

const messages = () => site.received.map(({ body }) => body)
const arrival = (count: number) =>
  eventually(`${count} messages`, () => site.received.length >= count, BUDGET_MS * 5)

/** A message sent after whatever came before it: when it is there, nothing else is still on its way. */
const settle = async () => {
  await cms.payload.updateGlobal({
    slug: 'terminal',
    data: { notice: `Settle ${Math.random()}` },
    overrideAccess: true,
  })
  await eventually('the last message', () =>
    messages().some(({ collection }) => collection === 'terminal'),
  )
  return messages().filter(({ collection }) => collection !== 'terminal')
}

test('a published project is reported within a second, signed, at the agreed address', async () => {
  const begun = performance.now()
  await project('Signed', 'published')
  await arrival(1)
  const [message] = site.received
  expect(message!.at - begun).toBeLessThan(BUDGET_MS)
  expect(message!.path).toBe('/api/revalidate')
  expect(message!.isGenuine(cms.webhookKey)).toBe(true)
  expect(message!.isGenuine('x'.repeat(64))).toBe(false)
  expect(message!.body).toEqual({
    version: 2,
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    event: 'changed',
    collection: 'projects',
    slug: 'signed',
    related: [],
    isEverywhere: false,
  })
})

test('a new address is reported together with the old one', async () => {
  const { id } = await project('Before', 'published')
  await arrival(1)
  await update(id, { slug: 'after', _status: 'published' })
  await arrival(2)
  expect(messages()[1]).toMatchObject({ slug: 'after', previousSlug: 'before' })
})

test('an unpublished and a deleted project are reported by the address they had', async () => {
  const { id } = await project('Short-lived', 'published')
  await update(id, { _status: 'draft' })
  await arrival(2)
  expect(messages()[1]).toMatchObject({ collection: 'projects', previousSlug: 'short-lived' })
  await update(id, { _status: 'published' })
  await cms.payload.delete({ collection: 'projects', id, overrideAccess: true })
  await arrival(4)
  expect(messages()[3]).toMatchObject({ collection: 'projects', previousSlug: 'short-lived' })
  expect(messages()[3]).not.toHaveProperty('slug')
})

describe('nothing is sent', () => {
  test('for drafts that were never public, however often they are saved', async () => {
    const { id } = await project('Secret', 'draft')
    await update(id, { title: 'Still secret' }, { draft: true })
    await update(id, { title: 'Secret as ever', _status: 'draft' })
    await cms.payload.delete({ collection: 'projects', id, overrideAccess: true })
    expect(await settle()).toEqual([])
  })

  test('for a draft saved over a published project', async () => {
    const { id } = await project('Public', 'published')
    await arrival(1)
    site.received.length = 0
    await update(id, { title: 'Not yet' }, { draft: true })
    expect(await settle()).toEqual([])
  })

  test('for a transaction that was rolled back', async () => {
    const transactionID = await cms.payload.db.beginTransaction()
    await cms.payload.create({
      collection: 'technologies',
      data: { name: 'Undone', slug: 'undone', category: 'tool' },
      overrideAccess: true,
      req: { transactionID } as PayloadRequest,
    })
    await cms.payload.db.rollbackTransaction(transactionID!)
    expect(await settle()).toEqual([])
  })

  test('before the transaction has ended', async () => {
    const transactionID = await cms.payload.db.beginTransaction()
    await cms.payload.create({
      collection: 'technologies',
      data: { name: 'Slow', slug: 'slow', category: 'tool' },
      overrideAccess: true,
      req: { transactionID } as PayloadRequest,
    })
    expect(await settle()).toEqual([])
    await cms.payload.db.commitTransaction(transactionID!)
    await eventually('the message', () => messages().some(({ slug }) => slug === 'slow'))
  })
})

test('technologies, pictures, demos and globals are reported too', async () => {
  await cms.payload.create({
    collection: 'technologies',
    data: { name: 'C', slug: 'c', category: 'language' },
    overrideAccess: true,
  })
  await cms.payload.updateGlobal({
    slug: 'site',
    data: { name: 'N', title: 'T', intro: 'I' },
    overrideAccess: true,
  })
  await arrival(2)
  expect(messages()).toEqual([
    expect.objectContaining({ collection: 'technologies', slug: 'c' }),
    expect.objectContaining({ collection: 'site' }),
  ])
})

test('a message that fails is sent again under the same id until it is taken', async () => {
  site.fail(1)
  await project('Stubborn', 'published')
  await eventually('the second try', () => site.received.length >= 2, 15_000)
  const [first, second] = messages()
  expect(second).toEqual(first)
  await eventually('the note that it arrived', async () => {
    const { docs } = await cms.payload.find({
      collection: 'webhook-deliveries',
      where: { messageId: { equals: String(first!.id) } },
      overrideAccess: true,
    })
    return docs[0]?.state === 'delivered' && docs[0].attempts === 2
  })
})
