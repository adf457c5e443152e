// One launch: emulator, requests, WebSocket and the page's own events, joined. Fetched on launch, with xterm.
import { type LaunchRequest, SUBPROTOCOL, TICKET_SUBPROTOCOL_PREFIX } from '@shellfolio/protocol'
import { systemClock } from './clock.ts'
import { type Emulator, openEmulator, type Renderer } from './emulator.ts'
import { besideTickets, requestLaunch } from './launch-request.ts'
import { type Line, openLine, type SocketEvents } from './line.ts'
import { followQueue, queueUrlFor } from './queue.ts'
import { failed, isOver, type Phase } from './terminal-state.ts'

export type Connection = {
  emulator: () => Emulator | undefined
  end: () => void
  /** Whether the session was asked; what comes of it is told by events. */
  ask: (what: 'extend' | 'restart') => boolean
  setScreenReader: (isOn: boolean) => void
  /** Ends the session, if there is one, and frees everything. */
  dispose: () => void
}

export type ConnectionOptions = {
  ticketsUrl: string
  /** Derived from the tickets' when absent. */
  queueUrl?: string
  launch: LaunchRequest
  /** Id of a session that is only looked on at, instead of a launch. */
  watch?: string | undefined
  /** The tickets' address wants to know who asks. */
  isLoggedIn: boolean
  screen: HTMLElement
  renderer: Renderer
  isScreenReader: boolean
  onPhase: (phase: Phase) => void
}

const CANNOT_DRAW = 'This browser cannot show a terminal.'
const TOO_MUCH = 'That is too much to type or paste at once.'

const openSocket = (url: string, ticket: string, { opened, received, closed }: SocketEvents) => {
  const socket = new WebSocket(url, [SUBPROTOCOL, `${TICKET_SUBPROTOCOL_PREFIX}${ticket}`])
  socket.binaryType = 'arraybuffer'
  socket.addEventListener('open', opened)
  socket.addEventListener('message', ({ data }) => {
    // A text message is no frame: a byte that is no opcode says so.
    received(data instanceof ArrayBuffer ? new Uint8Array(data) : new Uint8Array([0xbf]))
  })
  socket.addEventListener('close', ({ code }) => closed(code))
  return {
    send: (message: Uint8Array<ArrayBuffer>) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(message)
    },
    close: (code: number) => socket.close(code),
  }
}

const watchUrlFor = (ticketsUrl: string, session: string) =>
  besideTickets(ticketsUrl, `sessions/${encodeURIComponent(session)}/watch`)

/** Begins at once; tells how it goes by `onPhase`. `started` resolves when the emulator is there, or never will be. */
export const connect = (options: ConnectionOptions): Connection & { started: Promise<void> } => {
  const { ticketsUrl, queueUrl = queueUrlFor(ticketsUrl), launch, screen, onPhase } = options
  const { isLoggedIn, watch } = options
  const isWatcher = watch !== undefined
  let { isScreenReader } = options
  const ours = new AbortController()
  const { signal } = ours
  let emulator: Emulator | undefined
  let isClosed = false

  const close = () => {
    isClosed = true
    emulator?.dispose()
    emulator = undefined
  }
  const view = openEmulator(screen, {
    isScreenReader,
    renderer: options.renderer,
    onInput: (text, data) => {
      if (!line.input(text, data) && data.byteLength > 1024) line.say(TOO_MUCH)
    },
    onResize: (size, pixels) => line.resize(size, pixels),
  })
  const start = async () => {
    try {
      const opened = await view
      if (isClosed) return opened.dispose()
      emulator = opened
      opened.setScreenReader(isScreenReader)
      if (isWatcher) opened.setReadOnly(true)
    } catch {
      line.tell({ on: 'refused', phase: failed(CANNOT_DRAW), isFinal: true })
    }
  }
  const started = start()
  const line: Line = openLine({
    clock: systemClock,
    isWatcher,
    random: Math.random,
    ask: async (wayBack, stop) => {
      // Who looks on has no way back but another ticket.
      const answer = isWatcher
        ? requestLaunch(watchUrlFor(ticketsUrl, watch), {}, { signal: stop, isLoggedIn: true })
        : requestLaunch(ticketsUrl, wayBack ?? launch, { signal: stop, isLoggedIn })
      // A HELLO says how large the emulator is.
      await started
      return answer
    },
    follow: (place, onPosition, stop) => followQueue(queueUrl, { place, onPosition, signal: stop }),
    open: openSocket,
    size: () => emulator?.size() ?? { cols: 80, rows: 24 },
    write: (data, done) => emulator?.write(data, done),
    reset: () => emulator?.reset(),
    watch: (size) => emulator?.watch(size),
    show: (phase) => {
      if (isOver(phase)) {
        if (line.hasBegun()) emulator?.setReadOnly(true)
        else close()
      }
      onPhase(phase)
    },
  })

  const awake = () => {
    if (!document.hidden) line.tell({ on: 'awake' })
  }
  addEventListener('online', awake, { signal })
  document.addEventListener('visibilitychange', awake, { signal })
  // The page goes, perhaps into the browser's cache: nobody may wait for it.
  addEventListener('pagehide', () => line.tell({ on: 'left' }), { signal })

  return {
    started,
    emulator: () => emulator,
    end: () => line.tell({ on: isWatcher ? 'left' : 'end' }),
    ask: line.ask,
    setScreenReader: (isOn) => {
      isScreenReader = isOn
      emulator?.setScreenReader(isOn)
    },
    dispose: () => {
      ours.abort()
      line.dispose()
      close()
    },
  }
}
