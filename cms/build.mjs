// Builds the CMS: Next, then the programs that run it. It needs no database and no settings.
// `--programs` leaves Next out, which development compiles by itself.
import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { build } from 'esbuild'

const ROOT = import.meta.dirname
const OUT = join(ROOT, 'dist')

const runNext = () => {
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next')
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
  const options = { cwd: ROOT, env, stdio: 'inherit' }
  const { status } = spawnSync(process.execPath, [next, 'build'], options)
  if (status !== 0) process.exit(status ?? 1)
}

/** Packages are left where they are; our own workspaces are TypeScript and go into the bundle. */
const packagesStayOutside = {
  name: 'packages-stay-outside',
  setup({ onResolve }) {
    onResolve({ filter: /^[^.]/ }, ({ path, kind }) => {
      if (kind === 'entry-point' || path.startsWith('/')) return undefined
      return path.startsWith('@shellfolio/') ? undefined : { path, external: true }
    })
  },
}

/** Sample images and sources lie beside the seed's modules: bundled or not, these know their own place. */
const seedKeepsItsPlace = {
  name: 'seed-keeps-its-place',
  setup({ onLoad }) {
    onLoad({ filter: /\/seed\/src\/[^/]+\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8')
      const place = (target) => `new URL(${JSON.stringify(relative(OUT, target))}, import.meta.url)`
      const contents = source
        .replaceAll('import.meta.url', `${place(path)}.href`)
        .replaceAll('import.meta.dirname', `decodeURIComponent(${place(dirname(path))}.pathname)`)
      return { contents, loader: 'ts' }
    })
  },
}

if (!process.argv.includes('--programs')) runNext()
await build({
  absWorkingDir: ROOT,
  entryPoints: {
    server: 'server.ts',
    backup: 'src/backup/main.ts',
    import: 'src/import/main.ts',
    setup: 'src/setup.ts',
    relay: '../plugins/terminal/src/relay/main.ts',
  },
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  define: { 'process.env.NODE_ENV': '"production"' },
  plugins: [packagesStayOutside, seedKeepsItsPlace],
  logLevel: 'warning',
})
