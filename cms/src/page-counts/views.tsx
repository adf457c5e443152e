// The last days in a chart and two lists. Knows nothing of the database.
import { Columns } from '@shellfolio/payload-terminal/rsc'
import type { Figures, Named } from './figures.ts'

const LOCALE = 'en'
const number = (value: number) => value.toLocaleString(LOCALE)
const dayName = (day: string) =>
  new Date(day).toLocaleDateString(LOCALE, { day: 'numeric', month: 'short', timeZone: 'UTC' })

type ListProps = { id: string; title: string; column: string; rows: readonly Named[] }

const List = ({ id, title, column, rows }: ListProps) => (
  <section aria-labelledby={id}>
    <h3 id={id}>{title}</h3>
    {rows.length === 0 ? (
      <p>None so far.</p>
    ) : (
      <table>
        <thead>
          <tr>
            <th scope="col">{column}</th>
            <th scope="col">Views</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, views }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{number(views)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </section>
)

/** `isOn`: whether the site counts now. */
export const Views = ({ figures, isOn }: { figures: Figures; isOn: boolean }) => {
  const { days, pages, referrers } = figures
  const total = days.reduce((sum, { views }) => sum + views, 0)
  const most = days.reduce((best, day) => (day.views > best.views ? day : best))
  const points = days.map(({ day, views }) => ({ label: dayName(day), value: views }))
  const summary =
    total === 0
      ? `No page was viewed in the last ${days.length} days.`
      : `${number(total)} in the last ${days.length} days, ${number(most.views)} of them on ${dayName(most.day)}.`
  return (
    <>
      <Columns
        id="page-views"
        title="Page views"
        description={summary}
        tableLabel="As a table"
        table={{
          columns: ['Day', 'Views'],
          rows: points.map(({ label, value }) => [label, number(value)]),
        }}
        before={
          <p>
            {summary}
            {isOn ? '' : ' Counting is switched off in Site.'}
          </p>
        }
        points={points}
        format={number}
      />
      <div className="page-counts__lists">
        <List id="page-counts-pages" title="Most viewed" column="Page" rows={pages} />
        <List id="page-counts-referrers" title="Came from" column="Site" rows={referrers} />
      </div>
    </>
  )
}
