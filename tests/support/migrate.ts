// Run as a process of its own: brings the database at DATABASE_URL to the current schema, for tests to copy.
import { tmpdir } from 'node:os'
import { buildConfig, getPayload } from 'payload'
import { closePayload } from '../../cms/src/close-payload.ts'
import { cmsConfig } from '../../cms/src/config.ts'
import { readCmsEnv } from '../../cms/src/env.ts'
import { migrate } from '../../cms/src/migrate.ts'
import { programSettings } from './cms-program.ts'

const { DATABASE_URL } = process.env
const env = readCmsEnv({ ...programSettings(), DATABASE_URL, UPLOAD_DIR: tmpdir() })
const config = buildConfig({ ...cmsConfig(env), logger: { options: { level: 'error' } } })
const payload = await getPayload({ config })
await migrate(payload)
await closePayload(payload)
