import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import sharp from 'sharp'
import { demoSchema, projectSchema } from '../cms/shapes/project.ts'
import { siteSchema } from '../cms/shapes/site.ts'
import type { PageData } from '../page-data.ts'
import { CONTENT } from '../testing/content.ts'
import { cardOf } from './card.ts'
import { ANSI, lookOf, PAPER, SCREEN } from './colours.ts'
import { drawCard } from './draw.ts'
import { layoutOf } from './layout.ts'

const project = projectSchema.parse(CONTENT.projects[0])
const site = siteSchema.parse(CONTENT.site)

const card = (more: object) => {
  const data: PageData = {
    site,
    language: 'en',
    place: { page: 'project', slug: project.slug },
    page: 'project',
    project: { ...project, ...more },
  }
  return cardOf(data)
}
const recording = (text: string, cols = 80) => ({
  title: 'R',
  address: '/x',
  durationMs: 1,
  cols,
  rows: 24,
  poster: [
    { classes: ['f2', 'bold'], text: 'ok' },
    { classes: [], text },
  ],
})
const demo = (more: object) =>
  demoSchema.parse({
    id: 'd',
    title: 'D',
    welcome: 'Hello\nthere',
    commands: [{ command: 'make' }],
    ...more,
  })
const rows = (more: object) =>
  card({ demo: demo(more) }).screen?.lines.map((line) => line.map(({ text }) => text).join(''))

test('a demo shows the end of what was recorded, with its colours and without empty rows below', () => {
  const lines = Array.from({ length: 20 }, (_, index) => `line ${index}`)
  expect(rows({ recording: recording(`\n${lines.join('\n')}\n\n  \n`) })).toEqual(lines.slice(-8))
  expect(card({ demo: demo({ recording: recording(' then') }) }).screen?.lines).toEqual([
    [
      { classes: ['f2', 'bold'], text: 'ok' },
      { classes: [], text: ' then' },
    ],
  ])
})

/** What stands on the drawn screen, and how large it is. */
const drawn = (more: object) => {
  const boxes = JSON.stringify(layoutOf(card(more), 'site.example'))
  const [, size] = /"JetBrains Mono","fontSize":([\d.]+)/.exec(boxes) ?? []
  return {
    size: Number(size),
    texts: [...boxes.matchAll(/"children":"([^"]*)"/g)].map(([, text]) => text),
  }
}

test('a screen of short lines is written large, and of more than fits the newest is shown', () => {
  const lines = Array.from({ length: 8 }, (_, index) => `line ${index}`)
  const short = drawn({ demo: demo({ recording: recording(`\n${lines.join('\n')}`) }) })
  expect(short.size).toBe(24)
  expect(short.texts).toContain('line 7')
  expect(short.texts).not.toContain('line 0')
  const long = drawn({ demo: demo({ recording: recording('x'.repeat(79)) }) })
  expect(long.size).toBeLessThan(24)
  const greeted = drawn({ demo: demo({ welcome: lines.join('\n') }) })
  expect(greeted.texts).toContain('line 0')
})

test('a long title and summary leave room for some rows of the screen', () => {
  const lines = Array.from({ length: 8 }, (_, index) => `${index} `.repeat(40))
  const words = { title: 'A long title. '.repeat(6), summary: 'A long summary. '.repeat(20) }
  const { texts } = drawn({ ...words, demo: demo({ recording: recording(lines.join('\n')) }) })
  expect(texts.filter((text) => /^(?:\d )+$/.test(text ?? '')).length).toBeGreaterThanOrEqual(4)
})

test('without a recording it shows its greeting and what can be run, without a demo nothing', () => {
  const prompt = ['Hello', 'there', '', '$ make']
  expect(rows({})).toEqual(prompt)
  expect(rows({ recording: { ...recording(''), poster: [] } })).toEqual(prompt)
  expect(card({ demo: null }).screen).toBe(null)
})

test('classes of a poster are colours of the screen, and any other class is nothing', () => {
  expect(lookOf(['f1', 'bold'])).toEqual({ color: '#ef8a80', fontWeight: 700 })
  expect(lookOf(['b4', 'f208', 'italic'])).toEqual({ backgroundColor: '#8fb4e8', color: '#ff8700' })
  expect(lookOf(['inverse', 'f2'])).toEqual({ color: '#8fca9c', backgroundColor: SCREEN.ink })
  expect(lookOf(['f999', '"><script>', 'x1'])).toEqual({})
})

test('the colours are those of the site’s tokens', () => {
  const tokens = readFileSync(join(import.meta.dirname, '../styles/tokens.css'), 'utf8')
  for (const [name, colour] of ANSI) expect(tokens).toContain(`--terminal-${name}: ${colour};`)
  expect(tokens).toContain(`--paper: light-dark(${PAPER.background},`)
  expect(tokens).toContain(`--ink: light-dark(${PAPER.ink},`)
  expect(tokens).toContain(`--quiet: light-dark(${PAPER.quiet},`)
  expect(tokens).toContain(`--accent: light-dark(${PAPER.accent},`)
  expect(tokens).toContain(`--screen: ${SCREEN.background};`)
})

test('whatever its words are, it is drawn in its size, and light enough to fetch', async () => {
  const odd = 'Ω 日本 🎉 <b>&amp; ┌─┐ '.repeat(20)
  for (const more of [
    { title: 'x', summary: null, demo: null },
    { title: odd, summary: odd, demo: demo({ recording: recording(odd.repeat(9), 120) }) },
  ]) {
    const picture = await drawCard(card(more), 'site.example')
    const { format, width, height } = await sharp(picture).metadata()
    expect({ format, width, height }).toEqual({ format: 'png', width: 1200, height: 630 })
    expect(picture.byteLength).toBeLessThan(150_000)
  }
})
