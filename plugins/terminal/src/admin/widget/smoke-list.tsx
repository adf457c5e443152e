// When each enabled demo was last tried, and whether it did what it promises.
import type { DemoName } from '../../history/read-days.ts'
import type { LastRun } from '../../smoke/last-runs.ts'
import type { Say } from '../use-words.ts'
import { ago } from './ago.ts'

export type SmokeListProps = {
  demos: DemoName[]
  runs: LastRun[]
  nowMs: number
  say: Say
  locale: string
}

const Told = ({
  run,
  nowMs,
  say,
  locale,
}: Omit<SmokeListProps, 'demos' | 'runs'> & { run: LastRun }) => {
  const when = ago(nowMs - Date.parse(run.at), locale)
  return (
    <span className={run.ok ? 'terminal-widget__green' : 'terminal-widget__red'}>
      {say(run.ok ? 'ranGreen' : 'ranRed', { when })}
      {run.detail && `: ${run.detail}`}
    </span>
  )
}

export const SmokeList = ({ demos, runs, ...rest }: SmokeListProps) => (
  <ul className="terminal-widget__demos">
    {demos.map(({ id, title }) => {
      const run = runs.find(({ demo }) => demo === id)
      return (
        <li key={id}>
          <span>{title}</span>
          {run ? <Told run={run} {...rest} /> : <span>{rest.say('notTried')}</span>}
        </li>
      )
    })}
  </ul>
)
