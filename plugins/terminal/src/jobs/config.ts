// Adds the plugin's jobs to the host's jobs, and a look at the queue of each every minute.
import type { Config, Payload, TaskConfig } from 'payload'
import type { TerminalContext } from '../context.ts'
import { recordingsTask } from '../recordings/task.ts'
import { smokeTask } from '../smoke/task.ts'
import { forgetTask } from './forget.ts'

const tasksOf = (context: TerminalContext): TaskConfig[] => {
  const { smokeCron } = context.settings
  return [
    forgetTask(context.settings),
    recordingsTask(context),
    ...(smokeCron === false ? [] : [smokeTask(context, smokeCron)]),
  ]
}

/** A host that decides by a function what runs has to run the queues itself; each is called as its task. */
export const withJobs = (context: TerminalContext, { jobs }: Config): Pick<Config, 'jobs'> => {
  const { autoRun = [] } = jobs ?? {}
  const own = tasksOf(context)
  return {
    jobs: {
      ...jobs,
      tasks: [...(jobs?.tasks ?? []), ...own],
      autoRun:
        typeof autoRun === 'function'
          ? autoRun
          : [...autoRun, ...own.map(({ slug }) => ({ cron: '* * * * *', queue: slug }))],
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
