// One terminal of a system under test: bytes in, bytes out, an emulator that decides how fast they are read.
import type { Emulator } from './emulator.ts'

const DEADLINE_MS = 30_000

export type Wire = {
  type: (bytes: Buffer) => void
  /** Stops reading the socket: the kernel's buffers fill. */
  stopReading: () => void
  /** Ends the session; resolves when the socket is closed. */
  close: () => Promise<void>
}

type Listener = { onData: (data: Buffer, atMs: number) => void; onEnd: (why: string) => void }

export class Link {
  /** When the socket was open and the hello was sent, on the clock of `performance.now()`. */
  readonly openedMs: number
  readonly emulator: Emulator
  readonly #wire: Wire
  readonly #listeners = new Set<Listener>()
  #ended: string | undefined

  constructor(wire: Wire, emulator: Emulator) {
    this.openedMs = performance.now()
    this.#wire = wire
    this.emulator = emulator
  }

  /** Called by the adapter with output as the program wrote it. */
  received(data: Buffer): void {
    const atMs = performance.now()
    for (const listener of this.#listeners) listener.onData(data, atMs)
  }

  /** Called by the adapter once, when nothing more will come. */
  ended(why: string): void {
    if (this.#ended !== undefined) return
    this.#ended = why
    this.emulator.dispose()
    for (const listener of this.#listeners) listener.onEnd(why)
  }

  type(text: string): void {
    this.#wire.type(Buffer.from(text))
  }

  /** From now on nothing is parsed, and so nothing is acknowledged. */
  stopParsing(): void {
    this.emulator.stall()
  }

  stopReading(): void {
    this.#wire.stopReading()
  }

  close(): Promise<void> {
    return this.#wire.close()
  }

  /** Hands each piece of output to `look` until that answers something. @throws {Error} at the deadline or the session's end */
  until<T>(
    what: string,
    look: (data: Buffer, atMs: number) => T | undefined,
    timeoutMs = DEADLINE_MS,
  ): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const settle = (act: () => void) => {
        clearTimeout(timer)
        this.#listeners.delete(listener)
        act()
      }
      const fail = (why: string) => settle(() => reject(new Error(`${why} before ${what}`)))
      const listener: Listener = {
        onData: (data, atMs) => {
          const found = look(data, atMs)
          if (found !== undefined) settle(() => resolve(found))
        },
        onEnd: fail,
      }
      const timer = setTimeout(() => fail(`${timeoutMs} ms passed`), timeoutMs)
      this.#listeners.add(listener)
      if (this.#ended !== undefined) fail(this.#ended)
    })
  }

  /** Resolves with the time at which the last byte of `text` arrived. */
  untilText(text: string, timeoutMs = DEADLINE_MS): Promise<number> {
    let tail = ''
    const look = (data: Buffer, atMs: number) => {
      const all = tail + data.toString('latin1')
      tail = all.slice(1 - text.length)
      return all.includes(text) ? atMs : undefined
    }
    return this.until(JSON.stringify(text), look, timeoutMs)
  }

  /** Types a command line and waits for a text that only its run can print, not its echo. */
  async run(line: string, printed: string, timeoutMs = DEADLINE_MS): Promise<number> {
    const seen = this.untilText(printed, timeoutMs)
    this.type(`${line}\r`)
    return seen
  }
}
