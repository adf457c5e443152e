// Starts one whole system on free ports for all browser tests, with data of its own in a temporary folder.
import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../scripts/lib/ports.mjs'
import { createStack } from '../../scripts/lib/stack.mjs'

const LOOPBACK = '127.0.0.1'
/** Tests launch far more terminals from one address than a visitor would, and do not use every ticket. */
const ADDRESS_SESSIONS = 100

const JSON_BODY = { 'content-type': 'application/json' }

const allowManySessions = async ({ CMS_URL, OWNER_EMAIL: email, OWNER_PASSWORD: password }) => {
  const send = async (path, body, headers = {}) => {
    const response = await fetch(`${CMS_URL}/api${path}`, {
      method: 'POST',
      headers: { ...JSON_BODY, ...headers },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${path} was answered with ${response.status}.`)
    return response.json()
  }
  const { token } = await send('/users/login', { email, password })
  const settings = { maxSessionsPerAddress: ADDRESS_SESSIONS }
  await send('/globals/terminal', settings, { authorization: `JWT ${token}` })
}

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
    step: (_title, work) => work(),
    onUnexpectedEnd: ({ name, logFile }) =>
      process.stderr.write(`The ${name} ended during the tests; see ${logFile}.\n`),
  })
  globalThis.shellfolioStack = { stack, folder }
  await stack.startDatabase()
  await stack.setUp()
  await stack.startServers()
  const { cms } = stack.settings()
  await allowManySessions(cms)
  process.env.E2E_STACK = JSON.stringify({
    siteUrl: cms.SITE_URL,
    cmsUrl: cms.CMS_URL,
    terminalUrl: `http://${LOOPBACK}:${terminalPort}`,
    terminalGrantKey: cms.TERMINAL_GRANT_KEY,
    ownerEmail: cms.OWNER_EMAIL,
    ownerPassword: cms.OWNER_PASSWORD,
    folder,
    root: cms.SHELLFOLIO_ROOT,
    cmsEnv: cms,
  })
}
