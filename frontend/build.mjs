// Builds the site: assets first, because pages name them, then the server with the cache that Next asks for, then Next. It needs no CMS and no settings.
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { build } from 'esbuild'
import { buildAssets } from './assets.mjs'

const ROOT = import.meta.dirname
const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }

await buildAssets()

await build({
  absWorkingDir: ROOT,
  entryPoints: { server: 'server.ts', 'cache-handler': 'src/server/replicas/cache-handler.ts' },
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  // Our own packages are TypeScript and have to be bundled; Next, development tools and what reads files of its own stay outside.
  external: ['next', 'esbuild', 'pdfkit', 'ioredis', 'satori', 'sharp', './assets.mjs', './dev.ts'],
  // CommonJS packages inside an ES module need a `require`.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  define: { 'process.env.NODE_ENV': '"production"' },
  legalComments: 'none',
  logLevel: 'warning',
})

rmSync(join(ROOT, '.next'), { recursive: true, force: true })
const next = createRequire(import.meta.url).resolve('next/dist/bin/next')
const { status } = spawnSync(process.execPath, [next, 'build'], {
  cwd: ROOT,
  env,
  stdio: 'inherit',
})
if (status !== 0) process.exit(status ?? 1)
