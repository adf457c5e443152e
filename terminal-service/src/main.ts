// Starts the terminal service: settings, sandbox, projects, server; ends it on a signal.
import { randomUUID } from 'node:crypto'
import { MAX_ANNOUNCED_WORKSPACES } from '@shellfolio/protocol'
import { EnvError } from '@shellfolio/runtime/env'
import { onShutdown } from '@shellfolio/runtime/shutdown'
import { readEnv } from './env.ts'
import { startAnnouncer } from './fleet/announcer.ts'
import { createLog } from './log.ts'
import { createMetrics } from './metrics.ts'
import { openRecordings } from './recording/store.ts'
import { openSandboxHost } from './sandbox/host.ts'
import { startServer } from './server.ts'
import { openWorkspaces } from './workspace/store.ts'

const start = async () => {
  const env = readEnv()
  const log = createLog({ level: env.LOG_LEVEL })
  // Projects must be readable for the users that sandboxes run as.
  process.umask(0o022)
  const stateDir = env.TERMINAL_STATE_DIR
  const sandbox = await openSandboxHost({
    stateDir,
    require: env.SANDBOX_REQUIRE,
    root: env.TERMINAL_ROOT,
  })
  const { status } = sandbox
  if (status.available) log.note(`sandbox ready (${status.mode})`)
  else log.warn(`no sandbox: ${status.reason} ${status.remedy}`)
  const workspaces = await openWorkspaces({
    stateDir,
    host: sandbox,
    archiveOrigins: env.TERMINAL_ARCHIVE_ORIGIN,
    onMade: (made) => log.session('build ended', made),
  })
  const recordings = await openRecordings({ stateDir, report: log.fault })
  const metrics = createMetrics()
  const epoch = randomUUID()
  const server = await startServer({
    epoch,
    host: env.TERMINAL_HOST,
    port: env.TERMINAL_PORT,
    grantKey: env.TERMINAL_GRANT_KEY,
    capacity: env.TERMINAL_CAPACITY,
    stateDir,
    sandbox,
    workspaces,
    recordings,
    metrics,
    log,
  })
  log.note(`listening on ${server.url}`)
  const to = env.TERMINAL_ANNOUNCE_URL
  const announcer = to
    ? startAnnouncer({
        to,
        id: epoch,
        url: env.TERMINAL_ADVERTISED_URL,
        grantKey: env.TERMINAL_GRANT_KEY,
        log,
        facts: () => ({
          capacity: server.capacity,
          running: server.sessions,
          draining: server.draining,
          ...(status.available ? { sandbox: status.mode } : {}),
          workspaces: workspaces.recent(MAX_ANNOUNCED_WORKSPACES),
        }),
      })
    : undefined
  onShutdown(async () => {
    // Together: a session that is being started ends when its archive or its build does.
    await Promise.all([announcer?.close(), server.close(), workspaces.dispose(), sandbox.dispose()])
    await recordings.dispose()
    metrics.dispose()
  })
}

try {
  await start()
} catch (error) {
  process.stderr.write(`${error instanceof EnvError ? error.message : (error as Error).stack}\n`)
  process.exit(1)
}
