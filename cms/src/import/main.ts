// One-shot program: `import <file…> [--files folder] [--dry-run] [--publish] [--overwrite] [--report file]`. It ends with 1
// if a row was refused.
import { readFile, stat, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { getPayload } from 'payload'
import { closePayload } from '../close-payload.ts'
import { cmsEnv } from '../env.ts'
import { IMPORT } from '../limits.ts'
import { withSetupLock } from '../lock.ts'
import { rowText, totalsText } from './report.ts'
import { RowsError } from './rows.ts'
import { type ImportOptions, runImport } from './run.ts'

const readArguments = () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      files: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      publish: { type: 'boolean', default: false },
      overwrite: { type: 'boolean', default: false },
      report: { type: 'string' },
    },
  })
  if (positionals.length === 0)
    throw new RowsError('Say which files: import fixtures.json [more.json]')
  const options: ImportOptions = {
    isDry: values['dry-run'],
    isPublishing: values.publish,
    isOverwriting: values.overwrite,
    onRow: (row) => console.log(rowText(row)),
    ...(values.files === undefined ? {} : { folder: values.files }),
  }
  return { paths: positionals, options, reportPath: values.report }
}

const readExport = async (path: string) => {
  const about = await stat(path).catch(() => undefined)
  if (!about?.isFile()) throw new RowsError(`${path} is no file.`)
  if (about.size > IMPORT.maxFileBytes)
    throw new RowsError(`${path} is larger than ${IMPORT.maxFileBytes} bytes.`)
  return { name: basename(path), text: await readFile(path, 'utf8') }
}

const run = async () => {
  const { paths, options, reportPath } = readArguments()
  const { DATABASE_URL } = cmsEnv()
  const exported = await Promise.all(paths.map(readExport))
  // Two imports at once would not see what the other one makes.
  await withSetupLock(DATABASE_URL, async () => {
    const { default: config } = await import('../payload.config.ts')
    const payload = await getPayload({ config })
    try {
      const report = await runImport(payload, exported, options)
      if (reportPath !== undefined)
        await writeFile(reportPath, `${JSON.stringify(report, null, 2)}\n`)
      console.log(totalsText(report))
      if (report.totals.refused > 0) process.exitCode = 1
    } finally {
      await closePayload(payload)
    }
  })
}

const isOfArguments = (error: Error): boolean =>
  'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')

try {
  await run()
} catch (error) {
  const isTold =
    error instanceof Error &&
    (['EnvError', 'RowsError'].includes(error.name) || isOfArguments(error))
  console.error(isTold ? error.message : error)
  process.exitCode = 1
}
