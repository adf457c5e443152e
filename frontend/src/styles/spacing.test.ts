import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'

const SOURCES = join(import.meta.dirname, '..')
const TERMINAL = join(SOURCES, '../../plugins/terminal/src/client')

/** Every distance between things, in pixels. Lines of text, borders and what is as large as it is are none. */
const STEPS = [0, 4, 8, 12, 16, 24, 32, 48, 64, 96]
const DISTANCES =
  /(?<=[{;\s])((?:(?:row|column)-)?gap|(?:padding|margin)(?:-[a-z]+)*)\s*:\s*([^;}]+)/g

const styleSheets = [
  ...readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).map((file) => join(SOURCES, file)),
  ...['live-terminal.css', 'player/player.css'].map((file) => join(TERMINAL, file)),
].filter((file) => file.endsWith('.css'))

const outOfStep = (css: string): string[] =>
  [...css.replaceAll(/\/\*[\s\S]*?\*\//g, '').matchAll(DISTANCES)]
    .filter(([, , value = '']) =>
      [...value.matchAll(/(-?[\d.]+)(?:px|r?em)\b/g)].some(
        ([length, number]) => !length.endsWith('px') || !STEPS.includes(Math.abs(Number(number))),
      ),
    )
    .map(([declaration]) => declaration)

test('a distance is one of a few', () => {
  expect(
    outOfStep('a { padding: 8px 10px; gap: 1rem } b{margin-block:-12px auto;inset:3px}'),
  ).toEqual(['padding: 8px 10px', 'gap: 1rem '])
  expect(styleSheets.length).toBeGreaterThan(50)
  const found = styleSheets.flatMap((file) =>
    outOfStep(readFileSync(file, 'utf8')).map((declaration) => `${file}: ${declaration}`),
  )
  expect(found).toEqual([])
})
