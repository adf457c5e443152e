// Writes what Payload derives from the config: types, the admin's import map, and with `--migration <name>` a migration.
import { spawnSync } from 'node:child_process'
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

const run = (...args) => {
  const { status } = spawnSync(process.execPath, [payload, ...args], {
    cwd: import.meta.dirname,
    env,
    stdio: 'inherit',
  })
  if (status !== 0) process.exit(status ?? 1)
}

const [flag, name] = process.argv.slice(2)
if (flag === '--migration') run('migrate:create', name ?? 'change', '--skip-empty')
else {
  run('generate:types')
  run('generate:importmap')
}
