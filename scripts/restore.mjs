// `npm run restore -- file [--replace]`: what a backup holds, into an empty database or in place of what is there.
import { Failure, fail } from './lib/failure.mjs'
import { fromHere, runProgram } from './lib/program.mjs'

const restore = async ([path, ...flags]) => {
  if (!path || flags.some((flag) => flag !== '--replace')) {
    throw new Failure('Say which backup: npm run restore -- file.tar [--replace]')
  }
  await runProgram('Restoring a backup', 'backup', ['restore', fromHere(path), ...flags])
}

restore(process.argv.slice(2)).catch(fail)
