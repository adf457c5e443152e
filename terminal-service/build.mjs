// Bundles this service for production: our workspaces inside, packages from node_modules outside.
import { build } from 'esbuild'

await build({
  entryPoints: [
    `${import.meta.dirname}/src/main.ts`,
    // Beside the bundle, as it lies beside the module that starts it.
    `${import.meta.dirname}/src/session/snapshot-worker.mjs`,
  ],
  entryNames: '[name]',
  outdir: `${import.meta.dirname}/dist`,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  plugins: [
    {
      name: 'packages-stay-outside',
      setup({ onResolve }) {
        onResolve({ filter: /^[^.]/ }, ({ path, kind }) => {
          if (kind === 'entry-point' || path.startsWith('/')) return undefined
          return path.startsWith('@shellfolio/') ? undefined : { path, external: true }
        })
      },
    },
  ],
})
