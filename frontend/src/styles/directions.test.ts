// What the style sheets say of directions, motion and colours, for readers of other scripts and with other needs.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { buildAssets } from '../../assets.mjs'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const FILES = ['frontend/src', 'plugins/terminal/src/client'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css'))
    .map((name) => join(ROOT, folder, name)),
)

/** Where a side of the paper is meant, not of the text: `file: declaration`, with the reason beside it. */
const EXCEPTIONS: Record<string, string> = {}

const SIDES = 'left|right'
const PROPERTIES = new RegExp(
  `^(?:${SIDES}|(?!--).*-(?:${SIDES})(?:-.*)?|border-(?:top|bottom)-(?:${SIDES})-radius)$`,
)
const VALUES = new RegExp(
  `\\b(?:to (?:${SIDES})|translateX|translate\\((?!0[ ,)])|translate3d)|^(?:${SIDES})$`,
)
/** Whose four values are those of the four sides. */
const OF_SIDES = /^(?:margin|padding|inset|border-(?:width|color|style)|scroll-(?:margin|padding))$/
const OF_PLACES =
  /^(?:background-position|object-position|transform-origin|float|clear|text-align)$/

const isOfOneSide = (property: string, value: string): boolean => {
  if (PROPERTIES.test(property) || VALUES.test(value)) return true
  if (OF_PLACES.test(property)) return new RegExp(`\\b(?:${SIDES})\\b`).test(value)
  const parts = value.replace(/\([^()]*(?:\([^()]*\)[^()]*)*\)/g, '()').split(/\s+/)
  return OF_SIDES.test(property) && parts.length === 4 && parts[1] !== parts[3]
}

const declarationsIn = (css: string): [property: string, value: string][] => {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/"[^"]*"/g, '""')
  return [...plain.matchAll(/(?<=[{;]\s*)([a-z-]+)\s*:\s*([^;{}]+)(?=[;}])/g)].map(
    ([, property = '', value = '']) => [property, value.trim().replace(/\s+/g, ' ')],
  )
}

const refusedIn = (css: string): string[] =>
  declarationsIn(css)
    .filter(([property, value]) => isOfOneSide(property, value))
    .map(([property, value]) => `${property}: ${value}`)

test.each([
  'margin-left: 4px',
  'padding-right: 0',
  'left: 0',
  'border-left: 1px solid',
  'border-right-color: red',
  'border-top-left-radius: 4px',
  'scroll-margin-left: 1px',
  'text-align: left',
  'float: right',
  'margin: 0 4px 0 8px',
  'padding: 0 calc(1px + 2px) 0 0',
  'inset: 0 auto 0 0',
  'background: linear-gradient(to right, red, blue)',
  'transform: translateX(4px)',
  'background-position: right 4px top 0',
])('“%s” is of one side', (declaration) => {
  expect(refusedIn(`a { ${declaration}; }`)).toEqual([declaration])
})

test('what is the same on both sides, or of the text, is not', () => {
  const css = `a { margin-inline-start: 4px; margin: 0 4px; inset: 0; text-align: start; inset-inline-end: 0;
    transform: translate(0, 4px); padding: 1px 2px 3px 2px; border-block-end: 1px solid; --left: 1 }`
  expect(refusedIn(css)).toEqual([])
})

test('no style sheet names a side of the paper: from right to left all of it is mirrored', () => {
  expect(FILES.length).toBeGreaterThan(50)
  const refused = FILES.flatMap((file) =>
    refusedIn(readFileSync(file, 'utf8')).map((found) => `${relative(ROOT, file)}: ${found}`),
  )
  expect(refused.toSorted()).toEqual(Object.keys(EXCEPTIONS).toSorted())
})

let out: string
/** The site's style sheet as browsers get it. */
let built: string
beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'styles-'))
  await buildAssets({ out })
  const name = readdirSync(out).find((file) => /^site\..*\.css$/.test(file))
  built = readFileSync(join(out, name ?? ''), 'utf8')
})
afterAll(() => rmSync(out, { recursive: true, force: true }))

/** The whole of the rule that begins with `head`, and what is left without it. */
const cutOut = (css: string, head: string) => {
  const start = css.indexOf(head)
  if (start < 0) return { rule: '', rest: css }
  let end = css.indexOf('{', start) + 1
  for (let depth = 1; depth > 0 && end < css.length; end += 1) {
    if (css[end] === '{') depth += 1
    if (css[end] === '}') depth -= 1
  }
  return { rule: css.slice(start, end), rest: css.slice(0, start) + css.slice(end) }
}

test('pages fade into each other, and nothing at all moves for who wants less of it', () => {
  const { rule, rest } = cutOut(built, '@media(prefers-reduced-motion:no-preference)')
  expect(rule).toContain('@view-transition{navigation:auto}')
  const times = [...rule.matchAll(/(?:animation|transition)(?:-duration)?:([^;}]+)/g)]
  expect(times.map(([, time]) => time)).toEqual(['.16s'])
  expect(rest).not.toMatch(/@view-transition|(?<!over)scroll-behavior/)
  const moving = [
    ...rest.matchAll(/([^{}]+)\{[^{}]*?(?<![-\w])(?:animation|transition)\b[^:]*:([^;}]+)/g),
  ]
  expect(moving.map(([, where, how]) => `${where} ${how}`)).toEqual([
    '.xterm .xterm-scrollable-element>.visible opacity .1s linear',
    '.xterm .xterm-scrollable-element>.invisible.fade opacity .8s linear',
    // Which is more specific than both.
    'live-terminal .xterm .xterm-scrollable-element>:is(.visible,.invisible,.invisible.fade) none',
  ])
})

test('who wants more contrast gets quiet text and lines that are stronger in both themes', () => {
  const { rule, rest } = cutOut(built, '@media(prefers-contrast:more)')
  for (const name of ['--quiet', '--line']) {
    const colours = (css: string) =>
      new RegExp(`${name}:\\s*(light-dark\\([^)]*\\))`).exec(css)?.[1]
    expect(colours(rule)).toMatch(/^light-dark\(/)
    expect(colours(rule)).not.toBe(colours(rest))
  }
})

/** Borders that are nothing but a place, and shown where colours are forced: there a button has no background. */
const SHOWN_WHEN_FORCED = ['frontend/src/components/project-links/project-links.css']

test('what a colour tells is told without it where colours are forced', () => {
  for (const file of FILES) {
    const css = readFileSync(file, 'utf8')
    const name = relative(ROOT, file)
    const { rule } = cutOut(css, '@media (forced-colors: active)')
    // Shadows are taken away.
    expect({ name, shadows: css.match(/box-shadow/g) }).toEqual({ name, shadows: null })
    if (/border[^;]*transparent/.test(css) && !SHOWN_WHEN_FORCED.includes(name)) {
      expect({ name, rule }).toEqual({ name, rule: expect.stringMatching(/border[^;]*: Canvas;/) })
    }
    if (/aria-pressed="true"\][^{]*\{[^}]*background/.test(css)) {
      expect({ name, rule }).toEqual({ name, rule: expect.stringContaining('Highlight') })
    }
  }
})
