// One launch: ticket, emulator, WebSocket, session; disposed of as a whole. Fetched on launch, with xterm.
import { SUBPROTOCOL, TICKET_SUBPROTOCOL_PREFIX } from '@shellfolio/protocol'
import { systemClock } from './clock.ts'
import { type Emulator, openEmulator } from './emulator.ts'
import { ended } from './phase.ts'
import { createSession, type Session } from './session.ts'
import { failed, type Phase } from './terminal-state.ts'
import { requestTicket } from './ticket.ts'

export type Connection = {
  emulator: () => Emulator | undefined
  end: () => void
  setScreenReader: (isOn: boolean) => void
  dispose: () => void
}

export type ConnectionOptions = {
  ticketsUrl: string
  project: string
  screen: HTMLElement
  isScreenReader: boolean
  onPhase: (phase: Phase) => void
}

const CANNOT_CONNECT = 'This browser does not let the page open a terminal.'

/** Begins at once; tells how it goes by `onPhase`. `started` resolves when there is nothing left to try or wait for. */
export const connect = (options: ConnectionOptions): Connection & { started: Promise<void> } => {
  const { ticketsUrl, project, screen, onPhase } = options
  const aborter = new AbortController()
  let { isScreenReader } = options
  let emulator: Emulator | undefined
  let session: Session | undefined
  let socket: WebSocket | undefined
  let isDisposed = false

  const dispose = () => {
    isDisposed = true
    aborter.abort()
    session?.dispose()
    socket?.close()
    emulator?.dispose()
    emulator = undefined
  }

  const join = (url: string, ticket: string, view: Emulator) => {
    const ws = new WebSocket(url, [SUBPROTOCOL, `${TICKET_SUBPROTOCOL_PREFIX}${ticket}`])
    ws.binaryType = 'arraybuffer'
    socket = ws
    const talk = createSession({
      clock: systemClock,
      send: (message) => ws.send(message),
      close: (code) => ws.close(code),
      write: (data, done) => view.write(data, done),
      reset: () => view.reset(),
      onPhase: (phase) => {
        if (phase.state === 'failed' || phase.state === 'ended') view.setReadOnly(true)
        onPhase(phase)
      },
    })
    session = talk
    ws.addEventListener('open', () => talk.opened(view.size()))
    ws.addEventListener('message', ({ data }) => {
      talk.received(data instanceof ArrayBuffer ? new Uint8Array(data) : new Uint8Array([0xbf]))
    })
    ws.addEventListener('close', ({ code }) => talk.closed(code))
  }

  const start = async () => {
    const [answer, view] = await Promise.all([
      requestTicket(ticketsUrl, project, { signal: aborter.signal }),
      openEmulator(screen, {
        isScreenReader,
        onInput: (data) => {
          if (session?.input(data) === false && data.byteLength > 1024) {
            onPhase({ state: 'running', message: 'That is too much to paste at once.' })
          }
        },
        onResize: (size, pixels) => session?.resize(size, pixels),
      }),
    ])
    if (isDisposed) {
      view.dispose()
      return
    }
    if (!answer.ok) {
      view.dispose()
      onPhase(failed(answer.message))
      return
    }
    emulator = view
    view.setScreenReader(isScreenReader)
    try {
      join(answer.url, answer.ticket, view)
    } catch {
      onPhase(failed(CANNOT_CONNECT))
    }
  }

  return {
    started: start(),
    emulator: () => emulator,
    end: () => {
      if (session) {
        session.end()
        return
      }
      dispose()
      onPhase(ended('The launch was cancelled.'))
    },
    setScreenReader: (isOn) => {
      isScreenReader = isOn
      emulator?.setScreenReader(isOn)
    },
    dispose,
  }
}
