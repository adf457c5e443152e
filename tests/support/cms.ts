// A CMS inside the test's process: migrated, on an empty database, with its REST API as a function.
import crypto, { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { terminalRegistry } from '@shellfolio/payload-terminal/registry'
import { buildConfig, type Config, getPayload, handleEndpoints, type Payload } from 'payload'
import { SETUP_CONTEXT } from '../../cms/src/access/account-rules.ts'
import type { Role } from '../../cms/src/access/roles.ts'
import { closePayload } from '../../cms/src/close-payload.ts'
import { cmsConfig } from '../../cms/src/config.ts'
import { readCmsEnv } from '../../cms/src/env.ts'
import { migrate } from '../../cms/src/migrate.ts'
import type { User } from '../../cms/src/payload-types.ts'
import { guardRoute } from '../../cms/src/rest/route.ts'
import { startTestPostgres } from './postgres.ts'

export type Account = User & { collection: 'users' }

export type TestCms = {
  payload: Payload
  databaseUrl: string
  webhookKey: string
  uploadDir: string
  /** Makes an account with `PASSWORD`. */
  account: (role: Role) => Promise<Account>
  /** A request to the REST API; `path` starts after `/api`. */
  rest: (path: string, init?: RequestInit) => Promise<{ status: number; body: unknown }>
  /** Closes Payload, ends the database and removes its files. */
  stop: () => Promise<void>
}

export const PASSWORD = 'correct horse battery staple'
const CMS_URL = 'http://cms.example'

const secret = () => randomBytes(32).toString('hex')

const { pbkdf2 } = crypto
let running = 0

/**
 * Payload takes a third of a second of a core for each password, so that they are hard to guess; here nobody guesses.
 * Answers how to end that: `crypto` is there for all test files of this process.
 */
const hashQuickly = (): (() => void) => {
  running += 1
  crypto.pbkdf2 = (password, salt, _iterations, length, digest, done) =>
    pbkdf2(password, salt, 1, length, digest, done)
  return () => {
    running -= 1
    if (running === 0) crypto.pbkdf2 = pbkdf2
  }
}

const NOBODY = 'http://127.0.0.1:9'

/**
 * `siteUrl`, `terminalUrl`: where changes are reported to, and the service; nobody listens there unless the test does.
 * `extend`: what the test adds to the configuration; nothing is logged unless it says so. `env`: other settings.
 * No job runs by the clock (Payload's starts with the first request): a test runs what it wants to have run.
 */
export const startTestCms = async ({
  siteUrl = NOBODY,
  terminalUrl = NOBODY,
  extend = (config: Config) => config,
  env: more = {} as Record<string, string>,
} = {}): Promise<TestCms> => {
  const hashAsEver = hashQuickly()
  const postgres = await startTestPostgres()
  const databaseUrl = await postgres.migratedDatabase()
  const uploadDir = await mkdtemp(join(tmpdir(), 'shellfolio-uploads-'))
  const webhookKey = secret()
  const env = readCmsEnv({
    CMS_URL,
    CMS_INTERNAL_URL: CMS_URL,
    SITE_URL: 'http://site.example',
    SITE_INTERNAL_URL: siteUrl,
    DATABASE_URL: databaseUrl,
    PAYLOAD_SECRET: secret(),
    WEBHOOK_KEY: webhookKey,
    TERMINAL_GRANT_KEY: secret(),
    TERMINAL_INTERNAL_URL: terminalUrl,
    UPLOAD_DIR: uploadDir,
    ...more,
  })
  process.env.PAYLOAD_DISABLE_DEPENDENCY_CHECKER = 'true'
  // Emptied once plugins have added theirs.
  const config = buildConfig(
    extend({ ...cmsConfig(env), logger: { options: { level: 'silent' } } }),
  ).then((built) => ({ ...built, jobs: { ...built.jobs, autoRun: [] } }))
  const payload = await getPayload({ config })
  await migrate(payload)

  const account = async (role: Role): Promise<Account> => {
    const made = await payload.create({
      collection: 'users',
      data: { email: `${role}-${secret()}@example.com`, password: PASSWORD, name: role, role },
      context: SETUP_CONTEXT,
      overrideAccess: true,
    })
    return { ...made, collection: 'users' }
  }

  // As the route of the process does.
  const answer = guardRoute((request) => handleEndpoints({ config, request }))
  const rest: TestCms['rest'] = async (path, init) => {
    const request = new Request(`${CMS_URL}/api${path}`, init)
    const response = await answer(request)
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    return { status: response.status, body: isJson ? JSON.parse(text) : text }
  }

  const stop = async () => {
    const registry = terminalRegistry()
    try {
      // As the process does: what the plugin has not written yet is written, and its timers end.
      await registry.state?.close()
      delete registry.state
      await closePayload(payload)
    } finally {
      hashAsEver()
      // Also when a test took the database away.
      await postgres.stop()
      await rm(uploadDir, { recursive: true, force: true })
    }
  }

  return { payload, databaseUrl, webhookKey, uploadDir, account, rest, stop }
}
