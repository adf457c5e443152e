// Run as a process of its own: brings an empty database to the schema of the migrations that are named.
import { getPayload, type Migration } from 'payload'
import { closePayload } from '../../cms/src/close-payload.ts'
import { migrations } from '../../cms/src/migrations/index.ts'
import config from '../../cms/src/payload.config.ts'

const names = process.argv.slice(2)
const payload = await getPayload({ config })
const wanted = (migrations as unknown as Migration[]).filter(({ name }) => names.includes(name))
await payload.db.migrate({ migrations: wanted })
await closePayload(payload)
