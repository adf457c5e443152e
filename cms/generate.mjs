// Writes what Payload derives from the config: types, the admin's import map, and with `--migration <name>` a migration.
// The plugin's development app has an import map of the same components, which is written along.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const payload = fileURLToPath(new URL('../bin.js', import.meta.resolve('payload')))
const env = {
  ...process.env,
  NODE_ENV: 'production',
  NODE_OPTIONS: '--conditions=production --no-deprecation',
  CMS_GENERATING: '1',
  PAYLOAD_CONFIG_PATH: 'src/payload.config.ts',
  PAYLOAD_DISABLE_DEPENDENCY_CHECKER: 'true',
}

const NO_CHECK = '// @ts-nocheck\n'

const runWith = (more, ...args) => {
  const { status } = spawnSync(process.execPath, [payload, ...args], {
    cwd: import.meta.dirname,
    env: { ...env, ...more },
    stdio: 'inherit',
  })
  if (status !== 0) process.exit(status ?? 1)
}

const run = (...args) => runWith({}, ...args)

/** Nothing is opened: what the development app is told here only has to look right. */
const DEV_APP = {
  PAYLOAD_CONFIG_PATH: '../plugins/terminal/dev/payload.config.ts',
  APP_PORT: '1',
  DATABASE_URL: 'postgres://127.0.0.1:1/none',
  PAYLOAD_SECRET: 'x'.repeat(32),
  TERMINAL_GRANT_KEY: 'x'.repeat(32),
  TERMINAL_INTERNAL_URL: 'http://127.0.0.1:1',
  UPLOAD_DIR: '/tmp',
  FIRST_EMAIL: 'nobody@example.com',
  FIRST_PASSWORD: 'x'.repeat(12),
}

/** Payload's packages bring two copies of drizzle, whose types do not match; what it generates is not ours to check. */
const skipTypeCheck = () => {
  const folder = join(import.meta.dirname, 'src/migrations')
  for (const name of readdirSync(folder).filter((entry) => /^\d.*\.ts$/.test(entry))) {
    const path = join(folder, name)
    const source = readFileSync(path, 'utf8')
    if (source.startsWith(NO_CHECK)) continue
    // Bundlers keep every import that is not marked as a type.
    writeFileSync(path, NO_CHECK + source.replaceAll(/\b(Migrate(?:Up|Down)Args),/g, 'type $1,'))
  }
}

const [flag, name] = process.argv.slice(2)
if (flag === '--migration') {
  run('migrate:create', name ?? 'change', '--skip-empty')
  skipTypeCheck()
} else {
  run('generate:types')
  run('generate:importmap')
  runWith(DEV_APP, 'generate:importmap')
}
