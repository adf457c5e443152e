// The smallest Payload project with live terminals: other slugs, other fields and other ids than the portfolio's.
import { createReadStream } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { postgresAdapter } from '@payloadcms/db-postgres'
import { terminalPlugin } from '@shellfolio/payload-terminal'
import { ReleasingPool } from '@shellfolio/runtime/releasing-pool'
import type { Config } from 'payload'
import pg from 'pg'
import { bundles, people, posts, samples, shells } from './collections.ts'
import type { DevEnv } from './env.ts'
import { seed } from './seed.ts'

type AdapterPg = NonNullable<Parameters<typeof postgresAdapter>[0]['pg']>

const here = dirname(fileURLToPath(import.meta.url))

export const devConfig = (env: DevEnv): Config => {
  const address = `http://localhost:${env.APP_PORT}`
  return {
    serverURL: address,
    secret: env.PAYLOAD_SECRET,
    db: postgresAdapter({
      // There are no migrations here: development shapes the database by the config. Projects that go live have some.
      push: true,
      // The adapter brings older types of the same package.
      pg: { ...pg, Pool: ReleasingPool } as unknown as AdapterPg,
      pool: { connectionString: env.DATABASE_URL, max: 5 },
    }),
    collections: [samples, bundles(env.UPLOAD_DIR), posts, people],
    globals: [shells],
    admin: {
      user: 'people',
      avatar: 'default',
      importMap: {
        baseDir: here,
        importMapFile: join(here, 'app/(payload)/admin/importMap.js'),
      },
    },
    graphQL: { disable: true },
    telemetry: false,
    typescript: { autoGenerate: false },
    onInit: seed(env),
    plugins: [
      terminalPlugin({
        collections: { demos: 'samples', archives: 'bundles', projects: 'posts' },
        global: 'shells',
        internalUrl: env.TERMINAL_INTERNAL_URL,
        publicUrl: `ws://localhost:${env.APP_PORT}/terminal/ws`,
        cmsUrl: `http://127.0.0.1:${env.APP_PORT}`,
        origins: [address],
        grantKey: env.TERMINAL_GRANT_KEY,
        openArchive: (_, { filename }) =>
          createReadStream(join(env.UPLOAD_DIR, basename(String(filename)))),
      }),
    ],
  }
}
