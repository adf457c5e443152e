// Makes web fonts smaller while they are bundled: all their letters, and of their weights those that the styles use.
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import subsetFont from 'subset-font'

const require = createRequire(import.meta.url)

/** By package: the weights between which the style sheets choose. `fonts.css` says the same to browsers. */
export const WEIGHTS = {
  '@fontsource-variable/hanken-grotesk': { min: 400, max: 600 },
  '@fontsource-variable/jetbrains-mono': { min: 400, max: 700 },
}

const LATIN = /\/(@fontsource-variable\/[^/]+)\/files\/[^/]+-latin-wght-normal\.woff2$/

/** Every character of a CSS `unicode-range`. */
const charactersIn = (range) =>
  range
    .split(',')
    .map((part) => {
      const [first, last = first] = part.replace('U+', '').split('-')
      const from = Number.parseInt(first, 16)
      const count = Number.parseInt(last, 16) - from + 1
      return Array.from({ length: count }, (_, index) => String.fromCodePoint(from + index)).join(
        '',
      )
    })
    .join('')

const made = new Map()

const narrow = async (path, name) => {
  const ranges = JSON.parse(readFileSync(require.resolve(`${name}/unicode.json`), 'utf8'))
  return subsetFont(await readFile(path), charactersIn(ranges.latin), {
    targetFormat: 'woff2',
    variationAxes: { wght: WEIGHTS[name] },
  })
}

/** For esbuild. A font is made once a process. */
export const narrowFonts = {
  name: 'narrow-fonts',
  setup: (build) => {
    build.onLoad({ filter: LATIN }, async ({ path }) => {
      const name = LATIN.exec(path)[1]
      if (!made.has(path)) made.set(path, narrow(path, name))
      return { contents: await made.get(path), loader: 'file' }
    })
  },
}
