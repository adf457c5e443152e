// GitHub's answers, good and bad, by a stand-in for its GraphQL API.
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { ACTIVITY } from '../limits.ts'
import { askGitHub, GitHubError } from './github.ts'

let server: Server
let url: string
let reply: { status: number; body: string } | 'never' = 'never'
let asked: { headers: IncomingMessage['headers']; body: unknown } | undefined

beforeAll(async () => {
  server = createServer(async (request, response) => {
    asked = { headers: request.headers, body: JSON.parse(await text(request)) }
    if (reply !== 'never') response.writeHead(reply.status).end(reply.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const calendar = (...weeks: [date: string, contributionCount: unknown][][]) => ({
  data: {
    user: {
      contributionsCollection: {
        contributionCalendar: {
          weeks: weeks.map((days) => ({
            contributionDays: days.map(([date, contributionCount]) => ({
              date,
              contributionCount,
            })),
          })),
        },
      },
    },
  },
})
const ask = (body: unknown, status = 200) => {
  reply = { status, body: typeof body === 'string' ? body : JSON.stringify(body) }
  return askGitHub({ url, token: 'secret-token', login: 'ada' })
}

test('the days are asked for with the token, and come in order', async () => {
  const days = await ask(calendar([['2026-01-03', 0]], [['2026-01-04', 5]]))
  expect(days).toEqual([
    { day: '2026-01-03', count: 0 },
    { day: '2026-01-04', count: 5 },
  ])
  expect(asked?.headers.authorization).toBe('Bearer secret-token')
  expect(asked?.body).toMatchObject({ variables: { login: 'ada' } })
})

test.each<[string, unknown, number?, number?]>([
  ['a refusal', { message: 'Bad credentials' }, 401],
  ['a fault', 'oops', 502],
  ['a page', '<html>'],
  ['an account that is not there', { data: { user: null }, errors: [{ message: 'secret' }] }],
  ['no weeks', calendar()],
  ['no days', calendar([])],
  ['a count that is none', calendar([['2026-01-03', '5']])],
  ['a count below nothing', calendar([['2026-01-03', -1]])],
  ['a day that is none', calendar([['yesterday', 1]])],
  ['days in disorder', calendar([['2026-01-04', 1]], [['2026-01-03', 1]])],
  ['the same day twice', calendar([['2026-01-04', 1]], [['2026-01-04', 1]])],
  ['more than a year', calendar(...Array(ACTIVITY.maxWeeks + 1).fill([['2026-01-04', 1]]))],
  ['more than is read', calendar([['2026-01-03', 1]], []), 200, ACTIVITY.maxBytes],
])(
  '%s is no activity, and no message shows the token',
  async (_, body, status = 200, spaces = 0) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const error: unknown = await ask(text + ' '.repeat(spaces), status).catch((reason) => reason)
    expect(error).toBeInstanceOf(GitHubError)
    expect(String(error)).not.toMatch(/secret|127\.0\.0\.1/)
  },
)

test('whoever does not answer is given up', async () => {
  reply = 'never'
  await expect(askGitHub({ url, token: 't', login: 'ada', timeoutMs: 20 })).rejects.toThrow(
    'GitHub did not answer, or not in time.',
  )
})
