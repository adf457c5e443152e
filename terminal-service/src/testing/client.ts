// A browser for tests: speaks term.v1, acknowledges what it reads, and waits with a deadline.
import {
  advance,
  type ClientFrame,
  decodeServerFrame,
  distance,
  type Exit,
  encodeClientFrame,
  GRANT_HEADER,
  MAX_INPUT_BYTES,
  PROTOCOL_VERSION,
  type Problem,
  type ResumePoint,
  SESSION_PATH,
  type ServerFrame,
  SNAPSHOT_RESET,
  SUBPROTOCOL,
  type TermEvent,
  type Welcome,
} from '@shellfolio/protocol'
import { WebSocket } from 'ws'

const DEADLINE_MS = 20_000

/** Looks again and again until `look` holds. @throws when it does not in time */
export const eventually = async (
  what: string,
  look: () => boolean | Promise<boolean>,
  timeoutMs = DEADLINE_MS,
): Promise<void> => {
  const untilMs = performance.now() + timeoutMs
  while (!(await look())) {
    if (performance.now() > untilMs) throw new Error(`timed out before ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** The service answered the upgrade with an HTTP error. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly status: number
  readonly problem: Problem

  constructor(status: number, problem: Problem) {
    super(`${status} ${problem.code}`)
    this.status = status
    this.problem = problem
  }
}

export type ConnectOptions = {
  /** Address of the service, `http://…`. */
  url: string
  grant?: string | undefined
  path?: string
  protocols?: string[]
  /** The page that asks, where there is one. */
  origin?: string
  headers?: Record<string, string>
}

export class TestClient {
  readonly socket: WebSocket
  readonly events: TermEvent[] = []
  readonly frames: ServerFrame['op'][] = []
  welcome: Welcome | undefined
  exit: Exit | undefined
  /** Code of the close frame once the socket is closed. */
  closeCode: number | undefined
  /** Offset up to which the service has taken input, as it said last. */
  inputAcked = 0
  /** Set to stop acknowledging. */
  isStalled = false
  received = 0
  /** The last snapshot. */
  screen: Buffer = Buffer.alloc(0)
  /** What an observer was told last. */
  size: { cols: number; rows: number } | undefined
  #chunks: Buffer[] = []
  #textCache = ''
  #next = 0
  #sent = 0
  readonly #watchers = new Set<() => void>()

  private constructor(socket: WebSocket) {
    this.socket = socket
    socket.on('message', (data) => this.#onMessage(data as Buffer))
    socket.on('error', () => undefined)
    socket.once('close', (code) => {
      this.closeCode = code
      this.#changed()
    })
  }

  /** @throws {Refused} when the service does not upgrade */
  static connect({
    url,
    grant,
    path,
    protocols,
    origin,
    headers,
  }: ConnectOptions): Promise<TestClient> {
    const address = new URL(path ?? SESSION_PATH, url.replace(/^http/, 'ws'))
    const socket = new WebSocket(address, protocols ?? [SUBPROTOCOL], {
      perMessageDeflate: false,
      headers: { ...headers, ...(grant === undefined ? {} : { [GRANT_HEADER]: grant }) },
      ...(origin === undefined ? {} : { origin }),
    })
    const client = new TestClient(socket)
    return new Promise((resolve, reject) => {
      socket.once('open', () => resolve(client))
      socket.once('error', reject)
      socket.once('unexpected-response', (_request, response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.once('end', () => {
          const body = Buffer.concat(chunks).toString()
          reject(new Refused(response.statusCode ?? 0, JSON.parse(body) as Problem))
        })
      })
    })
  }

  /** Everything the program wrote, as text. */
  get text(): string {
    if (this.#chunks.length > 0) {
      this.#textCache += Buffer.concat(this.#chunks).toString()
      this.#chunks = []
    }
    return this.#textCache
  }

  /** The output since the last look at `text`, as it came. */
  takeBytes(): Buffer {
    return Buffer.concat(this.#chunks.splice(0))
  }

  /** Forgets the output so far. */
  clear(): void {
    this.#chunks = []
    this.#textCache = ''
  }

  send(frame: ClientFrame): void {
    this.socket.send(encodeClientFrame(frame))
  }

  sendRaw(bytes: Uint8Array | string): void {
    this.socket.send(bytes)
  }

  hello({
    cols = 80,
    rows = 24,
    resume,
  }: {
    cols?: number
    rows?: number
    resume?: ResumePoint | undefined
  } = {}): void {
    const hello = { v: PROTOCOL_VERSION, cols, rows, ...(resume ? { resume } : {}) } as const
    this.send({ op: 'hello', hello })
  }

  type(text: string | Uint8Array): void {
    const bytes = Buffer.from(text as string)
    for (let at = 0; at < bytes.byteLength; at += MAX_INPUT_BYTES) {
      const data = bytes.subarray(at, at + MAX_INPUT_BYTES)
      this.send({ op: 'input', offset: this.#sent, data })
      this.#sent = advance(this.#sent, data.byteLength)
    }
  }

  resize(cols: number, rows: number): void {
    this.send({ op: 'resize', cols, rows, pixelWidth: 0, pixelHeight: 0 })
  }

  /** Resolves with what `look` finds. @throws when it finds nothing in time, or the session ends before */
  async until<T>(what: string, look: () => T | undefined | false, timeoutMs = DEADLINE_MS) {
    let timer: NodeJS.Timeout | undefined
    let watcher: () => void = () => undefined
    try {
      return await new Promise<T>((resolve, reject) => {
        const fail = (why: string) => {
          const end = this.exit ? JSON.stringify(this.exit) : `close ${this.closeCode}`
          reject(
            new Error(`${why} before ${what}; ${end}; ${JSON.stringify(this.text.slice(-600))}`),
          )
        }
        watcher = () => {
          const found = look()
          if (found !== undefined && found !== false) resolve(found)
          else if (this.closeCode !== undefined) fail('closed')
        }
        timer = setTimeout(() => fail('timed out'), timeoutMs)
        this.#watchers.add(watcher)
        watcher()
      })
    } finally {
      clearTimeout(timer)
      this.#watchers.delete(watcher)
    }
  }

  untilText(pattern: RegExp | string, timeoutMs?: number): Promise<string> {
    const has = () =>
      typeof pattern === 'string' ? this.text.includes(pattern) : pattern.test(this.text)
    return this.until(`${pattern}`, () => has() && this.text, timeoutMs)
  }

  untilWelcome(timeoutMs?: number): Promise<Welcome> {
    return this.until('WELCOME', () => this.welcome, timeoutMs)
  }

  untilExit(timeoutMs?: number): Promise<Exit> {
    return this.until('EXIT', () => this.exit, timeoutMs)
  }

  untilClosed(timeoutMs?: number): Promise<number> {
    return this.until('close', () => this.closeCode, timeoutMs)
  }

  /** Where this client stopped, for the one that takes its place. */
  get resumePoint(): ResumePoint {
    const { sid, epoch } = this.welcome ?? { sid: '', epoch: '' }
    return { sid, epoch, out: this.#next, in: this.#sent }
  }

  /** Loses the connection without a word. */
  drop(): void {
    this.socket.terminate()
  }

  ack(): void {
    if (this.socket.readyState === WebSocket.OPEN) this.send({ op: 'ack', offset: this.#next })
  }

  #onMessage(data: Buffer) {
    const frame = decodeServerFrame(data)
    if (!frame) return
    this.frames.push(frame.op)
    switch (frame.op) {
      case 'output':
        if (distance(this.#next, frame.offset) !== 0) throw new Error('output is not contiguous')
        this.#next = advance(this.#next, frame.data.byteLength)
        this.received += frame.data.byteLength
        this.#chunks.push(Buffer.from(frame.data))
        if (!this.isStalled) this.ack()
        break
      case 'welcome':
        this.welcome = frame.welcome
        this.#next = frame.welcome.out
        this.#sent = frame.welcome.in
        break
      case 'inputAck':
        this.inputAcked = frame.offset
        break
      case 'event':
        this.events.push(frame.event)
        break
      case 'exit':
        this.exit = frame.exit
        break
      case 'snapshot':
        if (frame.flags & SNAPSHOT_RESET) this.screen = Buffer.alloc(0)
        this.screen = Buffer.concat([this.screen, frame.data])
        this.#next = frame.offset
        break
      case 'size':
        this.size = { cols: frame.cols, rows: frame.rows }
        break
      case 'pong':
        break
    }
    this.#changed()
  }

  #changed() {
    for (const watcher of this.#watchers) watcher()
  }
}
