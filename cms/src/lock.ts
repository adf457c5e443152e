// Lets one process at a time prepare a database, however many start together.
import { withConnection } from './connection.ts'

/** An arbitrary number, the same in every process that sets up this CMS. */
const LOCK_ID = 7_305_118_021

/** Runs `work` while holding the lock; others wait for it. */
export const withSetupLock = <Result>(
  connectionString: string,
  work: () => Promise<Result>,
): Promise<Result> =>
  withConnection(connectionString, async (client) => {
    await client.query('select pg_advisory_lock($1)', [LOCK_ID])
    return work()
  })
