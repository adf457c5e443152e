// Asks GitHub for the calendar of contributions of one account: bounded in time and size, answer checked.
import { readText } from '@shellfolio/payload-terminal/endpoint'
import { z } from 'zod'
import { ACTIVITY } from '../limits.ts'

const QUERY = `query($login: String!) {
  user(login: $login) {
    contributionsCollection {
      contributionCalendar { weeks { contributionDays { date contributionCount } } }
    }
  }
}`

const daySchema = z.object({
  date: z.iso.date(),
  contributionCount: z.int().min(0).max(ACTIVITY.maxCount),
})

const answerSchema = z.object({
  data: z.object({
    user: z.object({
      contributionsCollection: z.object({
        contributionCalendar: z.object({
          weeks: z
            .array(z.object({ contributionDays: z.array(daySchema).max(7) }))
            .min(1)
            .max(ACTIVITY.maxWeeks),
        }),
      }),
    }),
  }),
})

/** `day`: `YYYY-MM-DD`, as the account's owner sees it on GitHub. */
export type ActivityDay = { day: string; count: number }

export type GitHubAccount = {
  /** Of the GraphQL API. */
  url: string
  token: string
  login: string
  /** In milliseconds. */
  timeoutMs?: number
}

/** Its message is for the log; it holds neither token nor address. */
export class GitHubError extends Error {
  override readonly name = 'GitHubError'
}

const ask = async ({ url, token, login, timeoutMs = ACTIVITY.timeoutMs }: GitHubAccount) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      // GitHub refuses whoever does not say who asks.
      'user-agent': 'shellfolio',
    },
    body: JSON.stringify({ query: QUERY, variables: { login } }),
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  })
  if (response.ok) return readText(response, ACTIVITY.maxBytes)
  await response.body?.cancel()
  throw new GitHubError(`GitHub answered ${response.status}.`)
}

const parse = (text: string): ActivityDay[] => {
  let answer: unknown
  try {
    answer = JSON.parse(text)
  } catch {
    throw new GitHubError('GitHub did not answer with JSON.')
  }
  const parsed = answerSchema.safeParse(answer)
  if (!parsed.success) throw new GitHubError('GitHub did not answer with a calendar.')
  const { weeks } = parsed.data.data.user.contributionsCollection.contributionCalendar
  const days = weeks
    .flatMap(({ contributionDays }) => contributionDays)
    .map(({ date, contributionCount }) => ({ day: date, count: contributionCount }))
  const isInOrder = days.every(({ day }, at) => at === 0 || day > (days[at - 1]?.day ?? ''))
  if (days.length === 0 || !isInOrder)
    throw new GitHubError('GitHub did not answer with a calendar.')
  return days
}

/** The days of the last year, oldest first. @throws {GitHubError} */
export const askGitHub = async (account: GitHubAccount): Promise<ActivityDay[]> => {
  try {
    return parse(await ask(account))
  } catch (cause) {
    if (cause instanceof GitHubError) throw cause
    throw new GitHubError('GitHub did not answer, or not in time.', { cause })
  }
}
