import { describe, expect, test } from '@jest/globals'
import { CLOSE, type TermEvent } from '@shellfolio/protocol'
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
  type,
  welcome,
} from './fresh-session-fixture.ts'
import { lost, SIZE } from './session-fixture.ts'

describe('a session', () => {
  test('greets first, tells the stages, and runs once it is welcome', () => {
    greet()
    expect(sent).toEqual([{ op: 'hello', hello: { v: 1, ...SIZE } }])
    for (const stage of ['archive', 'build', 'sandbox'] as const) {
      receive({ op: 'event', event: { t: 'stage', stage } })
    }
    welcome()
    expect(news.map(({ stage }) => stage)).toEqual(['archive', 'build', 'sandbox'])
    expect(new Set(news.map(({ message }) => message)).size).toBe(3)
    expect(events).toEqual([{ on: 'welcome' }])
  })

  test('acknowledges what the emulator has parsed, not what has arrived', () => {
    run()
    output(0, 'hello')
    clock.pass(1000)
    expect(ops('ack')).toEqual([])
    parseAll()
    clock.pass(100)
    expect(ops('ack')).toEqual([{ op: 'ack', offset: 5 }])
  })

  test('counts on from the offsets it was welcomed with, over the wrap', () => {
    greet()
    welcome({ out: 2 ** 32 - 2, in: 2 ** 32 - 1 })
    output(2 ** 32 - 2, 'abcd')
    output(2, 'ef')
    parseAll()
    clock.pass(100)
    expect(sent.at(-1)).toEqual({ op: 'ack', offset: 4 })
    type('xy')
    type('z')
    expect(inputs()).toEqual([
      [2 ** 32 - 1, 'xy'],
      [1, 'z'],
    ])
    expect(screen.text).toBe('abcdef')
  })

  test.each<[string, () => void]>([
    ['output with a hole', () => output(4, 'e')],
    ['a message that is no frame', () => session.received(new Uint8Array([0x7f]))],
    ['an INPUT_ACK of what was never sent', () => receive({ op: 'inputAck', offset: 9 })],
  ])('is lost for good at %s, and hears nothing more', (_, happen) => {
    run()
    output(0, 'abc')
    happen()
    expect(events.at(-1)).toEqual(lost(CLOSE.badFrame))
    output(3, 'late')
    expect(screen.text).toBe('abc')
    expect(type('x')).toBe(true)
    expect(inputs()).toEqual([])
  })

  test('takes no input before it is welcome nor after it is over', () => {
    greet()
    expect(type('x')).toBe(false)
    welcome()
    expect(type('x')).toBe(true)
    session.dispose()
    expect(type('x')).toBe(false)
  })

  test('sends a size only when it has changed', () => {
    run()
    const pixels = { width: 10, height: 20 }
    session.resize(SIZE, pixels)
    expect(ops('resize')).toEqual([])
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
    greet()
    session.resize({ cols: 120, rows: 24 }, { width: 0, height: 0 })
    welcome()
    expect(sent.at(-1)).toMatchObject({ op: 'resize', cols: 120 })
  })

  test('tells its end by the reason', () => {
    run()
    receive({ op: 'exit', exit: { reason: 'exit', code: 3, signal: null, ms: 1 } })
    expect(events.at(-1)).toMatchObject({
      on: 'exit',
      phase: { state: 'ended', reason: 'exit', message: 'The shell has ended with status 3.' },
    })
  })

  test('asks what the visitor wants of it only while somebody listens', () => {
    expect(session.ask('close')).toBe(false)
    greet()
    expect([session.ask('extend'), session.ask('restart'), session.ask('close')]).toEqual([
      false,
      false,
      true,
    ])
    welcome()
    expect([session.ask('extend'), session.ask('restart')]).toEqual([true, true])
    expect(sent.slice(-2)).toEqual([{ op: 'extend' }, { op: 'restart' }])
  })

  test('leaves no timer behind', () => {
    run()
    output(0, 'abc')
    parseAll()
    session.input('', new Uint8Array(500_000))
    expect(clock.pending()).toBeGreaterThan(0)
    session.dispose()
    expect(clock.pending()).toBe(0)
  })
})

describe('a connection', () => {
  test('is lost when the network is silent, but not while it answers', () => {
    run()
    for (let index = 0; index < 10; index += 1) {
      clock.pass(15_000)
      receive({ op: 'pong', time: 1 })
    }
    expect(events).toEqual([{ on: 'welcome' }])
    clock.pass(61_000)
    expect(events.at(-1)).toEqual(lost(1006))
  })

  test('has to answer soon once the machine woke up', () => {
    run()
    session.probe()
    expect(sent.at(-1)).toMatchObject({ op: 'ping' })
    clock.pass(4000)
    receive({ op: 'pong', time: 1 })
    clock.pass(5000)
    expect(events).toHaveLength(1)
    session.probe()
    clock.pass(5000)
    expect(events.at(-1)).toEqual(lost(1006))
  })
})

describe('what a session tells', () => {
  const tell = (event: TermEvent) => {
    news.length = 0
    receive({ op: 'event', event })
    return news[0]
  }

  test('is that it ends soon, and whether that can be moved', () => {
    run()
    expect(tell({ t: 'expires', inS: 60, why: 'hard', canExtend: true })).toEqual({
      message: 'The session reaches its time limit in 60 seconds.',
      canExtend: true,
    })
    expect(tell({ t: 'expires', inS: 60, why: 'hard' })).toMatchObject({ canExtend: false })
    expect(tell({ t: 'extended', inS: 960 })).toEqual({
      message: 'The session was extended: it may go on for 16 minutes.',
      canExtend: false,
    })
  })

  test('that nothing is typed is taken back once something is', () => {
    run()
    expect(tell({ t: 'expires', inS: 60, why: 'idle' })?.message).toContain('60 seconds')
    type('x')
    type('y')
    expect(news).toHaveLength(2)
    expect(news[1]?.message).toBe('The terminal is ready.')
  })

  test('is nothing where only programs care', () => {
    run()
    expect(tell({ t: 'control', who: 'controller' })).toBeUndefined()
    expect(tell({ t: 'recording-full' })).toBeUndefined()
  })

  test('is how many others look on', () => {
    run()
    expect(tell({ t: 'viewers', n: 3 })).toEqual({ others: 2 })
    expect(tell({ t: 'viewers', n: 1 })).toEqual({ others: 0 })
  })

  test('is that it starts anew, until the new prompt is there', () => {
    run()
    expect(tell({ t: 'restarted' })?.message).toBe('Starting anew …')
    expect(tell({ t: 'stage', stage: 'sandbox' })).toEqual({ message: expect.any(String) })
    output(0, '$ ')
    output(2, 'x')
    expect(news.slice(1)).toEqual([{ message: 'The sandbox was started anew.' }])
  })
})
