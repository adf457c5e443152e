// Applies the migrations that this version of the CMS comes with.
import type { Migration, Payload } from 'payload'
import { migrations } from './migrations/index.ts'

/** Brings the database of `payload` to the current schema. Ends the process when a migration fails. */
export const migrate = (payload: Payload): Promise<void> =>
  payload.db.migrate({ migrations: migrations as unknown as Migration[] })
