import { expect, test } from '@jest/globals'
import { renderToStaticMarkup } from 'react-dom/server'
import { activitySchema } from '../../cms/shapes/activity.ts'
import { Speaks } from '../../i18n/context.tsx'
import { activityAt } from '../../testing/content.ts'
import { Activity } from './activity.tsx'
import { busiestMonth, calendarOf } from './calendar.ts'

const AT = '2026-10-01T10:00:00.000Z'
const year = activitySchema.parse(activityAt(AT))
const days = (...counts: number[]) =>
  counts.map((count, index) => ({ day: `2026-09-0${index + 1}`, count }))

test('the sum, the account and the date are told, and the year in words', () => {
  const html = renderToStaticMarkup(<Activity activity={{ ...year, total: 1234 }} />)
  expect(html).toContain('<a href="https://github.com/noor" rel="me noopener">noor</a>')
  expect(html).toContain('made 1,234 contributions on GitHub in the last year.')
  expect(html).toContain('<time dateTime="2026-10-01T10:00:00.000Z">1 Oct 2026, 10:00 UTC</time>')
  expect(html).toMatch(/role="img" aria-label="[^"]*1,234 contributions, the most in \w+ 202\d \(/)
  expect(html).not.toMatch(/style=|undefined|NaN/)
})

test('it is told in French, and one contribution is one', () => {
  const one = { ...year, total: 1, days: days(0, 1) }
  const draw = (language: 'en' | 'fr') =>
    renderToStaticMarkup(
      <Speaks language={language}>
        <Activity activity={one} />
      </Speaks>,
    )
  expect(draw('fr')).toContain('a fait 1 contribution sur GitHub en un an.')
  expect(draw('fr')).toContain('1 contribution, le plus en sept. 2026 (1)')
  expect(draw('en')).toContain('made 1 contribution on GitHub')
})

test('without a year there is nothing, and a year without a contribution has no busiest month', () => {
  expect(renderToStaticMarkup(<Activity activity={null} />)).toBe('')
  const html = renderToStaticMarkup(<Activity activity={{ ...year, total: 0, days: days(0, 0) }} />)
  expect(html).toContain('aria-label="0 contributions"')
  expect(html.match(/<path/g)).toHaveLength(1)
})

test('each day has its square in the column of its week, Sunday first', () => {
  // 1 September 2026 is a Tuesday.
  const { paths, width, height } = calendarOf(days(1, 0, 0, 0, 0, 0, 0))
  expect(paths[1]).toBe('M0 29h10')
  expect(paths[0]?.split('M').slice(1)).toHaveLength(6)
  expect(paths[0]).toContain('M12 5h10')
  expect([width, height]).toEqual([634, 82])
  expect(calendarOf(year.days).width).toBe(53 * 12 - 2)
  expect(calendarOf(year.days).paths.join('').match(/M/g)).toHaveLength(365)
})

test('one busy day does not make the others pale', () => {
  const { paths } = calendarOf(days(1, 2, 3, 900))
  expect(paths.map((path) => path.match(/M/g)?.length ?? 0)).toEqual([0, 1, 1, 1, 1])
})

test('the busiest month is one month of one year', () => {
  const months = [
    { day: '2025-09-30', count: 5 },
    { day: '2026-08-01', count: 4 },
    { day: '2026-08-02', count: 3 },
    { day: '2026-09-30', count: 6 },
  ]
  expect(busiestMonth(months)).toEqual({ day: '2026-08-02', count: 7 })
})
