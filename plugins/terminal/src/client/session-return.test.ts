import { describe, expect, test } from '@jest/globals'
import { CLOSE, SNAPSHOT_LAST, SNAPSHOT_RESET, type Welcome } from '@shellfolio/protocol'
import {
  clock,
  events,
  greet,
  inputs,
  news,
  ops,
  output,
  parseAll,
  receive,
  run,
  screen,
  sent,
  session,
  sizes,
  type,
  welcome,
} from './fresh-session-fixture.ts'
import { bytes, lost, SIZE, startSession } from './session-fixture.ts'

const comeBack = (more: Partial<Welcome> = {}) => {
  session.detach()
  sent.length = 0
  greet()
  welcome({ replay: 'ring', ...more })
}

describe('a session that lost its connection', () => {
  test('says where it stopped, in both directions', () => {
    run()
    output(0, 'hello')
    type('abc')
    receive({ op: 'inputAck', offset: 2 })
    session.detach()
    greet()
    expect(sent.at(-1)).toMatchObject({
      hello: { resume: { sid: 'sid', epoch: 'epoch', out: 5, in: 2 } },
    })
  })

  test('goes on at the byte where it stopped', () => {
    run()
    output(0, 'hello')
    comeBack({ out: 5 })
    output(5, ' again')
    expect(screen.text).toBe('hello again')
    expect(events).toEqual([{ on: 'welcome' }, { on: 'welcome' }])
  })

  test('sends what has not arrived, once, with what was typed meanwhile', () => {
    run()
    type('abc')
    type('def')
    session.detach()
    type('g')
    type('h')
    comeBack({ in: 4 })
    expect(inputs()).toEqual([[4, 'efgh']])
    receive({ op: 'inputAck', offset: 8 })
    comeBack({ in: 8 })
    expect(inputs()).toEqual([])
  })

  test('keeps no more of it than it can hold', () => {
    run()
    session.detach()
    expect(session.input('', new Uint8Array(1024 * 1024))).toBe(true)
    expect(type('x')).toBe(false)
  })

  test.each<[string, Partial<Welcome>]>([
    ['has forgotten input that it acknowledged', { in: 1 }],
    ['claims input that was never sent', { in: 7 }],
    ['leaves output out', { in: 3, out: 4 }],
  ])('does not go on with a service that %s', (_, more) => {
    run()
    type('abc')
    receive({ op: 'inputAck', offset: 3 })
    comeBack(more)
    expect(events.at(-1)).toEqual(lost(CLOSE.badFrame))
    expect(inputs()).toEqual([])
  })

  test.each([{ sid: 'other' }, { epoch: 'other' }])(
    'gives nothing that was typed to another session: %j',
    (more) => {
      run()
      session.detach()
      type('secret')
      comeBack(more)
      expect(events.at(-1)).toEqual(lost(CLOSE.unknownSession))
      expect(inputs()).toEqual([])
    },
  )

  test('does not count what it parses late as parsed over the new connection', () => {
    run()
    output(0, 'hello')
    comeBack({ out: 5 })
    parseAll()
    clock.pass(1000)
    expect(ops('ack')).toEqual([])
    output(5, 'x')
    parseAll()
    clock.pass(100)
    expect(ops('ack')).toEqual([{ op: 'ack', offset: 6 }])
  })

  test('draws the screen it is given, and acknowledges from there', () => {
    run()
    output(0, 'hello')
    comeBack({ replay: 'snapshot', out: 900 })
    const snapshot = (flags: number, text: string) =>
      receive({ op: 'snapshot', flags, offset: 1000, data: bytes(text) })
    snapshot(SNAPSHOT_RESET, 'the ')
    snapshot(0, 'whole ')
    snapshot(SNAPSHOT_LAST, 'screen')
    output(1000, ' and on')
    parseAll()
    clock.pass(100)
    expect(screen.text).toBe('the whole screen and on')
    expect(ops('ack')).toEqual([{ op: 'ack', offset: 1007 }])
  })

  test('tells the size it has by now', () => {
    run()
    session.detach()
    session.resize({ cols: 99, rows: 9 }, { width: 1, height: 1 })
    sent.length = 0
    greet({ cols: 99, rows: 9 })
    welcome({ replay: 'ring', cols: 99, rows: 9 })
    expect(sent[0]).toMatchObject({ op: 'hello', hello: { cols: 99, rows: 9 } })
    expect(ops('resize')).toEqual([])
  })
})

