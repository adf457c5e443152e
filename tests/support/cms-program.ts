// One of the CMS's one-shot programs, made from its sources, as a process of its own on a database of the test's.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { bundleOf } from './bundled.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const DEADLINE_MS = 60_000

export type Ended = { code: number | null; output: string; errors: string }

const key = () => randomBytes(32).toString('hex')

/** Settings that such a program needs and a test does not care for. */
export const programSettings = () => ({
  NODE_ENV: 'production' as const,
  PAYLOAD_DISABLE_DEPENDENCY_CHECKER: 'true',
  CMS_URL: 'http://cms.example',
  CMS_INTERNAL_URL: 'http://cms.example',
  SITE_URL: 'http://site.example',
  SITE_INTERNAL_URL: 'http://127.0.0.1:9',
  PAYLOAD_SECRET: key(),
  WEBHOOK_KEY: key(),
  TERMINAL_GRANT_KEY: key(),
  TERMINAL_INTERNAL_URL: 'http://127.0.0.1:9',
})

/** `script`: a path inside the repository. Resolves when it has ended; after a minute it is ended. */
export const runCmsProgram = async (
  script: string,
  args: readonly string[],
  env: { DATABASE_URL: string; UPLOAD_DIR: string } & Record<string, string>,
): Promise<Ended> => {
  const child = spawn(
    process.execPath,
    ['--conditions=production', '--no-deprecation', await bundleOf(script), ...args],
    {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH, ...programSettings(), ...env },
    },
  )
  const deadline = setTimeout(() => child.kill('SIGKILL'), DEADLINE_MS)
  const exit = new Promise<number | null>((done) => child.once('close', done))
  const [output, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), exit])
  clearTimeout(deadline)
  return { code, output, errors }
}
