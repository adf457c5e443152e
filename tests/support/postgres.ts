// A real Postgres for one test file, with as many empty databases as it asks for.
import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../scripts/lib/ports.mjs'
import { ensureDatabase, startPostgres } from '../../scripts/lib/postgres.mjs'

export type TestPostgres = {
  /** Makes an empty database and answers its address. */
  freshDatabase: () => Promise<string>
  /** Ends the server and removes its files. */
  stop: () => Promise<void>
}

/** Nothing here has to survive a crash. */
const SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

export const startTestPostgres = async (): Promise<TestPostgres> => {
  const folder = await mkdtemp(join(tmpdir(), 'shellfolio-postgres-'))
  // As root, Postgres runs as another user, who must be able to enter.
  await chmod(folder, 0o755)
  const server = await startPostgres({
    folder: join(folder, 'cluster'),
    port: await freePort(),
    password: randomBytes(16).toString('hex'),
    logFile: join(folder, 'postgres.log'),
    settings: SETTINGS,
  })
  let databases = 0
  return {
    freshDatabase: async () => {
      databases += 1
      const name = `test_${databases}`
      await ensureDatabase(server.urlOf('postgres'), name)
      return server.urlOf(name)
    },
    stop: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
