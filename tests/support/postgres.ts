// A real Postgres for one test file, with as many empty databases as it asks for. It can be killed, and started again.
import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../scripts/lib/ports.mjs'
import { ensureDatabase, startPostgres } from '../../scripts/lib/postgres.mjs'
import { eventually } from './eventually.ts'
import { below, isRunning } from './fleet/processes.ts'

export type TestPostgres = {
  /** Makes an empty database and answers its address. */
  freshDatabase: () => Promise<string>
  /** SIGKILL to all its processes at once. */
  kill: () => Promise<void>
  /** On the same port, with what was there. */
  startAgain: () => Promise<void>
  /** Ends the server and removes its files. */
  stop: () => Promise<void>
}

/** For what does not have to survive a crash. */
const SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/** `isDurable`: with the settings of production. */
export const startTestPostgres = async ({ isDurable = false } = {}): Promise<TestPostgres> => {
  const folder = await mkdtemp(join(tmpdir(), 'shellfolio-postgres-'))
  // As root, Postgres runs as another user, who must be able to enter.
  await chmod(folder, 0o755)
  const options = {
    folder: join(folder, 'cluster'),
    port: await freePort(),
    password: randomBytes(16).toString('hex'),
    logFile: join(folder, 'postgres.log'),
    settings: isDurable ? {} : SETTINGS,
  }
  let server = await startPostgres(options)
  let databases = 0
  return {
    freshDatabase: async () => {
      databases += 1
      const name = `test_${databases}`
      await ensureDatabase(server.urlOf('postgres'), name)
      return server.urlOf(name)
    },
    kill: async () => {
      const [pid] = (await readFile(join(options.folder, 'postmaster.pid'), 'utf8')).split('\n')
      const pids = [Number(pid), ...below(Number(pid))]
      for (const one of pids) if (isRunning(one)) process.kill(one, 'SIGKILL')
      await eventually('all processes of Postgres are gone', () => !pids.some(isRunning))
    },
    startAgain: async () => {
      server = await startPostgres(options)
    },
    stop: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
