// Bundles this service for production: our workspaces inside, packages from node_modules outside.
import { build } from 'esbuild'

await build({
  entryPoints: [`${import.meta.dirname}/src/main.ts`],
  outfile: `${import.meta.dirname}/dist/main.mjs`,
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
