import { beforeEach, describe, expect, test } from '@jest/globals'
import {
  type ClientFrame,
  decodeClientFrame,
  distance,
  encodeServerFrame,
  type ServerFrame,
  type TermEvent,
} from '@shellfolio/protocol'
import fc from 'fast-check'
import { createFakeClock, type FakeClock } from './fake-clock.ts'
import type { LaunchAnswer } from './launch-request.ts'
import { type Line, openLine, type SocketEvents } from './line.ts'
import type { Phase } from './terminal-state.ts'

const TICKET = {
  ticket: 't',
  url: 'wss://x',
  expiresInS: 30,
  session: 's',
  key: 'k',
  limits: { idleS: 300, maxS: 1800 },
}
const SIZE = { cols: 80, rows: 24 }

/** A service with one session, which forgets nothing; frames travel when `flow` says so, and are lost with their socket. */
class FakeService {
  typed = ''
  output = ''
  asked: unknown[] = []
  answers: LaunchAnswer[] = []
  closedWith: number[] = []
  heard: ClientFrame['op'][] = []
  #inOffset = 0
  #events: SocketEvents | undefined
  #toService: Uint8Array[] = []
  #toBrowser: Uint8Array[] = []

  open(events: SocketEvents) {
    this.#events = events
    this.#toService = []
    this.#toBrowser = []
    return {
      send: (message: Uint8Array) => {
        if (this.#events === events) this.#toService.push(message)
      },
      close: (code: number) => {
        this.closedWith.push(code)
        if (this.#events === events) this.#events = undefined
      },
    }
  }
  accept() {
    this.#events?.opened()
  }
  cut() {
    const events = this.#events
    this.#events = undefined
    events?.closed(1006)
  }
  print(text: string) {
    const data = new TextEncoder().encode(text)
    this.#send({ op: 'output', offset: this.output.length, data })
    this.output += text
  }
  tell(event: TermEvent) {
    this.#send({ op: 'event', event })
    this.flow()
  }
  /** Lets up to so many messages arrive, in each direction. */
  flow(count = Number.POSITIVE_INFINITY) {
    for (const message of this.#toService.splice(0, count)) this.#take(decodeClientFrame(message))
    for (const message of this.#toBrowser.splice(0, count)) this.#events?.received(message)
  }
  #send(frame: ServerFrame) {
    if (this.#events) this.#toBrowser.push(encodeServerFrame(frame))
  }
  #take(frame: ClientFrame) {
    this.heard.push(frame.op)
    if (frame.op === 'input') {
      const known = distance(frame.offset, this.#inOffset)
      if (known < 0) throw new Error('input with a hole')
      const fresh = new TextDecoder().decode(frame.data.subarray(known))
      this.typed += fresh
      this.#inOffset += fresh.length
      this.#send({ op: 'inputAck', offset: this.#inOffset })
    }
    if (frame.op === 'ping') this.#send({ op: 'pong', time: frame.time })
    if (frame.op !== 'hello') return
    const out = frame.hello.resume?.out ?? 0
    this.#send({
      op: 'welcome',
      welcome: {
        v: 1,
        sid: 'sid',
        epoch: 'epoch',
        role: 'controller',
        ...SIZE,
        out,
        in: this.#inOffset,
        window: { high: 1, low: 1, ack: 1 },
        limits: { idleS: 1, maxS: 1, inputBytesPerS: 1_000_000 },
        replay: frame.hello.resume ? 'ring' : 'none',
      },
    })
    const missed = this.output.slice(out)
    if (missed) this.#send({ op: 'output', offset: out, data: new TextEncoder().encode(missed) })
  }
}

let clock: FakeClock
let service: FakeService
let line: Line
let shown: Phase[]
let screen: string

const start = ({
  isWatcher = false,
  answers = [],
}: {
  isWatcher?: boolean
  answers?: LaunchAnswer[]
} = {}) => {
  clock = createFakeClock()
  service = new FakeService()
  service.answers = answers
  shown = []
  screen = ''
  line = openLine({
    clock,
    isWatcher,
    random: () => 0,
    ask: async (wayBack) => {
      service.asked.push(wayBack)
      return service.answers.shift() ?? { is: 'ticket', ticket: TICKET }
    },
    follow: async () => ({ is: 'broken' }),
    open: (_url, _ticket, events) => service.open(events),
    size: () => SIZE,
    write: (data, done) => {
      screen += new TextDecoder().decode(data)
      done()
    },
    reset: () => {
      screen = ''
    },
    watch: () => undefined,
    show: (phase) => shown.push(phase),
  })
}
beforeEach(() => start())

/** Lets promises that are settled go on. */
const settle = async () => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
}
const type = (text: string) => line.input(text, new TextEncoder().encode(text))
const connect = async () => {
  await settle()
  service.accept()
  service.flow()
  service.flow()
}
const comeBack = async () => {
  clock.pass(0)
  await connect()
}
const last = () => shown.at(-1)

describe('a line to a session', () => {
  test('carries what is typed and printed', async () => {
    await connect()
    type('ls')
    service.flow()
    service.print('file')
    service.flow()
    expect([service.typed, screen, last()?.state]).toEqual(['ls', 'file', 'running'])
  })

  test('comes back by its own key, with nothing lost and nothing twice', async () => {
    await connect()
    type('a')
    service.flow()
    type('b')
    service.print('one')
    service.cut()
    type('c')
    service.print('two')
    expect(last()?.state).toBe('reconnecting')
    await comeBack()
    service.flow()
    expect(service.asked).toEqual([undefined, { session: 's', key: 'k' }])
    expect([service.typed, screen, last()?.state]).toEqual(['abc', 'onetwo', 'running'])
  })

  test('tells that it is recorded from before there is a connection to its end', async () => {
    const ticket = { ...TICKET, recorded: true }
    start({ answers: [{ is: 'ticket', ticket }] })
    await settle()
    expect(last()).toMatchObject({ state: 'connecting', isRecorded: true, session: 's' })
    expect(service.heard).toEqual([])
    await connect()
    expect(last()).toMatchObject({ state: 'running', isRecorded: true })
    // The way back says so again, or forgets to: what was recorded stays told.
    service.cut()
    expect(last()).toMatchObject({ state: 'reconnecting', isRecorded: true })
    await comeBack()
    expect(last()).toMatchObject({ state: 'running', isRecorded: true })
    line.tell({ on: 'left' })
    expect(last()).not.toHaveProperty('isRecorded')
  })

  test('tells nothing of recordings when there is none', async () => {
    await connect()
    expect(shown.filter((phase) => 'isRecorded' in phase)).toEqual([])
  })

  test('says goodbye before it closes', async () => {
    await connect()
    line.tell({ on: 'left' })
    service.flow()
    expect(service.closedWith).toEqual([1000])
    line.dispose()
    expect(clock.pending()).toBe(0)
  })

  test('is ended when it is disposed of, and hears nothing more', async () => {
    await connect()
    line.dispose()
    const before = shown.length
    service.cut()
    expect([shown.length, clock.pending()]).toEqual([before, 0])
  })

  test('forgets what an earlier request answers', async () => {
    start()
    line.tell({ on: 'end' })
    await settle()
    expect(shown.map(({ state }) => state)).toEqual(['ended'])
  })

  test('keeps saying that the time can be extended while it can', async () => {
    await connect()
    service.tell({ t: 'expires', inS: 60, why: 'hard', canExtend: true })
    line.say('Something else.')
    expect(last()).toMatchObject({ message: 'Something else.', canExtend: true })
    service.tell({ t: 'extended', inS: 900 })
    expect(last()?.canExtend).toBeUndefined()
  })

  test('keeps saying that others look on while they do', async () => {
    await connect()
    service.tell({ t: 'viewers', n: 2 })
    line.say('Something else.')
    expect(last()).toMatchObject({ message: 'Something else.', others: 1 })
    service.tell({ t: 'viewers', n: 1 })
    expect(last()).toEqual({ state: 'running', message: 'Something else.' })
  })

  test('of somebody else is looked on at, let go of without a word, and never called one’s own', async () => {
    start({ isWatcher: true })
    await connect()
    expect(last()).toMatchObject({ state: 'running', message: 'You are looking on.' })
    expect(type('rm')).toBe(false)
    service.cut()
    expect(last()?.state).toBe('reconnecting')
    await comeBack()
    expect(last()?.state).toBe('running')
    line.tell({ on: 'left' })
    expect(last()).toMatchObject({ state: 'ended', message: 'You no longer look on.' })
    expect([service.typed, new Set(service.heard)]).toEqual(['', new Set(['hello', 'ping'])])
    expect(clock.pending()).toBe(0)
  })

  test('loses nothing and repeats nothing wherever it is cut', async () => {
    const deed = fc.oneof(
      fc.record({ do: fc.constant('type' as const), text: fc.stringMatching(/^[a-z]{1,9}$/) }),
      fc.record({ do: fc.constant('print' as const), text: fc.stringMatching(/^[A-Z]{1,9}$/) }),
      fc.record({ do: fc.constant('flow' as const), count: fc.nat(3) }),
      fc.constant({ do: 'cut' as const }),
      fc.constant({ do: 'comeBack' as const }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 60 }), async (deeds) => {
        start()
        await connect()
        let wanted = ''
        for (const item of deeds) {
          if (item.do === 'type' && type(item.text)) wanted += item.text
          if (item.do === 'print') service.print(item.text)
          if (item.do === 'flow') service.flow(item.count)
          if (item.do === 'cut') service.cut()
          if (item.do === 'comeBack') await comeBack()
        }
        service.cut()
        for (let round = 0; last()?.state !== 'running' && round < 50; round += 1) {
          clock.pass(0)
          await connect()
        }
        for (let round = 0; round < 5; round += 1) service.flow()
        expect(service.typed).toBe(wanted)
        expect(screen).toBe(service.output)
        line.dispose()
      }),
      { numRuns: 200 },
    )
  })
})
