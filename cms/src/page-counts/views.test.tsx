// What the dashboard says of page views.
import { describe, expect, test } from '@jest/globals'
import { renderToStaticMarkup } from 'react-dom/server'
import { type Figures, lastDays } from './figures.ts'
import { Views } from './views.tsx'

const days = lastDays(Date.parse('2026-03-02T23:59:00Z'), 30)
const NONE: Figures = { days: days.map((day) => ({ day, views: 0 })), pages: [], referrers: [] }
const SOME: Figures = {
  days: NONE.days.map(({ day }, at) => ({ day, views: at === 28 ? 1200 : at === 29 ? 34 : 0 })),
  pages: [{ name: '/projects/<a>', views: 1200 }],
  referrers: [{ name: 'news.example', views: 7 }],
}
const html = (figures: Figures, isOn = true) =>
  renderToStaticMarkup(<Views figures={figures} isOn={isOn} />)

test('the days are thirty, in universal time, and end today', () => {
  expect([days.length, days[0], days.at(-1)]).toEqual([30, '2026-02-01', '2026-03-02'])
})

describe('the views of the dashboard', () => {
  test('are a picture with words, and the same as a table', () => {
    const text = html(SOME)
    expect(text).toContain('1,234 in the last 30 days, 1,200 of them on Mar 1.')
    expect(text).toMatch(
      /<svg role="img" aria-labelledby="page-views-title page-views-description"/,
    )
    expect(text).toContain('<th scope="row">Mar 2</th><td>34</td>')
  })

  test('name pages and sites, whatever is in their names', () => {
    const text = html(SOME)
    expect(text).toContain('<th scope="row">/projects/&lt;a&gt;</th><td>1,200</td>')
    expect(text).toContain('<th scope="row">news.example</th><td>7</td>')
  })

  test('say that there was nobody, and that nothing is counted', () => {
    expect(html(NONE)).toContain('No page was viewed in the last 30 days.')
    expect(html(NONE)).not.toContain('switched off')
    expect(html(SOME, false)).toContain('Counting is switched off in Site.')
  })
})
