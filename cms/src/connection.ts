// One database connection for one piece of work, outside Payload's pool.
import pg from 'pg'

const CONNECT_TIMEOUT_MS = 5000

/** Connects, works, ends. One that breaks fails the query that is under way, or else the next one. */
export const withConnection = async <Result>(
  connectionString: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> => {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: CONNECT_TIMEOUT_MS })
  // Unheard, one that breaks between two queries would end the process, and leave behind whatever is being made.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
