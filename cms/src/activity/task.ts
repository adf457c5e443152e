// The job that asks GitHub a few times a day. Without a token it forgets what there was.
import { scheduledTask } from '@shellfolio/payload-terminal/jobs'
import type { Payload, TaskConfig } from 'payload'
import type { CmsEnv } from '../env.ts'
import { ACTIVITY } from '../limits.ts'
import { emptyCache } from '../outbox/empty-cache.ts'
import { askGitHub, GitHubError } from './github.ts'
import { forgetActivity, keepActivity } from './store.ts'

/** Name of the task and of its queue in Payload's jobs. */
export const GITHUB_ACTIVITY = 'github-activity'

type Settings = Pick<CmsEnv, 'GITHUB_API_URL' | 'GITHUB_LOGIN' | 'GITHUB_TOKEN'>

/** What GitHub does not say stays as it was, with its date. */
export const renewActivity = async (
  payload: Payload,
  { GITHUB_API_URL: url, GITHUB_LOGIN: login, GITHUB_TOKEN: token }: Settings,
): Promise<void> => {
  if (!token || !login) {
    await forgetActivity(payload)
    return
  }
  try {
    const days = await askGitHub({ url, token, login })
    const total = days.reduce((sum, { count }) => sum + count, 0)
    await keepActivity(payload, { login, at: new Date().toISOString(), total, days })
    await emptyCache(payload)
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error
    payload.logger.warn({ msg: error.message })
  }
}

export const activityTask = (env: Settings): TaskConfig =>
  scheduledTask({
    slug: GITHUB_ACTIVITY,
    label: 'Ask GitHub for the activity',
    cron: ACTIVITY.cron,
    handler: async ({ req }) => {
      await renewActivity(req.payload, env)
      return { output: {} }
    },
  })

export const activityRun = { cron: '* * * * *', queue: GITHUB_ACTIVITY }
