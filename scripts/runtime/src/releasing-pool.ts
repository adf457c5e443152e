// A pg pool that outlives its server: broken connections end no process and take up no place, and Payload's adapter keeps none.
import pg from 'pg'

type Release = (error?: Error | boolean) => void
type Callback = (error: Error | undefined, client: pg.PoolClient | undefined, done: Release) => void

/** How long whoever has a connection that broke may take to give it back, in milliseconds. */
const GIVE_BACK_MS = 1000

/** A connection that broke while a transaction was being opened is given back by nobody. */
const takeBack = (client: pg.PoolClient): void => {
  try {
    client.release(true)
  } catch {
    // It had been given back.
  }
}

export class ReleasingPool extends pg.Pool {
  #isPrimed = false

  constructor(options?: pg.PoolConfig) {
    super(options)
    // An idle connection that the server drops is replaced by the next query; unheard, it would end the process.
    this.on('error', (error) => {
      if (!this.ending) console.error('A database connection was lost:', error.message)
    })
    this.on('connect', (client) => {
      // The same of one in use, of which the pool does not tell: whoever uses it sees their query fail.
      client.on('error', () => undefined)
      client.once('end', () => setTimeout(takeBack, GIVE_BACK_MS, client).unref())
    })
  }

  override connect(): Promise<pg.PoolClient>
  override connect(callback: Callback): void
  override connect(callback?: Callback): Promise<pg.PoolClient> | undefined {
    if (callback) {
      super.connect(callback)
      return undefined
    }
    const connecting = super.connect()
    if (!this.#isPrimed) {
      this.#isPrimed = true
      connecting.then(
        (client) => setImmediate(() => this.#giveBackFirst(client)),
        () => {
          this.#isPrimed = false
        },
      )
    }
    return connecting
  }

  /** The adapter tries the connection and keeps it; and when it breaks, it would take another one for good. */
  #giveBackFirst(client: pg.PoolClient): void {
    client.removeAllListeners('error')
    client.on('error', () => undefined)
    client.release()
  }
}
