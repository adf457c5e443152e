import { beforeEach, describe, expect, test } from '@jest/globals'
import {
  CLOSE,
  type ClientFrame,
  decodeClientFrame,
  encodeServerFrame,
  type ServerFrame,
} from '@shellfolio/protocol'
import { createFakeClock, type FakeClock } from './fake-clock.ts'
import { createSession, type Session } from './session.ts'
import type { Phase } from './terminal-state.ts'

let clock: FakeClock
let session: Session
let sent: ClientFrame[]
let phases: Phase[]
let closedWith: number[]
let written: string
let parse: (() => void)[]

beforeEach(() => {
  clock = createFakeClock()
  sent = []
  phases = []
  closedWith = []
  written = ''
  parse = []
  session = createSession({
    clock,
    send: (message) => sent.push(decodeClientFrame(message)),
    close: (code) => closedWith.push(code),
    write: (data, done) => {
      written += new TextDecoder().decode(data)
      parse.push(done)
    },
    reset: () => {
      written = ''
    },
    onPhase: (phase) => phases.push(phase),
  })
})

const receive = (frame: ServerFrame) => session.received(encodeServerFrame(frame))
const bytes = (text: string) => new TextEncoder().encode(text)
const output = (offset: number, text: string) =>
  receive({ op: 'output', offset, data: bytes(text) })
const welcome = ({ out = 0, input = 0, cols = 80 } = {}) =>
  receive({
    op: 'welcome',
    welcome: {
      v: 1,
      sid: 'sid',
      epoch: 'epoch',
      role: 'controller',
      cols,
      rows: 24,
      out,
      in: input,
      window: { high: 1, low: 1, ack: 1 },
      limits: { idleS: 1, maxS: 1, inputBytesPerS: 65_536 },
      replay: 'none',
    },
  })
const run = () => {
  session.opened({ cols: 80, rows: 24 })
  welcome()
}
const last = () => phases.at(-1)
const exit = (reason: 'exit' | 'build-failed', code: number | null = 0, detail?: string) =>
  receive({
    op: 'exit',
    exit: { reason, code, signal: null, ms: 1, ...(detail ? { detail } : {}) },
  })

describe('a session', () => {
  test('greets first, tells the stages, and runs once it is welcome', () => {
    session.opened({ cols: 80, rows: 24 })
    expect(sent).toEqual([{ op: 'hello', hello: { v: 1, cols: 80, rows: 24 } }])
    for (const stage of ['archive', 'build', 'sandbox'] as const) {
      receive({ op: 'event', event: { t: 'stage', stage } })
    }
    welcome()
    expect(phases.map(({ state }) => state)).toEqual([
      'starting',
      'starting',
      'starting',
      'starting',
      'running',
    ])
    expect(new Set(phases.map(({ message }) => message)).size).toBe(5)
  })

  test('acknowledges what the emulator has parsed, not what has arrived', () => {
    run()
    output(0, 'hello')
    clock.pass(1000)
    expect(sent.filter(({ op }) => op === 'ack')).toEqual([])
    parse[0]?.()
    clock.pass(100)
    expect(sent.filter(({ op }) => op === 'ack')).toEqual([{ op: 'ack', offset: 5 }])
  })

  test('counts on from the offsets it was welcomed with, over the wrap', () => {
    session.opened({ cols: 80, rows: 24 })
    welcome({ out: 2 ** 32 - 2, input: 2 ** 32 - 1 })
    output(2 ** 32 - 2, 'abcd')
    output(2, 'ef')
    for (const done of parse) done()
    clock.pass(100)
    expect(sent.at(-1)).toEqual({ op: 'ack', offset: 4 })
    session.input(bytes('xy'))
    session.input(bytes('z'))
    expect(sent.slice(-2)).toEqual([
      { op: 'input', offset: 2 ** 32 - 1, data: bytes('xy') },
      { op: 'input', offset: 1, data: bytes('z') },
    ])
    expect(written).toBe('abcdef')
  })

  test('ends rather than show output with a hole', () => {
    run()
    output(0, 'abc')
    output(4, 'e')
    expect(last()?.state).toBe('failed')
    expect(closedWith).toEqual([CLOSE.ended])
    expect(written).toBe('abc')
  })

  test('ends at a message that is no frame, and hears nothing more', () => {
    run()
    session.received(new Uint8Array([0x7f]))
    expect(last()?.state).toBe('failed')
    const before = phases.length
    output(0, 'late')
    expect(written).toBe('')
    expect(phases).toHaveLength(before)
  })

  test('takes no input before it is welcome nor after it is over', () => {
    session.opened({ cols: 80, rows: 24 })
    expect(session.input(bytes('x'))).toBe(false)
    welcome()
    expect(session.input(bytes('x'))).toBe(true)
    session.closed(CLOSE.ended)
    expect(session.input(bytes('x'))).toBe(false)
  })

  test('sends a size only when it has changed', () => {
    run()
    const pixels = { width: 10, height: 20 }
    session.resize({ cols: 80, rows: 24 }, pixels)
    expect(sent.filter(({ op }) => op === 'resize')).toEqual([])
    session.resize({ cols: 100, rows: 30 }, pixels)
    expect(sent.at(-1)).toEqual({
      op: 'resize',
      cols: 100,
      rows: 30,
      pixelWidth: 10,
      pixelHeight: 20,
    })
  })

  test('sends the size it has by then when it grew while it was starting', () => {
    session.opened({ cols: 80, rows: 24 })
    session.resize({ cols: 120, rows: 24 }, { width: 0, height: 0 })
    welcome()
    expect(sent.at(-1)).toMatchObject({ op: 'resize', cols: 120 })
  })
})