describe('what a terminal answers by itself', () => {
  const REPLY = '\x1b[3;1R'

  test('is sent while it runs, to a program that has just asked', () => {
    run()
    type(REPLY)
    expect(inputs()).toEqual([[0, REPLY]])
  })

  test('is not kept for later, while what is typed is', () => {
    run()
    session.detach()
    expect(type(REPLY)).toBe(true)
    type('x')
    comeBack()
    expect(inputs()).toEqual([[0, 'x']])
  })

  test('is not sent until what was missed is parsed', () => {
    run()
    comeBack()
    expect(ops('ping')).toHaveLength(1)
    output(0, 'missed')
    receive({ op: 'pong', time: 1 })
    type(REPLY)
    type('x')
    expect(inputs()).toEqual([[0, 'x']])
    parseAll()
    type(REPLY)
    expect(inputs().at(-1)).toEqual([1, REPLY])
  })

  test('is not sent until the screen is drawn, whatever else is answered', () => {
    run()
    comeBack({ replay: 'snapshot' })
    const [flags, data] = [SNAPSHOT_RESET | SNAPSHOT_LAST, bytes('screen')]
    receive({ op: 'snapshot', flags, offset: 0, data })
    type(REPLY)
    expect(inputs()).toEqual([])
    parseAll()
    type(REPLY)
    expect(inputs()).toEqual([[0, REPLY]])
  })
})

describe('a browser that looks on', () => {
  const watch = () => {
    greet()
    welcome({ role: 'observer', cols: 132, rows: 43, replay: 'snapshot' })
  }

  test('shows the size it is told, and has no say', () => {
    watch()
    receive({ op: 'size', cols: 100, rows: 30 })
    expect(sizes).toEqual([
      { cols: 132, rows: 43 },
      { cols: 100, rows: 30 },
    ])
    expect(type('rm')).toBe(false)
    session.resize({ cols: 90, rows: 20 }, { width: 1, height: 1 })
    expect([session.ask('close'), session.ask('extend'), session.ask('restart')]).toEqual([
      false,
      false,
      false,
    ])
    expect(sent.map(({ op }) => op)).toEqual(['hello'])
    expect(events).toMatchObject([{ on: 'welcome', phase: { state: 'running' } }])
  })

  test('is not offered what it cannot do, nor told of itself', () => {
    watch()
    receive({ op: 'event', event: { t: 'expires', inS: 60, why: 'hard', canExtend: true } })
    receive({ op: 'event', event: { t: 'viewers', n: 2 } })
    expect(news).toEqual([{ message: expect.stringContaining('60 seconds') }, {}])
  })

  test('looks on even if it were granted more', () => {
    const { session: other, type: typeThere, ...fixture } = startSession({ isWatcher: true })
    fixture.run()
    expect([typeThere('rm'), other.ask('close')]).toEqual([false, false])
    expect(fixture.sent.map(({ op }) => op)).toEqual(['hello'])
    expect(fixture.sizes).toEqual([SIZE])
  })

  test('goes on at the byte where it stopped, like any other', () => {
    watch()
    receive({ op: 'snapshot', flags: 3, offset: 7, data: bytes('screen') })
    output(7, 'more')
    session.detach()
    greet()
    expect(sent.at(-1)).toMatchObject({ op: 'hello', hello: { resume: { out: 11, in: 0 } } })
    welcome({ role: 'observer', replay: 'ring', out: 11 })
    output(11, '!')
    expect(screen.text).toBe('screenmore!')
  })
})
