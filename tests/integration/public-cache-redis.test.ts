// The public API of two replicas, which share nothing but the database and a real Redis that comes and goes.
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { outboxWorkerOf } from '../../cms/src/outbox/worker.ts'
import { createPublicApi, type PublicApi } from '../../cms/src/public-api/api.ts'
import { openPublicApi } from '../../cms/src/public-api/instance.ts'
import { startTestCms, type TestCms } from '../support/cms.ts'
import { eventually } from '../support/eventually.ts'
import { type FakeSite, startFakeSite } from '../support/fake-site.ts'
import { type RedisServer, startRedis } from '../support/redis-server.ts'

let cms: TestCms
let site: FakeSite
let redis: RedisServer
let writer: PublicApi
let other: PublicApi
let id: string

beforeAll(async () => {
  redis = await startRedis()
  site = await startFakeSite()
  cms = await startTestCms({ siteUrl: site.url })
  writer = openPublicApi(cms.payload, { redisUrl: redis.url })
  other = createPublicApi(cms.payload, { redisUrl: redis.url })
  const made = await cms.payload.create({
    collection: 'projects',
    data: { title: 'One', slug: 'one', kind: 'personal', summary: '0', _status: 'published' },
    overrideAccess: true,
  })
  id = made.id
  outboxWorkerOf(cms.payload).start()
})
afterAll(async () => {
  redis?.resume()
  await other?.close()
  await cms?.stop()
  await site?.stop()
  await redis?.stop()
})

/** What a reader of a replica gets; whatever happens to Redis, it is an answer. */
const read = async (api: PublicApi) => {
  const { status, body } = await api.answer({
    method: 'GET',
    target: '/api/public/v1/projects/one',
  })
  expect(status).toBe(200)
  return (JSON.parse(String(body)) as { summary: string }).summary
}

const publish = (summary: string) =>
  cms.payload.update({
    collection: 'projects',
    id,
    data: { summary, _status: 'published' },
    overrideAccess: true,
  })

/** Publishes, and waits for the word that the site gets of it. */
const publishAndTell = async (summary: string) => {
  site.received.length = 0
  await publish(summary)
  await eventually('the site hears of it', () => site.received.length > 0)
}

/** Until a replica answers from its memory, which it only does while Redis answers. */
const keeps = (api: PublicApi) =>
  eventually('the replica keeps its answers', async () => {
    const { find } = cms.payload
    let reads = 0
    cms.payload.find = ((...args: Parameters<typeof find>) => {
      reads += 1
      return find.apply(cms.payload, args)
    }) as typeof find
    try {
      await read(api)
      return reads === 0
    } finally {
      cms.payload.find = find
    }
  })

test('what one replica publishes, the other tells as soon as the site has heard of it', async () => {
  for (const summary of ['1', '2', '3']) {
    await keeps(other)
    await keeps(writer)
    await publishAndTell(summary)
    expect([await read(other), await read(writer)]).toEqual([summary, summary])
  }
})

test('while Redis is paused readers get what is published now, and nothing older when it goes on', async () => {
  await keeps(other)
  await keeps(writer)
  redis.pause()
  await publishAndTell('paused')
  expect([await read(other), await read(writer)]).toEqual(['paused', 'paused'])
  redis.resume()
  expect([await read(other), await read(writer)]).toEqual(['paused', 'paused'])
  await keeps(other)
  await keeps(writer)
  expect([await read(other), await read(writer)]).toEqual(['paused', 'paused'])
  await publishAndTell('resumed')
  expect([await read(other), await read(writer)]).toEqual(['resumed', 'resumed'])
})

test('while Redis is gone readers get what is published now, and nothing older when it is back', async () => {
  await keeps(other)
  await keeps(writer)
  await redis.stop()
  await publishAndTell('gone')
  expect([await read(other), await read(writer)]).toEqual(['gone', 'gone'])
  redis = await startRedis(redis.port)
  await keeps(other)
  await keeps(writer)
  expect([await read(other), await read(writer)]).toEqual(['gone', 'gone'])
  await publishAndTell('back')
  expect([await read(other), await read(writer)]).toEqual(['back', 'back'])
})
