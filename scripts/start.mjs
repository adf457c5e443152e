// `npm start` and `npm run dev`: from a fresh clone to three running servers, one visible step after the other.
import { areDependenciesCurrent, installDependencies } from './lib/dependencies.mjs'
import { requireSpace } from './lib/disk.mjs'
import { loadDotEnv } from './lib/dot-env.mjs'
import { fail } from './lib/failure.mjs'
import { requireNode } from './lib/node-version.mjs'
import { dataDir, ROOT } from './lib/paths.mjs'
import { createSteps } from './lib/steps.mjs'
import {
  FOR_TERMINALS,
  installCommand,
  installPackages,
  missingPackages,
} from './lib/system-packages.mjs'
import { terminalLine } from './lib/terminal-line.mjs'

const GIB = 2 ** 30
/** node_modules, the builds and their caches on a first start. */
const FIRST_START_BYTES = 3 * GIB
const LATER_START_BYTES = 0.3 * GIB

const isDev = process.argv.includes('--dev')
const { step, say, elapsed } = createSteps()

const ensureSystemPackages = async () => {
  const missing = missingPackages(FOR_TERMINALS)
  if (missing.length === 0) return
  const isInstalled = await step(`Installing ${missing.join(', ')}`, () => installPackages(missing))
  if (isInstalled !== false) return
  say('Terminals stay off until these are installed. As root, type:')
  say(`  ${installCommand(missing)}`)
}

const build = async () => {
  const { buildForDevelopment, buildOne, outdatedBuilds } = await import('./lib/builds.mjs')
  if (isDev) {
    await step('Building the set-up program', buildForDevelopment)
    return
  }
  for (const name of outdatedBuilds()) await step(`Building ${name}`, () => buildOne(name))
}

const showAddresses = async (addresses, secrets) => {
  const email = process.env.OWNER_EMAIL || 'owner@example.com'
  const password = process.env.OWNER_PASSWORD || secrets.ownerPassword
  const lines = [
    '',
    `  Site       http://localhost:${addresses.sitePort}`,
    `  CMS        http://localhost:${addresses.cmsPort}/admin`,
    `             first login: ${email}  ${password}`,
    `  Terminals  http://127.0.0.1:${addresses.terminalPort}/healthz  ${await terminalLine(addresses.terminalPort)}`,
    '',
    `  Ready after ${(elapsed() / 1000).toFixed(1)} s. Ctrl-C stops everything.`,
    '',
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

const main = async () => {
  requireNode()
  loadDotEnv()
  const folder = dataDir()
  const isFirst = !areDependenciesCurrent()
  requireSpace(ROOT, isFirst ? FIRST_START_BYTES : LATER_START_BYTES, 'Shellfolio')
  if (isFirst) await step('Installing dependencies', installDependencies)
  await ensureSystemPackages()

  const { createStack } = await import('./lib/stack.mjs')
  const { addressesFromEnv } = await import('./lib/settings.mjs')
  const addresses = addressesFromEnv()
  let isStopping = false
  const stack = createStack({
    folder,
    addresses,
    step,
    isDev,
    onUnexpectedEnd: ({ name, logFile }) => {
      say(`The ${name} ended unexpectedly; its log is ${logFile}.`)
      void stop(1)
    },
  })
  const stop = async (code) => {
    if (isStopping) return
    isStopping = true
    await step('Stopping', () => stack.stop())
    process.exit(code)
  }
  process.on('SIGINT', () => void stop(0))
  process.on('SIGTERM', () => void stop(0))

  try {
    const ended = await stack.endOld()
    if (ended > 0) say(`Ended ${ended} servers that an earlier start had left running.`)
    await stack.checkPorts()
    await step('Starting the database', () => stack.startDatabase())
    await build()
    await stack.setUp()
    await stack.startServers()
    await showAddresses(addresses, stack.secrets)
  } catch (error) {
    if (isStopping) return
    isStopping = true
    await stack.stop()
    throw error
  }
}

main().catch(fail)
