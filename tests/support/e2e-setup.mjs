// Starts one whole system on free ports for all browser tests, with data of its own in a temporary folder.
import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../scripts/lib/ports.mjs'
import { createStack } from '../../scripts/lib/stack.mjs'

const LOOPBACK = '127.0.0.1'
/** Tests launch far more terminals from one address than a visitor would. */
const ENV = {}

export default async function startStack() {
  // Postgres and the sandboxes run as other users, which must be able to enter.
  const folder = mkdtempSync(join(tmpdir(), 'shellfolio-e2e-'))
  chmodSync(folder, 0o755)
  const [sitePort, cmsPort, terminalPort, postgresPort] = [
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
  ]
  const addresses = {
    siteHost: LOOPBACK,
    cmsHost: LOOPBACK,
    sitePort,
    cmsPort,
    terminalPort,
    postgresPort,
  }
  const stack = createStack({
    folder,
    addresses,
    isDev: false,
    isIsolated: true,
    env: ENV,
    step: (_title, work) => work(),
    onUnexpectedEnd: ({ name, logFile }) =>
      process.stderr.write(`The ${name} ended during the tests; see ${logFile}.\n`),
  })
  globalThis.shellfolioStack = { stack, folder }
  await stack.startDatabase()
  await stack.setUp()
  await stack.startServers()
  const { cms } = stack.settings()
  process.env.E2E_STACK = JSON.stringify({
    siteUrl: cms.SITE_URL,
    cmsUrl: cms.CMS_URL,
    terminalUrl: `http://${LOOPBACK}:${terminalPort}`,
    terminalGrantKey: cms.TERMINAL_GRANT_KEY,
    ownerEmail: cms.OWNER_EMAIL,
    ownerPassword: cms.OWNER_PASSWORD,
    folder,
    root: cms.SHELLFOLIO_ROOT,
  })
}
