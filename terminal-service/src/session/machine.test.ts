// The course of a session: every state, every way out, and the flow of bytes, with a clock of our own.
import { describe, expect, test } from '@jest/globals'
import { CLOSE, type ClientFrame, WINDOW_HIGH_BYTES, WINDOW_LOW_BYTES } from '@shellfolio/protocol'
import fc from 'fast-check'
import { DRAIN_TIMEOUT_MS } from '../limits.ts'
import { SessionMachine } from './machine.ts'
import type { Effect, SessionEvent } from './transitions.ts'

const HELLO: ClientFrame = { op: 'hello', hello: { v: 1, cols: 80, rows: 24 } }

const JOINED: SessionEvent = { on: 'joined', viewer: 1, role: 'controller' }

const newMachine = (limits = { idleS: 300, maxS: 1800 }) => {
  const facts = {
    sid: 's',
    epoch: 'e',
    limits: { ...limits, graceS: 60 },
    welcome: Buffer.from(''),
  }
  const machine = new SessionMachine(facts, 0)
  let nowMs = 0
  const on = (event: SessionEvent, atMs = nowMs): Effect[] => {
    nowMs = atMs
    return machine.handle(event, nowMs)
  }
  const frame = (value: ClientFrame, atMs?: number, viewer = 1) =>
    on({ on: 'frame', viewer, frame: value }, atMs)
  return { machine, on, frame }
}

/** A machine whose first browser is there and has not said HELLO. */
const greeted = (limits?: { idleS: number; maxS: number }) => {
  const parts = newMachine(limits)
  parts.on(JOINED)
  return parts
}

const running = (limits?: { idleS: number; maxS: number }) => {
  const parts = greeted(limits)
  parts.frame(HELLO)
  parts.on({ on: 'ready' })
  return parts
}

const sent = (effects: Effect[]) =>
  effects.flatMap((effect) => (effect.do === 'send' ? [effect.frame] : []))
const names = (effects: Effect[]) =>
  effects.map((effect) => (effect.do === 'send' ? effect.frame.op : effect.do))
/** Code that the first browser's socket is closed with. */
const closedWith = (effects: Effect[]) =>
  effects.flatMap((effect) => (effect.do === 'part' && effect.from === 1 ? [effect.code] : []))[0]
const bytes = (size: number) => new Uint8Array(size)

