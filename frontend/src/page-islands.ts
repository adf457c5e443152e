// Which islands a page needs, told by what is in its markup: a page without code fetches no script that copies it.
import type { AssetName } from './assets.ts'

type Island = Extract<AssetName, `${string}.js`>

const MARKS: [Island, string][] = [
  ['theme.js', 'data-theme-choice'],
  ['search.js', 'data-palette'],
  ['copy.js', 'data-copy'],
  ['lightbox.js', 'data-lightbox='],
  ['launch.js', 'data-terminal'],
  ['preview.js', 'data-live-preview'],
]

/** `markup`: of everything below `body`. */
export const islandsIn = (markup: string): Island[] =>
  MARKS.filter(([, mark]) => markup.includes(mark)).map(([island]) => island)
