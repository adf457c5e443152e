// Adds the nightly job to the host's jobs, and a look at its queue every minute.
import type { Config, Payload } from 'payload'
import type { TerminalContext } from '../context.ts'
import { SMOKE, smokeTask } from './task.ts'

/** A host that decides by a function what runs has to run the queue `terminal-smoke` itself. */
export const withSmokeJob = (context: TerminalContext, { jobs }: Config): Pick<Config, 'jobs'> => {
  const cron = context.settings.smokeCron
  if (cron === false) return {}
  const { autoRun = [] } = jobs ?? {}
  return {
    jobs: {
      ...jobs,
      tasks: [...(jobs?.tasks ?? []), smokeTask(context, cron)],
      autoRun:
        typeof autoRun === 'function' ? autoRun : [...autoRun, { cron: '* * * * *', queue: SMOKE }],
    },
  }
}

const JOB_STATS = 'payload-jobs-stats'
const nobody = () => false

/** Payload keeps when it last scheduled what in a global of its own, which by default everyone with an account may write. */
export const guardJobStats = ({ config }: Payload): void => {
  const stats = config.globals.find(({ slug }) => slug === JOB_STATS)
  if (stats) Object.assign(stats.access, { read: nobody, update: nobody })
}
