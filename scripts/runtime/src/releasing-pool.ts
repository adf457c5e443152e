// A pg pool that gives back the client which Payload's adapter takes to try the connection and never releases.
import pg from 'pg'

type Release = (error?: Error | boolean) => void
type Callback = (error: Error | undefined, client: pg.PoolClient | undefined, done: Release) => void

/** Without this the pool is one connection short and `end()` never resolves. */
export class ReleasingPool extends pg.Pool {
  #isPrimed = false

  constructor(options?: pg.PoolConfig) {
    super(options)
    // An idle connection that the server drops is replaced by the next query; unheard, it would end the process.
    this.on('error', (error) => {
      if (!this.ending) console.error('A database connection was lost:', error.message)
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
        (client) => setImmediate(() => client.release()),
        () => {
          this.#isPrimed = false
        },
      )
    }
    return connecting
  }
}
