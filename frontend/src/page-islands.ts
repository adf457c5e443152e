// Which islands and further styles a page needs, told by what is in its markup: a page without code fetches no script that copies it.
import type { AssetName } from './assets.ts'

type Style = Extract<AssetName, `${string}.css`>
type Island = Extract<AssetName, `${string}.js`>

const MARKS: [Island, string][] = [
  ['seen.js', 'id="main"'],
  ['theme.js', 'data-theme-choice'],
  ['search.js', 'data-palette'],
  ['copy.js', 'data-copy'],
  ['lightbox.js', 'data-lightbox='],
  ['launch.js', 'data-terminal'],
  ['replay.js', 'data-replay-open'],
  ['preview.js', 'data-live-preview'],
]

/** `markup`: of everything below `body`. */
export const islandsIn = (markup: string): Island[] =>
  MARKS.filter(([, mark]) => markup.includes(mark)).map(([island]) => island)

/** The colours of a terminal are hundreds: they come only where a recording is shown. */
export const stylesIn = (markup: string): Style[] =>
  markup.includes('terminal-poster-recorded') ? ['player.css'] : []
