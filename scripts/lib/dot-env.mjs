// Settings that somebody wrote into .env; what is set already wins.
import { join } from 'node:path'
import { Failure } from './failure.mjs'
import { ROOT } from './paths.mjs'

export const loadDotEnv = () => {
  try {
    process.loadEnvFile(join(ROOT, '.env'))
  } catch (error) {
    if (error.code !== 'ENOENT') throw new Failure(`.env cannot be read: ${error.message}`)
  }
}
