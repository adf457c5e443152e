// Builds what is not built yet: each application remembers a hash of the sources that its build was made from.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { mustRun } from './commands.mjs'
import { ROOT } from './paths.mjs'

const SKIPPED = new Set([
  'node_modules',
  'dist',
  '.next',
  '_islands',
  'dev',
  'testing',
  'projects',
  'images',
])
const isSource = (name) => !/\.(test\.tsx?|md)$|^next-env\.d\.ts$|\.generated\.json$/.test(name)

/** What each build reads; a change in one of these folders makes it out of date. */
const BUILDS = [
  {
    name: 'terminal-service',
    sources: ['terminal-service', 'scripts/runtime'],
  },
  {
    name: 'cms',
    sources: ['cms', 'plugins/terminal', 'terminal-service', 'scripts/runtime', 'seed'],
  },
  {
    name: 'frontend',
    sources: ['frontend', 'plugins/terminal', 'terminal-service/protocol', 'scripts/runtime'],
  },
]

const filesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : filesIn(path)
      return entry.isFile() && isSource(entry.name) ? [path] : []
    })

const hashOf = ({ sources }) => {
  const hash = createHash('sha256')
  const files = [
    ...sources.flatMap((source) => filesIn(join(ROOT, source))),
    join(ROOT, 'package-lock.json'),
    join(ROOT, 'tsconfig.base.json'),
  ]
  for (const file of files) hash.update(file.slice(ROOT.length)).update(readFileSync(file))
  return hash.digest('hex')
}

const markerOf = ({ name }) => join(ROOT, name, 'dist/.built')

const isBuilt = (build) => {
  const marker = markerOf(build)
  return existsSync(marker) && readFileSync(marker, 'utf8') === hashOf(build)
}

/** Names of the applications whose build is missing or older than their sources. */
export const outdatedBuilds = () =>
  BUILDS.filter((build) => !isBuilt(build)).map(({ name }) => name)

const runBuild = (name, args = []) =>
  mustRun(`Building ${name}`, process.execPath, ['build.mjs', ...args], {
    cwd: join(ROOT, name),
    env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', NODE_OPTIONS: '' },
  })

/** Builds one application. Its marker is written last, so that a build cut short is not taken for one. */
export const buildOne = async (name) => {
  const build = BUILDS.find((entry) => entry.name === name)
  rmSync(markerOf(build), { force: true })
  const hash = hashOf(build)
  await runBuild(name)
  writeFileSync(markerOf(build), hash)
}

/** Builds what development needs besides its watchers: the program that migrates and seeds. Takes a second. */
export const buildForDevelopment = () => {
  rmSync(markerOf({ name: 'cms' }), { force: true })
  return runBuild('cms', ['--programs'])
}
