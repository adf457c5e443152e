// Transactions that say how they ended. Payload's adapter answers “committed” also when the database never said so: after a
// lost connection, and after a failed statement whose error somebody caught, which Postgres answers with a rollback.
import { randomUUID } from 'node:crypto'
import { type PostgresAdapter, sql } from '@payloadcms/db-postgres'
import { AWAY, databaseCode } from './rest/database-code.ts'

type Session = PostgresAdapter['sessions'][string]
type Begin = PostgresAdapter['beginTransaction']
type Options = Parameters<Begin>[0]
type Ending = 'commit' | 'undo'

/** Resolves once the transaction is open. @throws what the database says, also that it is away */
const open = ({ drizzle }: PostgresAdapter, options: Options): Promise<Session> =>
  new Promise((opened, failed) => {
    let end: (ending: Ending) => void = () => undefined
    const ending = new Promise<Ending>((resolve) => {
      end = resolve
    })
    let isCommitting = false
    const done = drizzle.transaction(async (db) => {
      opened({
        db: db as unknown as Session['db'],
        resolve: async () => {
          isCommitting = true
          end('commit')
          await done
        },
        // The adapter calls this too when `resolve` has failed, and goes by what it says.
        reject: async () => {
          end('undo')
          await done.catch((error: unknown) => {
            if (isCommitting) throw error
          })
        },
      })
      if ((await ending) === 'undo') throw new Error('Undone.')
      // Refused after a failed statement.
      await db.execute(sql`select 1`)
    }, options)
    done.catch(failed)
  })

/** Makes `adapter` tell the truth about its transactions: `commitTransaction` rejects unless all of it is stored. */
export const tellTruth = (adapter: PostgresAdapter): PostgresAdapter => {
  adapter.beginTransaction = async (options) => {
    await adapter.initializing
    const id = randomUUID()
    adapter.sessions[id] = await open(adapter, options).catch((cause: unknown) => {
      if (databaseCode(cause)) throw cause
      throw Object.assign(new Error('No transaction could be opened.', { cause }), { code: AWAY })
    })
    return id
  }
  return adapter
}
