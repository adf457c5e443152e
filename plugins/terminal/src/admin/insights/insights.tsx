// The charts of the page of insights, in words and figures of whoever reads them.
import type { Insights as Data } from '../../history/insights.ts'
import { Bars } from '../charts/bars.tsx'
import { Columns } from '../charts/columns.tsx'
import { Lines } from '../charts/lines.tsx'
import type { Say } from '../use-words.ts'
import { dayName, milliseconds, number, reasonName, share } from './figures.ts'

export type InsightsProps = { insights: Data; say: Say; locale: string }

const Launches = ({ insights: { days }, say, locale }: InsightsProps) => {
  const points = days.map(({ day, launches }) => ({ label: dayName(day, locale), value: launches }))
  const most = points.reduce((best, point) => (point.value > best.value ? point : best))
  const total = points.reduce((sum, { value }) => sum + value, 0)
  return (
    <Columns
      id="terminal-launches"
      title={say('launchesByDay')}
      description={say('launchesSummary', {
        total: number(total, locale),
        most: number(most.value, locale),
        day: most.label,
      })}
      tableLabel={say('asTable')}
      table={{
        columns: [say('day'), say('launches')],
        rows: points.map(({ label, value }) => [label, number(value, locale)]),
      }}
      points={points}
      format={(value) => number(value, locale)}
    />
  )
}

const Funnel = ({ insights: { funnel }, say, locale }: InsightsProps) => {
  const bars = funnel.map(({ step, count }, index) => {
    const before = funnel[index - 1]?.count ?? 0
    const part = before > 0 ? ` · ${share(count / before, locale)}` : ''
    return { name: say(`funnel_${step}`), value: count, note: `${number(count, locale)}${part}` }
  })
  return (
    <Bars
      id="terminal-funnel"
      title={say('funnel')}
      description={bars.map(({ name, note }) => `${name}: ${note}`).join('; ')}
      tableLabel={say('asTable')}
      table={{
        columns: [say('step'), say('countAndShare')],
        rows: bars.map(({ name, note }) => [name, note]),
      }}
      before={<p>{say('funnelHint')}</p>}
      bars={bars}
    />
  )
}

const StartTimes = ({ insights: { days, p50, p95 }, say, locale }: InsightsProps) => {
  const labels = days.map(({ day }) => dayName(day, locale))
  const told = (ms: number | undefined) => (ms === undefined ? '–' : milliseconds(ms, locale))
  return (
    <Lines
      id="terminal-start-times"
      title={say('startTimes')}
      description={say('startTimesSummary', { p50: told(p50), p95: told(p95) })}
      tableLabel={say('asTable')}
      table={{
        columns: [say('day'), say('p50'), say('p95')],
        rows: days.map((day, index) => [labels[index] ?? '', told(day.p50), told(day.p95)]),
      }}
      labels={labels}
      lines={[
        { name: `${say('p50')}: ${told(p50)}`, values: days.map((day) => day.p50) },
        { name: `${say('p95')}: ${told(p95)}`, values: days.map((day) => day.p95) },
      ]}
      format={(value) => milliseconds(value, locale)}
    />
  )
}

type Ranking = {
  id: string
  title: string
  column: string
  named: { name: string; count: number }[]
}

const Ranked = ({
  ranking: { id, title, column, named },
  say,
  locale,
}: Pick<InsightsProps, 'say' | 'locale'> & { ranking: Ranking }) => {
  const bars = named.map(({ name, count }) => ({ name, value: count, note: number(count, locale) }))
  return (
    <Bars
      id={id}
      title={title}
      description={bars.map(({ name, note }) => `${name}: ${note}`).join('; ')}
      tableLabel={say('asTable')}
      table={{
        columns: [column, say('count')],
        rows: bars.map(({ name, note }) => [name, note]),
      }}
      bars={bars}
    />
  )
}

export const Insights = (props: InsightsProps) => {
  const { insights, say, locale } = props
  const { days, funnel, reasons, commands } = insights
  if (funnel.every(({ count }) => count === 0)) return <p>{say('noInsights')}</p>
  const reasonsNamed = reasons.map(({ name, count }) => ({ name: reasonName(name, say), count }))
  return (
    <div className="terminal-insights__charts">
      <Launches {...props} />
      <Funnel {...props} />
      {days.some(({ p50 }) => p50 !== undefined) && <StartTimes {...props} />}
      {reasons.length > 0 && (
        <Ranked
          ranking={{
            id: 'terminal-ends',
            title: say('endReasons'),
            column: say('endReason'),
            named: reasonsNamed,
          }}
          say={say}
          locale={locale}
        />
      )}
      {commands.length > 0 && (
        <Ranked
          ranking={{
            id: 'terminal-commands',
            title: say('topCommands'),
            column: say('command'),
            named: commands,
          }}
          say={say}
          locale={locale}
        />
      )}
    </div>
  )
}