describe('the end of a session', () => {
  test('is told by its reason, not by the close that follows', () => {
    run()
    exit('exit', 3)
    session.closed(CLOSE.ended)
    expect(last()).toEqual({ state: 'ended', message: 'The shell has ended with status 3.' })
  })

  test('shows the log of a build that failed', () => {
    session.opened({ cols: 80, rows: 24 })
    exit('build-failed', 2, 'main.c:1: error')
    session.closed(CLOSE.sessionOver)
    expect(last()).toEqual({
      state: 'failed',
      message: 'The project could not be built.',
      detail: 'main.c:1: error',
    })
  })

  test.each([
    [1006, 'The connection was lost.'],
    [CLOSE.restarting, 'The server is restarting. Launch again in a moment.'],
    [CLOSE.timedOut, 'The session was closed because nothing happened for too long.'],
  ])('without a reason is told by its close code: %s', (code, message) => {
    run()
    session.closed(code)
    expect(last()).toEqual({ state: 'failed', message })
  })

  test('before it was open is a connection that failed', () => {
    session.closed(1006)
    expect(last()?.message).toContain('could not be reached')
  })

  test('comes by itself when the handshake takes too long', () => {
    clock.pass(15_000)
    expect(last()?.state).toBe('failed')
    expect(closedWith).toHaveLength(1)
  })

  test('is noticed when the network is silent, but not while it answers', () => {
    run()
    for (let index = 0; index < 10; index += 1) {
      clock.pass(15_000)
      receive({ op: 'pong', time: 1 })
    }
    expect(last()?.state).toBe('running')
    clock.pass(61_000)
    expect(last()).toEqual({ state: 'failed', message: 'The connection was lost.' })
  })

  test('is asked for by the visitor, and comes even if the service says nothing', () => {
    run()
    session.end()
    expect(sent.at(-1)).toEqual({ op: 'close' })
    clock.pass(2000)
    expect(last()).toEqual({ state: 'ended', message: 'You ended the session.' })
    expect(closedWith).toEqual([CLOSE.ended])
  })

  test('leaves no timer behind', () => {
    run()
    output(0, 'abc')
    parse[0]?.()
    session.input(new Uint8Array(500_000))
    expect(clock.pending()).toBeGreaterThan(0)
    session.dispose()
    expect(clock.pending()).toBe(0)
  })

  test('announces itself a minute before', () => {
    run()
    receive({ op: 'event', event: { t: 'expires', inS: 60, why: 'idle' } })
    expect(last()).toEqual({ state: 'running', message: expect.stringContaining('60 seconds') })
  })
})
