// Bundles what browsers load besides HTML: one style sheet, its fonts, and the islands, all with hashed names.
import { rmSync, writeFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { context, build as esbuild } from 'esbuild'

const ROOT = import.meta.dirname
const OUT = join(ROOT, 'public/_islands')
const MANIFEST = join(OUT, 'manifest.json')

const ENTRIES = { site: 'src/styles/site.css', launch: 'src/islands/launch.ts' }
const DEV_ENTRIES = { ...ENTRIES, dev: 'src/islands/dev.ts' }
/** The font that every page needs at once. */
const PRELOADED_FONT = 'hanken-grotesk-latin-wght-normal'

const publicPath = (output) => `/_islands/${output.split('public/_islands/')[1]}`

/** Which file each entry became: `site.css`, `launch.js`, and the font to preload. */
const manifestOf = ({ outputs }) => {
  const manifest = {}
  for (const [output, { entryPoint, inputs }] of Object.entries(outputs)) {
    const entry = Object.entries(DEV_ENTRIES).find(([, source]) => source === entryPoint)
    if (entry) manifest[`${entry[0]}${extname(output)}`] = publicPath(output)
    const isFont = Object.keys(inputs).some((input) => basename(input).startsWith(PRELOADED_FONT))
    if (isFont && output.endsWith('.woff2')) manifest['font.woff2'] = publicPath(output)
  }
  return manifest
}

const writeManifest = (onWritten) => ({
  name: 'manifest',
  setup: (plugin) => {
    plugin.onEnd(({ metafile, errors }) => {
      if (errors.length > 0 || !metafile) return
      writeFileSync(MANIFEST, JSON.stringify(manifestOf(metafile), null, 2))
      onWritten?.()
    })
  },
})

const options = ({ isDev, onWritten }) => ({
  absWorkingDir: ROOT,
  entryPoints: isDev ? DEV_ENTRIES : ENTRIES,
  outdir: OUT,
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
  plugins: [writeManifest(onWritten)],
})

/** Builds everything once, from an empty folder. */
export const buildAssets = async ({ isDev = false } = {}) => {
  rmSync(OUT, { recursive: true, force: true })
  await esbuild(options({ isDev }))
}

/** Rebuilds on every change until disposed of; `onWritten` hears of each build. */
export const watchAssets = async (onWritten) => {
  rmSync(OUT, { recursive: true, force: true })
  const watching = await context(options({ isDev: true, onWritten }))
  await watching.rebuild()
  await watching.watch()
  return { dispose: () => watching.dispose() }
}
