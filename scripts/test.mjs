// `npm test`: installs what the checks need, runs every one of them and closes with what failed and the totals.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from './lib/commands.mjs'
import { areDependenciesCurrent, installDependencies } from './lib/dependencies.mjs'
import { requireSpace } from './lib/disk.mjs'
import { Failure, fail } from './lib/failure.mjs'
import { requireNode } from './lib/node-version.mjs'
import { closingLines, outcomeOfCheck, outcomeOfSuite } from './lib/outcome.mjs'
import { dataDir, ROOT } from './lib/paths.mjs'
import { createSteps } from './lib/steps.mjs'
import {
  FOR_TERMINALS,
  FOR_TESTS,
  installCommand,
  installPackages,
  missingPackages,
} from './lib/system-packages.mjs'

const GIB = 2 ** 30
const OUT = join(ROOT, 'tests/.out')
/** Jest projects in the order in which they run: the cheap ones first. */
const SUITES = ['unit', 'security', 'cms', 'integration', 'alone', 'e2e']
/** Of these two files run at a time. */
const PAIRED = new Set(['unit', 'cms', 'integration'])
const JEST_NODE_OPTIONS = '--experimental-vm-modules --conditions=production --no-deprecation'

const { step, say, elapsed } = createSteps()

const ensureSystemPackages = async () => {
  const missing = missingPackages([...FOR_TERMINALS, ...FOR_TESTS])
  if (missing.length === 0) return
  const isInstalled = await step(`Installing ${missing.join(', ')}`, () => installPackages(missing))
  if (isInstalled === false) {
    throw new Failure(
      `The tests need ${missing.join(', ')}.`,
      `As root, type: ${installCommand(missing)}`,
    )
  }
}

/** One check that passes or fails as a whole; its output is shown as it comes. */
const check = async (title, args) => {
  say(title)
  const { code } = await runCommand(process.execPath, args, { isShown: true })
  return outcomeOfCheck(title, code === 0)
}

const resultIn = (outputFile) => {
  try {
    return JSON.parse(readFileSync(outputFile, 'utf8'))
  } catch {
    return undefined
  }
}

/** One Jest project; its output is shown as it comes. */
const suite = async (name) => {
  say(`Tests: ${name}`)
  const outputFile = join(OUT, `${name}.json`)
  await runCommand(
    process.execPath,
    [
      join(ROOT, 'node_modules/jest/bin/jest.js'),
      `--selectProjects=${name}`,
      '--ci',
      '--json',
      `--outputFile=${outputFile}`,
      ...(PAIRED.has(name) ? ['--maxWorkers=2'] : ['--runInBand']),
    ],
    { isShown: true, env: { NODE_OPTIONS: JEST_NODE_OPTIONS, NODE_ENV: 'test' } },
  )
  return outcomeOfSuite(name, resultIn(outputFile), ROOT)
}

const main = async () => {
  requireNode()
  const isFirst = !areDependenciesCurrent()
  requireSpace(ROOT, (isFirst ? 3 : 1) * GIB, 'the test run')
  if (isFirst) await step('Installing dependencies', installDependencies)
  await ensureSystemPackages()
  dataDir()
  rmSync(OUT, { recursive: true, force: true })
  mkdirSync(OUT, { recursive: true })

  const outcomes = [
    await check('Biome: format and lint', ['node_modules/@biomejs/biome/bin/biome', 'ci', '.']),
    await check('TypeScript', ['node_modules/typescript/bin/tsc', '--noEmit']),
  ]
  const { buildOne, outdatedBuilds } = await import('./lib/builds.mjs')
  for (const name of outdatedBuilds()) await step(`Building ${name}`, () => buildOne(name))
  const wanted = process.argv.slice(2)
  const suites = wanted.length > 0 ? SUITES.filter((name) => wanted.includes(name)) : SUITES
  for (const name of suites) outcomes.push(await suite(name))

  say(`Done after ${(elapsed() / 60_000).toFixed(1)} min.`)
  for (const line of closingLines(outcomes)) console.log(line)
  process.exit(outcomes.every((outcome) => outcome.failed === 0) ? 0 : 1)
}

main().catch(fail)
