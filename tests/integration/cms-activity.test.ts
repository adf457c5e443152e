// A year on GitHub: asked by a job, kept, told by the public API while it is news.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { readActivity } from '../../cms/src/activity/store.ts'
import { renewActivity } from '../../cms/src/activity/task.ts'
import { ACTIVITY } from '../../cms/src/limits.ts'
import { openPublicApi } from '../../cms/src/public-api/instance.ts'
import { startTestCms, type TestCms } from '../support/cms.ts'

let cms: TestCms
let github: Server
let counts: number[] = []
let status = 200

beforeAll(async () => {
  github = createServer((_, response) => {
    const contributionDays = counts.map((contributionCount, at) => ({
      date: `2026-01-0${at + 1}`,
      contributionCount,
    }))
    const contributionCalendar = { weeks: [{ contributionDays }] }
    const user = { contributionsCollection: { contributionCalendar } }
    response.writeHead(status).end(JSON.stringify({ data: { user } }))
  })
  await new Promise<void>((resolve) => github.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(github.address() as AddressInfo).port}/graphql`
  cms = await startTestCms({
    env: { GITHUB_API_URL: url, GITHUB_TOKEN: 'token', GITHUB_LOGIN: 'ada' },
  })
  openPublicApi(cms.payload)
})
afterAll(async () => {
  github?.closeAllConnections()
  github?.close()
  await cms?.stop()
})

const job = async () => {
  await cms.payload.jobs.handleSchedules({ queue: 'github-activity' })
  await cms.payload.db.pool.query('update payload_jobs set wait_until = null')
  await cms.payload.jobs.run({ queue: 'github-activity', silent: true })
}
const told = async () => {
  const target = '/api/public/v1/activity'
  const answer = await openPublicApi(cms.payload).answer({ method: 'GET', target })
  return { status: answer.status, body: JSON.parse(String(answer.body)) }
}

test('there is none until GitHub has said something, and then it is what GitHub said last', async () => {
  expect((await told()).status).toBe(404)
  counts = [1, 0, 4]
  await job()
  const first = await told()
  expect(first).toMatchObject({
    status: 200,
    body: { login: 'ada', total: 5, days: [{ day: '2026-01-01', count: 1 }, {}, { count: 4 }] },
  })
  status = 502
  await job()
  expect(await told()).toEqual(first)
  status = 200
  counts = [2]
  await job()
  expect((await told()).body).toMatchObject({ total: 2, days: [{ day: '2026-01-01', count: 2 }] })
})

test('what is a week old is told to nobody', async () => {
  const { payload } = cms
  expect(await readActivity(payload, Date.now() + ACTIVITY.believedMs - 60_000)).toBeDefined()
  expect(await readActivity(payload, Date.now() + ACTIVITY.believedMs)).toBeUndefined()
})

test('without an account what there was is forgotten', async () => {
  const nobody = { GITHUB_API_URL: 'http://127.0.0.1:9', GITHUB_LOGIN: '', GITHUB_TOKEN: '' }
  await renewActivity(cms.payload, nobody)
  expect(await readActivity(cms.payload)).toBeUndefined()
})
