// `npm run import -- fixtures.json [more.json] [--files folder] [--dry-run] [--publish] [--overwrite] [--report file]`: what a
// former system exported, into the database; works beside a running `npm start`.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runCommand } from './lib/commands.mjs'
import { Failure, fail } from './lib/failure.mjs'
import { ROOT } from './lib/paths.mjs'
import { fromHere, withDatabase } from './lib/program.mjs'

const readArguments = () => {
  const flag = { type: 'boolean', default: false }
  const options = {
    files: { type: 'string' },
    report: { type: 'string' },
    'dry-run': flag,
    publish: flag,
    overwrite: flag,
  }
  const { values, positionals } = parseArgs({ allowPositionals: true, options })
  if (positionals.length === 0)
    throw new Failure('Say which files: npm run import -- fixtures.json [--dry-run]')
  const paths = ['files', 'report'].flatMap((name) =>
    values[name] ? [`--${name}`, fromHere(values[name])] : [],
  )
  const flags = ['dry-run', 'publish', 'overwrite']
    .filter((name) => values[name])
    .map((name) => `--${name}`)
  return [...positionals.map(fromHere), ...paths, ...flags]
}

/** A row that is refused makes the whole fail, but each row has its line: they are shown as they come. */
const importAll = async (args) => {
  process.exitCode = await withDatabase(async ({ env }) => {
    const program = ['--conditions=production', 'dist/import.mjs', ...args]
    const options = { cwd: join(ROOT, 'cms'), env, isShown: true }
    return (await runCommand(process.execPath, program, options)).code
  })
}

try {
  await importAll(readArguments())
} catch (error) {
  fail(String(error?.code).startsWith('ERR_PARSE_ARGS') ? new Failure(error.message) : error)
}
