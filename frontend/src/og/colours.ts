// The colours of pictures: the light paper of the site and its screen, as styles/tokens.css has them; a test holds them to it.
import { FIXED_COLOURS } from '@shellfolio/payload-terminal/palette'

export const PAPER = {
  background: '#fbfaf7',
  ink: '#1d1b18',
  quiet: '#5a564e',
  line: '#dedad1',
  accent: '#9c3417',
} as const

export const SCREEN = {
  background: '#12110f',
  ink: '#ece9e2',
  quiet: '#b0aba0',
  line: '#34322d',
} as const

/** The sixteen colours that a page chooses, in the order of terminals. */
export const ANSI = [
  ['black', '#34322d'],
  ['red', '#ef8a80'],
  ['green', '#8fca9c'],
  ['yellow', '#e3b563'],
  ['blue', '#8fb4e8'],
  ['magenta', '#d3a2dc'],
  ['cyan', '#80c8c8'],
  ['white', '#d6d2c9'],
  ['bright-black', '#8c867a'],
  ['bright-red', '#ffa89f'],
  ['bright-green', '#aee3b9'],
  ['bright-yellow', '#f3cd86'],
  ['bright-blue', '#b0cdf5'],
  ['bright-magenta', '#e6c0ed'],
  ['bright-cyan', '#a2e0e0'],
  ['bright-white', '#fbfaf7'],
] as const

const PALETTE = [...ANSI.map(([, colour]) => colour), ...FIXED_COLOURS]

type Look = { color?: string; backgroundColor?: string; fontWeight?: number; opacity?: number }

/** How a piece of a screen looks, from the classes of a poster. Those that change no colour or weight are passed over. */
export const lookOf = (classes: readonly string[]): Look => {
  const look: Look = {}
  if (classes.includes('inverse')) {
    Object.assign(look, { color: SCREEN.background, backgroundColor: SCREEN.ink })
  }
  if (classes.includes('bold')) look.fontWeight = 700
  if (classes.includes('dim')) look.opacity = 0.6
  for (const name of classes) {
    const [, place, index] = /^([fb])(\d{1,3})$/.exec(name) ?? []
    const colour = PALETTE[Number(index)]
    if (place && colour) look[place === 'f' ? 'color' : 'backgroundColor'] = colour
  }
  return look
}
