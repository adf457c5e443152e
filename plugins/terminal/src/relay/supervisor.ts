// Owner of the relay process: hands it sockets, starts it again when it dies, and knows which sessions it holds.
import { type ChildProcess, fork } from 'node:child_process'
import type { Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import { RELAY } from '../limits.ts'
import { stopReading } from '../reading.ts'
import { refuseSocket } from '../refuse-socket.ts'
import type { RelayJob } from '../registry.ts'
import {
  type CloseMessage,
  type EndedMessage,
  isEndedMessage,
  isReadyMessage,
  type OpenMessage,
} from './messages.ts'

export type RelayOptions = {
  /**
   * The relay's program.
   * @default `relay.mjs` beside this module when it is bundled, `main.ts` when it runs from its sources
   */
  program?: string
  /** Arguments for Node. @default `['--import', 'tsx']` for a program that ends in `.ts`, else none */
  execArgv?: string[]
  /** Sockets at the same time. @default 1024 */
  maxConnections?: number
  /** Hears of each session that ended, for logs. */
  onEnded?: (end: Omit<EndedMessage, 't' | 'id'>) => void
  /** Hears of a relay that died by itself. */
  onCrash?: (how: { code: number | null; signal: string | null }) => void
}

export type Relay = {
  /** Takes the socket; answers 503 itself when there is no relay to take it. */
  handOver: (job: RelayJob, socket: Socket) => void
  /** Resolves once the first relay process is ready. */
  ready: Promise<void>
  /** Whether a relay process would take a socket now. */
  isReady: () => boolean
  /** Sessions that run. */
  count: () => number
  /** Process id of the relay, if one runs. */
  pid: () => number | undefined
  /** Ends every session and the process. Idempotent. */
  stop: () => Promise<void>
}

const defaultProgram = () =>
  fileURLToPath(
    new URL(import.meta.url.endsWith('.ts') ? './main.ts' : './relay.mjs', import.meta.url),
  )

/** The relay gets no secrets: it holds sockets of strangers, and needs none. */
const environment = (): NodeJS.ProcessEnv => {
  const { PATH, HOME, TMPDIR, NODE_ENV } = process.env
  return { PATH, HOME, TMPDIR, NODE_ENV }
}

/** Starts the relay process and keeps one running until `stop`. */
export const startRelay = (options: RelayOptions = {}): Relay => {
  const { program = defaultProgram(), maxConnections = RELAY.maxConnections } = options
  const { execArgv = program.endsWith('.ts') ? ['--import', 'tsx'] : [] } = options
  const { onEnded, onCrash } = options
  const sessions = new Map<number, () => void>()
  let nextId = 0
  let child: ChildProcess | undefined
  let isReady = false
  let isStopping = false
  let restartTimer: NodeJS.Timeout | undefined
  let restartMs: number = RELAY.restartMs
  let announceReady: () => void = () => undefined
  const ready = new Promise<void>((resolve) => {
    announceReady = resolve
  })

  const end = (id: number) => {
    const ended = sessions.get(id)
    sessions.delete(id)
    ended?.()
  }

  const onMessage = (message: unknown) => {
    if (isReadyMessage(message)) {
      isReady = true
      announceReady()
    }
    if (!isEndedMessage(message)) return
    end(message.id)
    const { reason, bytesUp, bytesDown } = message
    onEnded?.({ reason, bytesUp, bytesDown })
  }

  const onExit = (startedAt: number, code: number | null, signal: string | null) => {
    child = undefined
    isReady = false
    // Its sockets died with it.
    for (const id of [...sessions.keys()]) end(id)
    if (isStopping) return
    onCrash?.({ code, signal })
    if (Date.now() - startedAt > RELAY.stableMs) restartMs = RELAY.restartMs
    restartTimer = setTimeout(start, restartMs)
    restartMs = Math.min(restartMs * 2, RELAY.maxRestartMs)
  }

  const start = () => {
    const startedAt = Date.now()
    const started = fork(program, [], {
      execArgv,
      env: environment(),
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    child = started
    started.on('message', onMessage)
    // A failed spawn or send; what follows from it is told by exit and by the send's own callback.
    started.on('error', () => {
      if (started.pid === undefined) onExit(startedAt, null, null)
    })
    started.once('exit', (code, signal) => onExit(startedAt, code, signal))
  }

  const handOver = ({ onEnded: ended, signal, ...job }: RelayJob, socket: Socket) => {
    const refuse = (code: 'service-unavailable' | 'terminal-full') => {
      refuseSocket(socket, { code })
      ended?.()
    }
    if (!child?.connected || !isReady || isStopping) {
      refuse('service-unavailable')
      return
    }
    if (sessions.size >= maxConnections) {
      refuse('terminal-full')
      return
    }
    const id = nextId
    nextId += 1
    const relay = child
    const close = () => {
      const message: CloseMessage = { t: 'close', id }
      if (relay.connected) relay.send(message)
    }
    sessions.set(id, () => {
      signal?.removeEventListener('abort', close)
      ended?.()
    })
    stopReading(socket)
    const message: OpenMessage = { t: 'open', id, job }
    relay.send(message, socket, { keepOpen: false }, (error) => {
      // What is left of it here has no descriptor; the relay holds the connection now.
      socket.destroy()
      if (error) end(id)
    })
    signal?.addEventListener('abort', close)
    if (signal?.aborted) close()
  }

  const stop = async () => {
    isStopping = true
    clearTimeout(restartTimer)
    const running = child
    if (!running || running.exitCode !== null) return
    const exited = new Promise<void>((resolve) => running.once('exit', () => resolve()))
    const timer = setTimeout(() => running.kill('SIGKILL'), RELAY.stopTimeoutMs)
    if (running.connected) running.disconnect()
    await exited
    clearTimeout(timer)
  }

  start()
  return {
    handOver,
    ready,
    isReady: () => isReady,
    count: () => sessions.size,
    pid: () => child?.pid,
    stop,
  }
}
