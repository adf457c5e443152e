// A database that goes away while it is not being asked.
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type pg from 'pg'
import { withConnection } from './connection.ts'
import { type FakePostgres, startFakePostgres } from './testing/fake-postgres.ts'

let postgres: FakePostgres
beforeEach(async () => {
  postgres = await startFakePostgres()
})
afterEach(() => postgres.close())

/** Resolves once the client has noticed. */
const cut = (client: pg.Client) =>
  new Promise<void>((resolve) => {
    client.once('end', resolve)
    postgres.cut()
  })

test('work that asks nothing more goes on to its end', async () => {
  const done = withConnection(postgres.url, async (client) => {
    await client.query('select')
    await cut(client)
    return 'done'
  })
  await expect(done).resolves.toBe('done')
}, 5000)

test('the next question fails', async () => {
  const failed = withConnection(postgres.url, async (client) => {
    await cut(client)
    await client.query('select')
  })
  await expect(failed).rejects.toThrow()
}, 5000)
