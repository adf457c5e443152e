// Bundles what browsers load besides HTML: one style sheet, its fonts, and the islands, all with hashed names.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { context, build as esbuild } from 'esbuild'
import { narrowFonts } from './fonts.mjs'

const ROOT = import.meta.dirname
const OUT = join(ROOT, 'public/_islands')

/** Scripts that pages load as modules; they share chunks. */
const MODULES = {
  copy: 'src/islands/copy/entry.ts',
  launch: 'src/islands/launch.ts',
  lightbox: 'src/islands/lightbox/entry.ts',
  preview: 'src/islands/preview/entry.ts',
  replay: 'src/islands/replay/entry.ts',
  search: 'src/islands/search/entry.ts',
  seen: 'src/islands/seen/entry.ts',
  theme: 'src/islands/theme/entry.ts',
}
const STYLES = {
  player: '../plugins/terminal/src/client/player/player.css',
  site: 'src/styles/site.css',
}
const DEV_ONLY = { dev: 'src/islands/dev.ts', guide: 'src/islands/guide.ts' }
const ALL = { ...MODULES, ...STYLES, ...DEV_ONLY }
/** The font that every page needs at once. */
const PRELOADED_FONT = 'hanken-grotesk-latin-wght-normal'

const publicPath = (output) => `/_islands/${basename(output)}`

/** Which file each entry became: `site.css`, `launch.js`, and the font to preload. */
const manifestOf = ({ outputs }) => {
  const manifest = {}
  for (const [output, { entryPoint, inputs }] of Object.entries(outputs)) {
    const entry = Object.entries(ALL).find(([, source]) => source === entryPoint)
    if (entry) manifest[`${entry[0]}${extname(output)}`] = publicPath(output)
    const isFont = Object.keys(inputs).some((input) => basename(input).startsWith(PRELOADED_FONT))
    if (isFont && output.endsWith('.woff2')) manifest['font.woff2'] = publicPath(output)
  }
  return manifest
}

const manifestWriter = ({ out, onWritten }) => ({
  name: 'manifest',
  setup: (plugin) => {
    plugin.onEnd(({ metafile, errors }) => {
      if (errors.length > 0 || !metafile) return
      mkdirSync(out, { recursive: true })
      writeFileSync(join(out, 'manifest.json'), JSON.stringify(manifestOf(metafile), null, 2))
      onWritten?.()
    })
  },
})

const optionsOf = ({ isDev, out, onWritten }) => ({
  absWorkingDir: ROOT,
  entryPoints: { ...MODULES, ...STYLES, ...(isDev ? DEV_ONLY : {}) },
  outdir: out,
  entryNames: '[name].[hash]',
  chunkNames: 'chunk.[hash]',
  assetNames: '[name].[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  target: ['es2022', 'chrome123', 'firefox121', 'safari17.5'],
  conditions: ['style'],
  loader: { '.woff2': 'file' },
  minify: !isDev,
  sourcemap: isDev ? 'inline' : false,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  plugins: [narrowFonts, manifestWriter({ out, onWritten })],
})

/** Builds everything once, from an empty folder. Answers with what esbuild says of it. */
export const buildAssets = async ({ isDev = false, out = OUT } = {}) => {
  rmSync(out, { recursive: true, force: true })
  return esbuild(optionsOf({ isDev, out }))
}

/** Rebuilds on every change until disposed of; `onWritten` hears of each build. */
export const watchAssets = async (onWritten) => {
  rmSync(OUT, { recursive: true, force: true })
  const watching = await context(optionsOf({ isDev: true, out: OUT, onWritten }))
  await watching.rebuild()
  await watching.watch()
  return watching
}
