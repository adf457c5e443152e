// A production CMS with a full database, on free ports, gone afterwards.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildOne, outdatedBuilds } from '../../../scripts/lib/builds.mjs'
import { freePort } from '../../../scripts/lib/ports.mjs'
import { type Process, startBuiltCms } from '../../support/fleet/processes.ts'
import { startTestPostgres } from '../../support/postgres.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const PASSWORD = randomBytes(16).toString('hex')
const EMAIL = 'owner@example.com'
const NOBODY = 'http://127.0.0.1:9'

export type World = {
  cms: Process
  api: string
  /** Header of the owner. */
  authorization: string
  stop: () => Promise<void>
}

/** Where to leave CPU profiles of the CMS when it ends. */
const PROFILE_DIR = process.env.BENCH_PROFILE

const profiling = (): string[] =>
  PROFILE_DIR ? ['--cpu-prof', `--cpu-prof-dir=${resolve(PROFILE_DIR)}`] : []

const seed = (env: Record<string, string>) =>
  new Promise<void>((resolve, reject) => {
    const program = join(ROOT, 'tests/bench/api/seed.ts')
    const flags = ['--conditions=production', '--no-deprecation', '--import', 'tsx']
    const child = spawn(process.execPath, [...flags, program], {
      cwd: ROOT,
      env: env as NodeJS.ProcessEnv,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`The seed ended with ${code}.`)),
    )
  })

const logIn = async (url: string): Promise<string> => {
  const response = await fetch(`${url}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: EMAIL, password: PASSWORD }),
  })
  const { token } = (await response.json()) as { token?: string }
  if (!token) throw new Error(`The owner could not log in: ${response.status}.`)
  return `JWT ${token}`
}

/** Builds the CMS if it has changed, fills a database, and resolves when the CMS answers. */
export const startWorld = async ({
  projects,
  technologies,
}: {
  projects: number
  technologies: number
}): Promise<World> => {
  if (outdatedBuilds().includes('cms')) await buildOne('cms')
  const postgres = await startTestPostgres()
  const uploadDir = await mkdtemp(join(tmpdir(), 'shellfolio-bench-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const key = () => randomBytes(32).toString('hex')
  const env = {
    PATH: process.env.PATH ?? '',
    NODE_ENV: 'production',
    PAYLOAD_DISABLE_DEPENDENCY_CHECKER: 'true',
    CMS_PORT: String(port),
    CMS_URL: url,
    CMS_INTERNAL_URL: url,
    SITE_URL: NOBODY,
    SITE_INTERNAL_URL: NOBODY,
    DATABASE_URL: await postgres.freshDatabase(),
    PAYLOAD_SECRET: key(),
    WEBHOOK_KEY: key(),
    TERMINAL_GRANT_KEY: key(),
    TERMINAL_INTERNAL_URL: NOBODY,
    UPLOAD_DIR: uploadDir,
    OWNER_EMAIL: EMAIL,
    OWNER_PASSWORD: PASSWORD,
    BENCH_PROJECTS: String(projects),
    BENCH_TECHNOLOGIES: String(technologies),
  }
  let cms: Process | undefined
  const stop = async () => {
    await cms?.stop()
    await postgres.stop()
    await rm(uploadDir, { recursive: true, force: true })
  }
  try {
    await seed(env)
    cms = await startBuiltCms(ROOT, env, profiling())
    return { cms, api: `${url}/api/public/v1`, authorization: await logIn(url), stop }
  } catch (error) {
    await stop()
    throw error
  }
}
