// `npm run dev -w plugins/terminal`: database, terminal service and the development app, with one Ctrl-C for all.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fail } from '../../../scripts/lib/failure.mjs'
import { TERMINAL_NODE_FLAGS } from '../../../scripts/lib/node-flags.mjs'
import { requireNode } from '../../../scripts/lib/node-version.mjs'
import { dataDir, ROOT } from '../../../scripts/lib/paths.mjs'
import { requirePorts } from '../../../scripts/lib/ports.mjs'
import { ensureDatabase, startPostgres } from '../../../scripts/lib/postgres.mjs'
import { createProcesses, endLeftovers } from '../../../scripts/lib/processes.mjs'
import { loadSecrets } from '../../../scripts/lib/secrets.mjs'
import { createSteps } from '../../../scripts/lib/steps.mjs'
import { terminalLine } from '../../../scripts/lib/terminal-line.mjs'
import { tsx } from '../../../scripts/lib/tsx.mjs'

const LOOPBACK = '127.0.0.1'
const COMMAND = 'npm run dev -w plugins/terminal'
const DATABASE = 'plugin_dev'
const FIRST_EMAIL = 'someone@example.com'
/** How long a server may take to answer; Next compiles first, in milliseconds. */
const TIMEOUT_MS = 180_000

const port = (name, fallback) => Number(process.env[name] || fallback)
const ports = {
  app: port('APP_PORT', 3100),
  terminal: port('TERMINAL_PORT', 3101),
  postgres: port('POSTGRES_PORT', 3102),
}

const folderFor = (...names) => {
  const folder = join(dataDir(), 'plugin-dev', ...names)
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  return folder
}

const settingsFor = ({ folder, secrets, databaseUrl }) => {
  const shared = {
    SHELLFOLIO_ROOT: ROOT,
    NODE_ENV: 'development',
    NEXT_TELEMETRY_DISABLED: '1',
    NODE_OPTIONS: '',
    TERMINAL_GRANT_KEY: secrets.terminalGrantKey,
  }
  const terminal = {
    TERMINAL_HOST: LOOPBACK,
    TERMINAL_PORT: String(ports.terminal),
    TERMINAL_STATE_DIR: join(folder, 'terminal'),
    TERMINAL_ARCHIVE_ORIGIN: `http://${LOOPBACK}:${ports.app}`,
  }
  const app = {
    APP_PORT: String(ports.app),
    DATABASE_URL: databaseUrl,
    PAYLOAD_SECRET: secrets.payloadSecret,
    TERMINAL_INTERNAL_URL: `http://${LOOPBACK}:${ports.terminal}`,
    UPLOAD_DIR: join(folder, 'uploads'),
    FIRST_EMAIL,
    FIRST_PASSWORD: secrets.ownerPassword,
  }
  return {
    terminal: { ...process.env, ...shared, ...terminal },
    app: { ...process.env, ...shared, ...app },
  }
}

const addressesOf = async (secrets) => {
  const site = `http://localhost:${ports.app}`
  return [
    '',
    `  Page       ${site}/`,
    `  Admin      ${site}/admin`,
    `             first login: ${FIRST_EMAIL}  ${secrets.ownerPassword}`,
    `  Terminals  http://${LOOPBACK}:${ports.terminal}/healthz  ${await terminalLine(ports.terminal)}`,
    '',
    '  Ctrl-C stops everything.',
    '',
    '',
  ].join('\n')
}

const main = async () => {
  requireNode()
  const { step, say } = createSteps()
  const folder = folderFor()
  const logDir = folderFor('logs')
  const runFile = join(folder, 'running.json')
  const secrets = loadSecrets(folder)
  let postgres
  let isStopping = false
  const processes = createProcesses({
    logDir,
    runFile,
    onUnexpectedEnd: ({ name, logFile }) => {
      say(`The ${name} ended unexpectedly; its log is ${logFile}.`)
      void stop(1)
    },
  })
  const end = async () => {
    await processes.stop()
    await postgres?.stop()
  }
  const stop = async (code) => {
    if (isStopping) return
    isStopping = true
    await step('Stopping', end)
    process.exit(code)
  }
  process.on('SIGINT', () => void stop(0))
  process.on('SIGTERM', () => void stop(0))

  const startServer = (name, { cwd, args, env, port, path }) =>
    step(`Starting the ${name}`, async () => {
      const healthUrl = `http://${LOOPBACK}:${port}${path}`
      await processes.start({ name, args, cwd, env, healthUrl, timeoutMs: TIMEOUT_MS })
    })

  try {
    const ended = await endLeftovers(runFile)
    if (ended > 0) say(`Ended ${ended} servers that an earlier start had left running.`)
    await requirePorts(
      [
        { what: 'the app', port: ports.app, host: LOOPBACK, variable: 'APP_PORT' },
        { what: 'the terminals', port: ports.terminal, host: LOOPBACK, variable: 'TERMINAL_PORT' },
      ],
      COMMAND,
    )
    await step('Starting the database', async () => {
      postgres = await startPostgres({
        folder: join(folder, 'postgres'),
        port: ports.postgres,
        password: secrets.postgresPassword,
        logFile: join(logDir, 'postgres.log'),
      })
      await ensureDatabase(postgres.urlOf('postgres'), DATABASE)
    })
    const settings = settingsFor({ folder, secrets, databaseUrl: postgres.urlOf(DATABASE) })
    await startServer('terminal', {
      cwd: join(ROOT, 'terminal-service'),
      args: [...TERMINAL_NODE_FLAGS, ...tsx('src/main.ts')],
      env: settings.terminal,
      port: ports.terminal,
      path: '/healthz',
    })
    await startServer('app', {
      cwd: import.meta.dirname,
      args: tsx('server.ts'),
      env: settings.app,
      port: ports.app,
      // Compiles the API as well: the first visitor would not wait for that.
      path: '/api/terminal/status',
    })
    process.stdout.write(await addressesOf(secrets))
  } catch (error) {
    if (isStopping) return
    isStopping = true
    await end()
    throw error
  }
}

main().catch(fail)
