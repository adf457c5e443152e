// node_modules as the lock file wants it. Runs before anything is installed, so it needs Node and npm alone.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { mustRun } from './commands.mjs'
import { ROOT } from './paths.mjs'

const MARKER = join(ROOT, 'node_modules/.shellfolio-lock')

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex')

export const areDependenciesCurrent = () =>
  existsSync(MARKER) && readFileSync(MARKER, 'utf8') === lockHash()

/**
 * Installs what package-lock.json names and leaves that file as it is. Not `npm ci`: it refuses a lock file that was
 * written where only some platforms' optional packages could be resolved.
 */
export const installDependencies = async () => {
  await mustRun('npm install', 'npm', [
    'install',
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--include=dev',
  ])
  writeFileSync(MARKER, lockHash())
}
