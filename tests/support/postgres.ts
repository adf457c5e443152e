// A real Postgres for one test file, with as many empty databases as it asks for. It can be killed, and started again.
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { freePort } from '../../scripts/lib/ports.mjs'
import { startPostgres } from '../../scripts/lib/postgres.mjs'
import { CLUSTER_PARTS, FORGETFUL, MIGRATED } from './cluster.mjs'
import { eventually } from './eventually.ts'
import { below, isRunning } from './fleet/processes.ts'

export type TestPostgres = {
  /** Makes an empty database and answers its address. */
  freshDatabase: () => Promise<string>
  /** One of the current schema, without a row; outside Jest it is empty. Answers its address. */
  migratedDatabase: () => Promise<string>
  /** SIGKILL to all its processes at once. */
  kill: () => Promise<void>
  /** On the same port, with what was there. */
  startAgain: () => Promise<void>
  /** Ends the server and removes its files. */
  stop: () => Promise<void>
}

/** Lays the cluster that cluster-setup.mjs made into `folder`, if it made one. Answers the password. */
const unpack = async (folder: string): Promise<string> => {
  const file = process.env.TEST_CLUSTER
  if (file === undefined) return randomBytes(16).toString('hex')
  await promisify(execFile)('tar', ['-xpf', file, '-C', folder])
  return readFile(join(folder, CLUSTER_PARTS.password), 'utf8')
}

/** `isDurable`: with the settings of production. */
export const startTestPostgres = async ({ isDurable = false } = {}): Promise<TestPostgres> => {
  const folder = await mkdtemp(join(tmpdir(), 'shellfolio-postgres-'))
  // As root, Postgres runs as another user, who must be able to enter.
  await chmod(folder, 0o755)
  const options = {
    folder: join(folder, CLUSTER_PARTS.cluster),
    port: await freePort(),
    password: await unpack(folder),
    logFile: join(folder, 'postgres.log'),
    settings: isDurable ? {} : FORGETFUL,
  }
  let server = await startPostgres(options)
  let databases = 0
  const create = async (template: string) => {
    databases += 1
    const name = `test_${databases}`
    const client = new pg.Client({ connectionString: server.urlOf('postgres') })
    await client.connect()
    try {
      await client.query(`create database ${name} template ${template}`)
    } finally {
      await client.end()
    }
    return server.urlOf(name)
  }
  return {
    freshDatabase: () => create('template1'),
    migratedDatabase: () => create(process.env.TEST_CLUSTER ? MIGRATED : 'template1'),
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
