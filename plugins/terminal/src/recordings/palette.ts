// The colours of posters as classes: f0 to f255 for text, b0 to b255 for what is behind it, in the order of xterm's palette.
// A strict policy forbids style attributes, and 256 classes are few enough for one style sheet.

/** Levels of each channel in the cube of 216 colours, from 16 on. */
const LEVELS = [0, 95, 135, 175, 215, 255] as const
/** The 24 greys from 232 on: 8, 18 … 238. */
const greyAt = (index: number) => 8 + 10 * index

/**
 * Names of `--terminal-…` properties, and the colours where a page sets none: of text, readable on the background that we
 * have then (4.5:1; black is for what has a background of its own), and of what is behind text, as xterm has them.
 */
const ANSI = [
  ['black', '#2e3436', '#2e3436'],
  ['red', '#f0524f', '#cc0000'],
  ['green', '#4e9a06', '#4e9a06'],
  ['yellow', '#c4a000', '#c4a000'],
  ['blue', '#5c8fd6', '#3465a4'],
  ['magenta', '#b07fb5', '#75507b'],
  ['cyan', '#06989a', '#06989a'],
  ['white', '#d3d7cf', '#d3d7cf'],
  ['bright-black', '#8a8c88', '#555753'],
  ['bright-red', '#f55a5a', '#ef2929'],
  ['bright-green', '#8ae234', '#8ae234'],
  ['bright-yellow', '#fce94f', '#fce94f'],
  ['bright-blue', '#729fcf', '#729fcf'],
  ['bright-magenta', '#ad7fa8', '#ad7fa8'],
  ['bright-cyan', '#34e2e2', '#34e2e2'],
  ['bright-white', '#eeeeec', '#eeeeec'],
] as const

type Rgb = readonly [number, number, number]

const cubeAt = (index: number): Rgb => {
  const level = (step: number) => LEVELS[Math.floor(index / step) % 6] ?? 0
  return [level(36), level(6), level(1)]
}

/** Colours 16 to 255: these are the same for everyone. */
const FIXED: readonly Rgb[] = [
  ...Array.from({ length: 216 }, (_, index) => cubeAt(index)),
  ...Array.from({ length: 24 }, (_, index): Rgb => [greyAt(index), greyAt(index), greyAt(index)]),
]

/** Which of the levels is next to a value of 0 to 255; the lower of two. From 95 on they are 40 apart. */
const stepOf = (value: number): number =>
  value < 48 ? 0 : Math.max(1, Math.ceil((value - 75) / 40))

/**
 * The colour of the palette next to 24 bits of colour; never one of the first 16, which pages choose. Of two, the first.
 * Arithmetic, no search: a screen may have 300 000 colours.
 */
export const nearestColour = (rgb: number): number => {
  const wanted: Rgb = [(rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255]
  const away = (found: Rgb) =>
    (found[0] - wanted[0]) ** 2 + (found[1] - wanted[1]) ** 2 + (found[2] - wanted[2]) ** 2
  const cube = 36 * stepOf(wanted[0]) + 6 * stepOf(wanted[1]) + stepOf(wanted[2])
  const mean = (wanted[0] + wanted[1] + wanted[2]) / 3
  const grey = Math.min(23, Math.max(0, Math.ceil((mean - 13) / 10)))
  const shade = greyAt(grey)
  return away([shade, shade, shade]) < away(cubeAt(cube)) ? 232 + grey : 16 + cube
}

const hex = (colour: Rgb) =>
  `#${colour.map((value) => value.toString(16).padStart(2, '0')).join('')}`

/** Colours 16 to 255 as a style sheet has them, for those who draw a poster elsewhere. */
export const FIXED_COLOURS: readonly string[] = FIXED.map(hex)

const BACKGROUND = 'var(--terminal-background, #14171a)'
const FOREGROUND = 'var(--terminal-foreground, #e4e7ea)'

/** The whole style sheet of posters, `src/client/player/poster.css`; a test holds that file to it. */
export const posterCss = (): string => {
  const own = (name: string, value: string) => `var(--terminal-${name}, ${value})`
  const texts = [...ANSI.map(([name, text]) => own(name, text)), ...FIXED_COLOURS]
  const behind = [...ANSI.map(([name, , value]) => own(name, value)), ...FIXED_COLOURS]
  const rules = [
    '/* Made by recordings/palette.ts: the colours of posters. Change them there. */',
    `.terminal-poster {
  margin: 0;
  padding: 8px;
  overflow: auto;
  background: ${BACKGROUND};
  color: ${FOREGROUND};
  font-family: var(--font-mono, ui-monospace, monospace);
  line-height: 1.2;
  white-space: pre;
}`,
    '.terminal-poster .bold {\n  font-weight: 700;\n}',
    '.terminal-poster .dim {\n  opacity: 0.6;\n}',
    '.terminal-poster .italic {\n  font-style: italic;\n}',
    '.terminal-poster .underline {\n  text-decoration: underline;\n}',
    '.terminal-poster .strike {\n  text-decoration: line-through;\n}',
    // Inverse text without a colour of its own; one with a colour has that as its other class.
    `.terminal-poster .inverse {\n  background: ${FOREGROUND};\n  color: ${BACKGROUND};\n}`,
    ...texts.map((value, index) => `.terminal-poster .f${index} {\n  color: ${value};\n}`),
    ...behind.map((value, index) => `.terminal-poster .b${index} {\n  background: ${value};\n}`),
  ]
  return `${rules.join('\n\n')}\n`
}
