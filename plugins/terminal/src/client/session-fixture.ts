// A session between a fake service and a fake emulator, for tests: what it was sent, what it sent, and what it told.
import {
  type ClientFrame,
  decodeClientFrame,
  encodeServerFrame,
  type ServerFrame,
  type Welcome,
} from '@shellfolio/protocol'
import { createFakeClock } from './fake-clock.ts'
import type { LifeEvent } from './life-events.ts'
import type { News } from './news.ts'
import { createSession, type Size } from './session.ts'

export const SIZE = { cols: 80, rows: 24 }
export const bytes = (text: string) => new TextEncoder().encode(text)
export const lost = (code: number) => ({ on: 'lost', code })

export type SessionFixture = ReturnType<typeof startSession>

export const startSession = ({ isWatcher = false } = {}) => {
  const clock = createFakeClock()
  const sent: ClientFrame[] = []
  const events: LifeEvent[] = []
  const news: News[] = []
  const sizes: Size[] = []
  /** What the emulator was given; `parse` holds what it has to call once it has parsed it. */
  const screen = { text: '' }
  const parse: (() => void)[] = []
  const session = createSession({
    clock,
    isWatcher,
    write: (data, done) => {
      screen.text += new TextDecoder().decode(data)
      parse.push(done)
    },
    reset: () => {
      screen.text = ''
    },
    watch: ({ cols, rows }) => sizes.push({ cols, rows }),
    onLife: (event) => events.push(event),
    onNews: (item) => news.push(item),
  })

  const receive = (frame: ServerFrame) => session.received(encodeServerFrame(frame))
  const greet = (size = SIZE) =>
    session.greet(size, (message) => sent.push(decodeClientFrame(message)))
  const welcome = (more: Partial<Welcome> = {}) =>
    receive({
      op: 'welcome',
      welcome: {
        v: 1,
        sid: 'sid',
        epoch: 'epoch',
        role: 'controller',
        ...SIZE,
        out: 0,
        in: 0,
        window: { high: 1, low: 1, ack: 1 },
        limits: { idleS: 1, maxS: 1, inputBytesPerS: 65_536 },
        replay: 'none',
        ...more,
      },
    })
  return {
    clock,
    session,
    sent,
    events,
    news,
    sizes,
    screen,
    receive,
    greet,
    welcome,
    output: (offset: number, text: string) => receive({ op: 'output', offset, data: bytes(text) }),
    type: (text: string) => session.input(text, bytes(text)),
    run: () => {
      greet()
      welcome()
    },
    parseAll: () => {
      for (const done of parse.splice(0)) done()
    },
    ops: (op: ClientFrame['op']) => sent.filter((frame) => frame.op === op),
    /** Input as the service has it. */
    inputs: () =>
      sent.flatMap((frame) =>
        frame.op === 'input' ? [[frame.offset, new TextDecoder().decode(frame.data)]] : [],
      ),
  }
}
