// Starts the terminal service: settings, sandbox, projects, server; ends it on a signal.
import { EnvError } from '@shellfolio/runtime/env'
import { onShutdown } from '@shellfolio/runtime/shutdown'
import { readEnv } from './env.ts'
import { openSandboxHost } from './sandbox/host.ts'
import { startServer } from './server.ts'
import { openWorkspaces } from './workspace/store.ts'

const log = (line: string) => process.stdout.write(`terminal-service: ${line}\n`)

const report = (error: unknown) => {
  process.stderr.write(`terminal-service: ${error instanceof Error ? error.stack : error}\n`)
}

const start = async () => {
  const env = readEnv()
  // Projects must be readable for the users that sandboxes run as.
  process.umask(0o022)
  const stateDir = env.TERMINAL_STATE_DIR
  const sandbox = await openSandboxHost({ stateDir, require: env.SANDBOX_REQUIRE })
  const { status } = sandbox
  log(status.available ? `sandbox ready (${status.mode})` : `no sandbox: ${status.reason}`)
  if (!status.available) log(status.remedy)
  const workspaces = await openWorkspaces({
    stateDir,
    host: sandbox,
    archiveOrigins: env.TERMINAL_ARCHIVE_ORIGIN,
  })
  const server = await startServer({
    host: env.TERMINAL_HOST,
    port: env.TERMINAL_PORT,
    grantKey: env.TERMINAL_GRANT_KEY,
    capacity: env.TERMINAL_CAPACITY,
    sandbox,
    workspaces,
    report,
  })
  log(`listening on ${server.url}`)
  onShutdown(async () => {
    // Together: a session that is being started ends when its archive or its build does.
    await Promise.all([server.close(), workspaces.dispose(), sandbox.dispose()])
  })
}

try {
  await start()
} catch (error) {
  process.stderr.write(`${error instanceof EnvError ? error.message : (error as Error).stack}\n`)
  process.exit(1)
}
