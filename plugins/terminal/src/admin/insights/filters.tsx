// Which days and which demo are looked at: links and a form, so that an address says what is shown.
import { Button } from '@payloadcms/ui'
import type { DemoName } from '../../history/read-days.ts'
import type { Say } from '../use-words.ts'
import { type InsightsQuery, PERIODS, searchOf } from './query.ts'

export type FiltersProps = { say: Say; query: InsightsQuery; demos: DemoName[]; path: string }

export const Filters = ({ say, query, demos, path }: FiltersProps) => (
  <div className="terminal-insights__filters">
    <nav aria-label={say('period')}>
      {PERIODS.map((period) => (
        <a
          key={period}
          href={`${path}${searchOf({ ...query, period })}`}
          aria-current={period === query.period ? 'page' : undefined}
        >
          {say('lastDays', { count: period })}
        </a>
      ))}
    </nav>
    <form action={path} method="get">
      <input type="hidden" name="days" value={query.period} />
      <label htmlFor="terminal-insights-demo">{say('demo')}</label>
      <select id="terminal-insights-demo" name="demo" defaultValue={query.demo ?? ''}>
        <option value="">{say('allDemos')}</option>
        {demos.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
      <Button buttonStyle="secondary" margin={false} size="small" type="submit">
        {say('show')}
      </Button>
    </form>
  </div>
)
