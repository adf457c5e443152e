// The whole system on this machine: database, terminal service, CMS and site, started and stopped in order.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { TERMINAL_NODE_FLAGS } from './node-flags.mjs'
import { ROOT } from './paths.mjs'
import { requirePorts } from './ports.mjs'
import { ensureDatabase, startPostgres } from './postgres.mjs'
import { createProcesses, endLeftovers } from './processes.mjs'
import { loadSecrets } from './secrets.mjs'
import { settingsFor } from './settings.mjs'
import { pendingSetup, runSetup } from './setup.mjs'
import { tsx } from './tsx.mjs'

const DATABASE = 'shellfolio'
/** How long a built server may take to answer; development compiles on the first request. */
const HEALTH_TIMEOUT_MS = 60_000
const DEV_HEALTH_TIMEOUT_MS = 180_000

/** Programs of each process: the build in production, sources under a watcher in development. */
const commands = (isDev) => ({
  terminal: {
    cwd: 'terminal-service',
    args: isDev ? tsx('watch', 'src/main.ts') : [...TERMINAL_NODE_FLAGS, 'dist/main.mjs'],
  },
  cms: { cwd: 'cms', args: isDev ? tsx('server.ts') : ['dist/server.mjs'] },
  site: { cwd: 'frontend', args: isDev ? tsx('server.ts') : ['dist/server.mjs'] },
})

/**
 * Owner of one stack with its data in `folder`.
 * `step(title, work)` reports progress; `onUnexpectedEnd` hears of a server that died.
 * `isIsolated`: take nothing but PATH and the like from the surrounding environment (tests).
 */
export const createStack = ({
  folder,
  addresses,
  step,
  isDev,
  isIsolated,
  onUnexpectedEnd,
  env = {},
}) => {
  const logDir = join(folder, 'logs')
  const runFile = join(folder, 'running.json')
  mkdirSync(logDir, { recursive: true })
  const secrets = loadSecrets(folder)
  const processes = createProcesses({ logDir, runFile, onUnexpectedEnd, isEchoing: isDev })
  const ownDatabase = isIsolated || !process.env.DATABASE_URL
  let postgres
  let settings

  const endOld = () => endLeftovers(runFile)

  const checkPorts = () => {
    const { siteHost, sitePort, cmsHost, cmsPort, terminalPort } = addresses
    const loopback = '127.0.0.1'
    return requirePorts([
      { what: 'the site', port: sitePort, host: siteHost, variable: 'SITE_PORT' },
      { what: 'the CMS', port: cmsPort, host: cmsHost, variable: 'CMS_PORT' },
      {
        what: 'the terminal service',
        port: terminalPort,
        host: loopback,
        variable: 'TERMINAL_PORT',
      },
    ])
  }

  const startDatabase = async () => {
    let databaseUrl = process.env.DATABASE_URL
    if (ownDatabase) {
      postgres = await startPostgres({
        folder: join(folder, 'postgres'),
        port: addresses.postgresPort,
        password: secrets.postgresPassword,
        logFile: join(logDir, 'postgres.log'),
      })
      databaseUrl = postgres.urlOf(DATABASE)
      await ensureDatabase(postgres.urlOf('postgres'), DATABASE)
    }
    const made = settingsFor({ addresses, secrets, databaseUrl, folder, isDev, isIsolated })
    settings = {
      site: { ...made.site, ...env },
      cms: { ...made.cms, ...env },
      terminal: { ...made.terminal, ...env },
    }
    return ownDatabase ? 'embedded' : 'DATABASE_URL'
  }

  const setUp = async () => {
    const pending = await pendingSetup({ folder, databaseUrl: settings.cms.DATABASE_URL })
    if (!pending.migrate && !pending.seed) return
    const title = pending.seed ? 'Migrating and filling the database' : 'Migrating the database'
    await step(title, async () => {
      await runSetup({
        folder,
        env: { ...settings.cms, NODE_ENV: 'production' },
        seed: pending.seed,
      })
    })
  }

  const startServers = async () => {
    const programs = commands(isDev)
    const healthOf = {
      terminal: addresses.terminalPort,
      cms: addresses.cmsPort,
      site: addresses.sitePort,
    }
    for (const [name, { cwd, args }] of Object.entries(programs)) {
      await step(`Starting the ${name}`, async () => {
        await processes.start({
          name,
          args,
          cwd: join(ROOT, cwd),
          env: settings[name],
          healthUrl: `http://127.0.0.1:${healthOf[name]}/healthz`,
          timeoutMs: isDev ? DEV_HEALTH_TIMEOUT_MS : HEALTH_TIMEOUT_MS,
        })
      })
    }
  }

  const stopDatabase = async () => {
    await postgres?.stop()
    postgres = undefined
  }

  const stop = async () => {
    await processes.stop()
    await stopDatabase()
  }

  return {
    secrets,
    logDir,
    endOld,
    checkPorts,
    startDatabase,
    setUp,
    startServers,
    stop,
    stopDatabase,
    /** Whether the database was running already: then another start owns it. */
    isDatabaseAdopted: () => postgres?.isAdopted ?? false,
    settings: () => settings,
  }
}
