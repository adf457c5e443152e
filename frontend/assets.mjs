// Bundles what browsers load besides HTML: one style sheet, its fonts, and the islands, all with hashed names.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { context, build as esbuild } from 'esbuild'
import { narrowFonts } from './fonts.mjs'

const ROOT = import.meta.dirname
const OUT = join(ROOT, 'public/_islands')

/** Small islands, each whole: a chunk that two of them shared would be a request and a wait for 100 bytes. */
const WHOLE = {
  copy: 'src/islands/copy/entry.ts',
  lightbox: 'src/islands/lightbox/entry.ts',
  search: 'src/islands/search/entry.ts',
  seen: 'src/islands/seen/entry.ts',
  theme: 'src/islands/theme/entry.ts',
}
/** Islands that fetch more when somebody acts; they share chunks. */
const SPLIT = {
  launch: 'src/islands/launch.ts',
  preview: 'src/islands/preview/entry.ts',
  replay: 'src/islands/replay/entry.ts',
}
const STYLES = {
  player: '../plugins/terminal/src/client/player/player.css',
  site: 'src/styles/site.css',
}
const DEV_ONLY = { dev: 'src/islands/dev.ts', guide: 'src/islands/guide.ts' }
const ALL = { ...WHOLE, ...SPLIT, ...STYLES, ...DEV_ONLY }
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

/** Several builds write one manifest, which is there once all of them are. */
const manifestWriter = ({ out, builds, onWritten }) => {
  const parts = new Map()
  return (build) => ({
    name: 'manifest',
    setup: (plugin) => {
      plugin.onEnd(({ metafile, errors }) => {
        if (errors.length > 0 || !metafile) return
        parts.set(build, manifestOf(metafile))
        if (parts.size < builds) return
        const manifest = Object.assign({}, ...parts.values())
        mkdirSync(out, { recursive: true })
        writeFileSync(join(out, 'manifest.json'), JSON.stringify(manifest, null, 2))
        onWritten?.()
      })
    },
  })
}

const shared = ({ isDev, out }) => ({
  absWorkingDir: ROOT,
  outdir: out,
  entryNames: '[name].[hash]',
  chunkNames: 'chunk.[hash]',
  assetNames: '[name].[hash]',
  bundle: true,
  format: 'esm',
  target: ['es2022', 'chrome123', 'firefox121', 'safari17.5'],
  conditions: ['style'],
  loader: { '.woff2': 'file' },
  minify: !isDev,
  sourcemap: isDev ? 'inline' : false,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
})

/** What esbuild is asked to do: islands that share with the style sheet, and islands that do not. */
const buildsOf = ({ isDev, out, onWritten }) => {
  const write = manifestWriter({ out, builds: 2, onWritten })
  return [
    {
      ...shared({ isDev, out }),
      entryPoints: { ...SPLIT, ...STYLES, ...(isDev ? DEV_ONLY : {}) },
      splitting: true,
      plugins: [narrowFonts, write('split')],
    },
    {
      ...shared({ isDev, out }),
      entryPoints: WHOLE,
      plugins: [write('whole')],
    },
  ]
}

/** Builds everything once, from an empty folder. Answers with what esbuild says of each build. */
export const buildAssets = async ({ isDev = false, out = OUT } = {}) => {
  rmSync(out, { recursive: true, force: true })
  return Promise.all(buildsOf({ isDev, out }).map((options) => esbuild(options)))
}

/** Rebuilds on every change until disposed of; `onWritten` hears of each build. */
export const watchAssets = async (onWritten) => {
  rmSync(OUT, { recursive: true, force: true })
  const watching = await Promise.all(
    buildsOf({ isDev: true, out: OUT, onWritten }).map((options) => context(options)),
  )
  for (const each of watching) {
    await each.rebuild()
    await each.watch()
  }
  return { dispose: () => Promise.all(watching.map((each) => each.dispose())) }
}
