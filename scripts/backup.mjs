// `npm run backup [-- file]`: database, media and archives in one file, checksummed; works beside a running `npm start`.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fail } from './lib/failure.mjs'
import { dataDir } from './lib/paths.mjs'
import { fromHere, runProgram } from './lib/program.mjs'

const inDataDir = () => {
  const folder = join(dataDir(), 'backups')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return join(folder, `${new Date().toISOString().replaceAll(':', '-').slice(0, 19)}.tar`)
}

const [path] = process.argv.slice(2)
runProgram('Writing a backup', 'backup', ['backup', path ? fromHere(path) : inDataDir()]).catch(
  fail,
)