describe('a session', () => {
  test('waits five seconds for HELLO', () => {
    const { on, machine } = newMachine()
    expect(on(JOINED)).toEqual([{ do: 'timer', timer: 'hello-1', ms: 5000 }])
    expect(closedWith(on({ on: 'timer', timer: 'hello-1' }, 5000))).toBe(4408)
    expect(machine.state).toBe('closed')
  })

  test('takes nothing before HELLO and no second one', () => {
    const early = greeted()
    expect(closedWith(early.frame({ op: 'ping', time: 1 }))).toBe(CLOSE.badFrame)
    expect(closedWith(running().frame(HELLO))).toBe(CLOSE.badFrame)
  })

  test('starts on HELLO, tells stages, welcomes when ready', () => {
    const { on, frame } = greeted()
    expect(names(frame(HELLO))).toEqual(['timer', 'start'])
    expect(sent(on({ on: 'stage', stage: 'build' }))).toEqual([
      { op: 'event', event: { t: 'stage', stage: 'build' } },
    ])
    expect(names(on({ on: 'ready' }))).toEqual(['welcome', 'timer'])
  })

  test('applies a size that changed while it started', () => {
    const { on, frame } = greeted()
    frame(HELLO)
    expect(frame({ op: 'resize', cols: 100, rows: 30, pixelWidth: 0, pixelHeight: 0 })).toEqual([])
    expect(on({ on: 'ready' })).toContainEqual({ do: 'resize', cols: 100, rows: 30 })
  })

  test('is over when its only browser goes before the program runs', () => {
    const { on, frame } = greeted()
    frame(HELLO)
    expect(on({ on: 'lost', viewer: 1 })).toEqual([
      { do: 'part', from: 1 },
      { do: 'over', reason: 'abandoned' },
    ])
    expect(on({ on: 'ready' })).toEqual([])
  })

  test('tells why it could not start', () => {
    const { on, frame } = greeted()
    frame(HELLO)
    const effects = on({ on: 'failed', reason: 'build-failed', detail: 'a\u001b[2Jb' }, 7)
    const exit = { reason: 'build-failed', code: null, signal: null, ms: 7, detail: 'a[2Jb' }
    expect(sent(effects)).toEqual([{ op: 'exit', exit }])
    expect(closedWith(effects)).toBe(CLOSE.sessionOver)
  })

  test('takes each byte of input once, repeated and overlapping frames included', () => {
    const { frame } = running()
    const stream = Buffer.from('abcdefghij')
    const written: Buffer[] = []
    const input = (from: number, to: number) => {
      for (const effect of frame({ op: 'input', offset: from, data: stream.subarray(from, to) })) {
        if (effect.do === 'write') written.push(Buffer.from(effect.data))
      }
    }
    input(0, 4)
    input(0, 4)
    input(2, 8)
    input(8, 10)
    expect(Buffer.concat(written).toString()).toBe('abcdefghij')
  })

  test('closes on a gap in the input, and on more than its rate', () => {
    const gap: ClientFrame = { op: 'input', offset: 1, data: bytes(1) }
    expect(closedWith(running().frame(gap))).toBe(CLOSE.badFrame)
    const { frame } = running()
    let last: Effect[] = []
    for (let offset = 0; last.at(-1)?.do !== 'over'; offset += 8192) {
      expect(offset).toBeLessThanOrEqual(256 * 1024)
      last = frame({ op: 'input', offset, data: bytes(8192) })
    }
    expect(closedWith(last)).toBe(CLOSE.inputOverQuota)
  })

  test('lets a browser acknowledge every output, however fast, and nothing else that often', () => {
    const { on, frame, machine } = running()
    for (let offset = 1; offset <= 2000; offset += 1) {
      // Steps of 5 ms: each byte leaves in a frame of its own. The ACKs then come all at once.
      on({ on: 'output', data: bytes(1) }, 100 + offset * 5)
    }
    for (let offset = 1; offset <= 2000; offset += 1) frame({ op: 'ack', offset })
    expect(machine.state).toBe('live')
    const extra = Array.from({ length: 401 }, () => frame({ op: 'ack', offset: 2000 })).flat()
    expect(closedWith(extra)).toBe(CLOSE.rateLimited)
  })

  test('sends output at once, then in larger pieces', () => {
    const { on } = running()
    expect(names(on({ on: 'output', data: bytes(10) }, 100))).toEqual(['output'])
    expect(names(on({ on: 'output', data: bytes(10) }, 101))).toEqual(['timer'])
    expect(on({ on: 'output', data: bytes(10) }, 102)).toEqual([])
    expect(sent(on({ on: 'timer', timer: 'flush' }, 105))).toEqual([
      { op: 'output', offset: 10, data: Buffer.alloc(20) },
    ])
  })

  test('does not let an echo wait', () => {
    const { on, frame } = running()
    on({ on: 'output', data: bytes(1) }, 100)
    frame({ op: 'input', offset: 0, data: bytes(1) }, 101)
    expect(names(on({ on: 'output', data: bytes(1) }, 102))).toEqual(['output'])
  })

  test('loses no byte and keeps the program within its window, whatever the order of things', () => {
    const steps = fc.array(
      fc.oneof(
        fc.record({ kind: fc.constant('data' as const), size: fc.integer({ min: 1, max: 65536 }) }),
        fc.record({
          kind: fc.constant('ack' as const),
          part: fc.double({ min: 0, max: 1, noNaN: true }),
        }),
        fc.constant({ kind: 'flush' as const }),
      ),
      { maxLength: 200 },
    )
    fc.assert(
      fc.property(steps, (list) => {
        const { on, frame } = running()
        let [now, produced, received, acked, isPaused] = [0, 0, 0, 0, false]
        const see = (effects: Effect[]) => {
          for (const effect of effects) {
            if (effect.do === 'pause') isPaused = true
            if (effect.do === 'resume') isPaused = false
            if (effect.do === 'send' && effect.frame.op === 'output') {
              expect(effect.frame.offset).toBe(received)
              received += effect.frame.data.byteLength
            }
          }
        }
        for (const step of list) {
          now += 1
          if (step.kind === 'data' && !isPaused) {
            produced += step.size
            see(on({ on: 'output', data: bytes(step.size) }, now))
          } else if (step.kind === 'ack') {
            acked += Math.floor((received - acked) * step.part)
            // Far apart: the rate of frames is not the matter here.
            now += 10
            see(frame({ op: 'ack', offset: acked }, now))
          } else if (step.kind === 'flush') see(on({ on: 'timer', timer: 'flush' }, now))
          expect(produced - acked).toBeLessThanOrEqual(WINDOW_HIGH_BYTES + 65536)
          if (produced - acked < WINDOW_LOW_BYTES) expect(isPaused).toBe(false)
        }
        see(on({ on: 'exited', exit: { code: 0, signal: null } }, now))
        expect(received).toBe(produced)
      }),
      { numRuns: 200 },
    )
  })

  test('pauses for a clogged socket even when everything is acknowledged', () => {
    const { on } = running()
    expect(on({ on: 'clogged', viewer: 1, is: true })).toEqual([{ do: 'pause' }])
    expect(on({ on: 'clogged', viewer: 1, is: false })).toEqual([{ do: 'resume' }])
  })

  test('tells the exit only when the last output is parsed', () => {
    const { on, frame, machine } = running()
    on({ on: 'output', data: bytes(5) }, 100)
    on({ on: 'output', data: bytes(5) }, 101)
    const ended = on({ on: 'exited', exit: { code: 3, signal: null } }, 102)
    expect(names(ended)).toEqual(['output', 'timer'])
    expect(machine.state).toBe('draining')
    expect(frame({ op: 'ack', offset: 5 })).toEqual([])
    const last = frame({ op: 'ack', offset: 10 })
    expect(names(last)).toEqual(['exit', 'part', 'over'])
    expect(sent(last)).toMatchObject([{ exit: { reason: 'exit', code: 3 } }])
  })

  test('does not wait for ever for a browser that parses nothing', () => {
    const { on } = running()
    on({ on: 'output', data: bytes(5) }, 100)
    expect(on({ on: 'exited', exit: { code: 0, signal: null } })).toContainEqual({
      do: 'timer',
      timer: 'drain',
      ms: DRAIN_TIMEOUT_MS,
    })
    expect(names(on({ on: 'timer', timer: 'drain' }))).toEqual(['exit', 'part', 'over'])
  })

  test.each([
    [{ code: null, signal: 'SIGKILL', exceeded: 'memory' as const }, 'memory', 4410],
    [{ code: null, signal: 'SIGKILL', exceeded: 'cpu' as const }, 'cpu', 4410],
    [{ code: 0, signal: null }, 'exit', 1000],
  ])('names the reason of %j', (exit, reason, code) => {
    const effects = running().on({ on: 'exited', exit })
    expect(sent(effects)).toMatchObject([{ op: 'exit', exit: { reason } }])
    expect(closedWith(effects)).toBe(code)
  })

  test('warns before it ends an idle session, and starts over with each input', () => {
    const { on, frame } = running({ idleS: 100, maxS: 1000 })
    expect(sent(on({ on: 'timer', timer: 'life' }, 50_000))).toMatchObject([
      { event: { t: 'expires', inS: 50, why: 'idle' } },
    ])
    frame({ op: 'input', offset: 0, data: bytes(1) }, 90_000)
    expect(names(on({ on: 'timer', timer: 'life' }, 100_000))).toEqual(['timer'])
    expect(names(on({ on: 'timer', timer: 'life' }, 190_000))).toEqual(['kill', 'timer'])
    const end = on({ on: 'exited', exit: { code: null, signal: 'SIGKILL' } })
    expect(sent(end)).toMatchObject([{ exit: { reason: 'idle' } }])
    expect(closedWith(end)).toBe(CLOSE.timedOut)
  })

  test('has a hard limit that input does not move', () => {
    const { on, frame } = running({ idleS: 1000, maxS: 600 })
    frame({ op: 'input', offset: 0, data: bytes(1) }, 539_000)
    expect(sent(on({ on: 'timer', timer: 'life' }, 540_000))).toMatchObject([
      { event: { t: 'expires', inS: 60, why: 'hard' } },
    ])
    on({ on: 'timer', timer: 'life' }, 600_000)
    const end = on({ on: 'exited', exit: { code: null, signal: null } })
    expect(sent(end)).toMatchObject([{ exit: { reason: 'hard-limit' } }])
  })

  test('applies sizes at most every 50 ms, the last one wins', () => {
    const { on, frame } = running()
    const resize = (cols: number) =>
      frame({ op: 'resize', cols, rows: 24, pixelWidth: 0, pixelHeight: 0 })
    expect(names(resize(90))).toEqual(['resize', 'timer'])
    expect([...resize(91), ...resize(92)]).toEqual([])
    expect(on({ on: 'timer', timer: 'resize' })).toContainEqual({
      do: 'resize',
      cols: 92,
      rows: 24,
    })
    expect(on({ on: 'timer', timer: 'resize' })).toEqual([])
  })
})
