// What the page of insights says to those who do not see its charts.
import { describe, expect, test } from '@jest/globals'
import { renderToStaticMarkup } from 'react-dom/server'
import { daySums as row } from '../../history/day-fixture.ts'
import { insightsOf, lastDays } from '../../history/insights.ts'
import { en } from '../../translations/en.ts'
import { fr } from '../../translations/fr.ts'
import type { Say } from '../use-words.ts'
import { Insights } from './insights.tsx'
import { queryOf, searchOf } from './query.ts'

const saying =
  ({ terminal }: typeof en): Say =>
  (word, values = {}) =>
    Object.entries(values).reduce(
      (text, [name, value]) => text.replaceAll(`{{${name}}}`, String(value)),
      terminal[word],
    )

const ROWS = [
  row({ day: '2026-02-28', seen: 100, launches: 20, prompts: 20, startTimes: { '200': 20 } }),
  row({
    seen: 100,
    launches: 30,
    prompts: 25,
    firstCommands: 10,
    steps: 5,
    startTimes: { '200': 20, '3000': 5 },
    endReasons: { idle: 6, exit: 43, 'of tomorrow': 1 },
    commands: { 'Five <b>eat</b>': 7 },
  }),
]

const page = (words: typeof en = en, locale = 'en', rows = ROWS) =>
  renderToStaticMarkup(
    <Insights
      insights={insightsOf(rows, lastDays('2026-03-02', 7))}
      say={saying(words)}
      locale={locale}
    />,
  )

/** The text of each element `name`, in order. */
const textsOf = (html: string, name: string) =>
  [...html.matchAll(new RegExp(`<${name}[^>]*>(.*?)</${name}>`, 'g'))].map(([, text]) => text)

describe('the charts of insights', () => {
  test('are pictures with a name and a description that are really there', () => {
    const html = page()
    const pictures = [...html.matchAll(/<svg role="img" aria-labelledby="(\S+) (\S+)"/g)]
    expect(pictures).toHaveLength(5)
    for (const [, title, description] of pictures) {
      expect(html).toMatch(new RegExp(`<title id="${title}">[^<]+</title>`))
      expect(html).toMatch(new RegExp(`<desc id="${description}">[^<]+</desc>`))
    }
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('say in words what they show', () => {
    expect(textsOf(page(), 'desc')).toEqual([
      '50 launches in all; most of them, 30, on Mar 2.',
      'Saw a terminal: 200; Launched it: 50 · 25%; Reached the prompt: 45 · 90%; Sent a first command: 10 · 22%; Did a guided step: 5 · 50%',
      'In these days half of the sessions started within 178 ms, and 95 % within 2.6 sec.',
      'Its program ended: 43; Nothing was typed: 6; of tomorrow: 1',
      'Five &lt;b&gt;eat&lt;/b&gt;: 7',
    ])
  })

  test('have every number in a table as well, gaps included', () => {
    const html = page()
    expect(html.match(/<details>/g)).toHaveLength(5)
    const rows = [...html.matchAll(/<tr><th scope="row">(.*?)<\/th>(.*?)<\/tr>/g)]
    const cells = rows.map(([, name, rest = '']) => [name, ...textsOf(rest, 'td')])
    expect(cells).toContainEqual(['Mar 1', '0'])
    expect(cells).toContainEqual(['Mar 1', '–', '–'])
    expect(cells).toContainEqual(['Nothing was typed', '6'])
    expect(cells.filter(([name]) => name === 'Mar 2')).toHaveLength(2)
  })

  test('draw a column for each day, as high as its share of the round number above the most', () => {
    const [html = ''] = page().split('terminal-funnel')
    const heights = [...html.matchAll(/<rect[^>]*height="([\d.]+)"/g)].map(([, height]) => height)
    expect(heights.map(Number).map(Math.round)).toEqual([0, 0, 0, 0, 70, 0, 106])
  })

  test('speak French', () => {
    const html = page(fr, 'fr')
    expect(html).toContain('Lancements par jour')
    expect(html).toContain('2 mars')
    expect(html).not.toContain('{{')
  })

  test('are no charts where nothing was counted', () => {
    expect(page(en, 'en', [])).toBe('<p>Nothing has been counted in these days.</p>')
  })
})

describe('the address of insights', () => {
  test('says what is shown, and anything else is what is shown at first', () => {
    const query = { period: 7, demo: 'demo-1' } as const
    expect(queryOf(Object.fromEntries(new URLSearchParams(searchOf(query))))).toEqual(query)
    const first = { period: 30, demo: undefined }
    for (const params of [undefined, {}, { days: '31', demo: '' }, { demo: ['a', 'b'] }]) {
      expect(queryOf(params)).toEqual(first)
    }
    expect(queryOf({ demo: 'x"><script>' })).toEqual(first)
  })
})
