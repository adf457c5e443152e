// Browsers that go, come back, look on and start anew; and that nothing of it loses a byte or a reason.
import { describe, expect, test } from '@jest/globals'
import { CLOSE, type ClientFrame, type Role } from '@shellfolio/protocol'
import fc from 'fast-check'
import { RING_BYTES, SILENCE_DETACH_MS, SILENCE_NOTICE_MS } from '../limits.ts'
import { SessionMachine } from './machine.ts'
import type { Effect, SessionEvent } from './transitions.ts'

const RESUME = { sid: 's', epoch: 'e', out: 0, in: 0 }

const start = () => {
  const limits = { idleS: 300, maxS: 1800, graceS: 60 }
  const machine = new SessionMachine({ sid: 's', epoch: 'e', limits, welcome: Buffer.from('') }, 0)
  let nowMs = 0
  const on = (event: SessionEvent, atMs = nowMs) => {
    nowMs = atMs
    return machine.handle(event, nowMs)
  }
  const frame = (viewer: number, value: ClientFrame, atMs?: number) =>
    on({ on: 'frame', viewer, frame: value }, atMs)
  const join = (
    viewer: number,
    { role = 'controller' as Role, resume = undefined as typeof RESUME | undefined } = {},
  ) => {
    on({ on: 'joined', viewer, role })
    const size = { cols: 80, rows: 24 }
    return frame(viewer, { op: 'hello', hello: { v: 1, ...size, ...(resume ? { resume } : {}) } })
  }
  join(1)
  on({ on: 'ready' })
  const say = (text: string, atMs?: number) => on({ on: 'output', data: Buffer.from(text) }, atMs)
  return { machine, on, frame, join, say }
}

const sentTo = (viewer: number, effects: Effect[]) =>
  effects.flatMap((effect) => (effect.do === 'send' && effect.to === viewer ? [effect.frame] : []))
const textTo = (viewer: number, effects: Effect[]) =>
  sentTo(viewer, effects)
    .map((frame) => (frame.op === 'output' ? Buffer.from(frame.data).toString() : ''))
    .join('')
const welcomeTo = (viewer: number, effects: Effect[]) =>
  sentTo(viewer, effects).find((frame) => frame.op === 'welcome')
const partings = (effects: Effect[]) =>
  effects.flatMap((effect) => (effect.do === 'part' ? [[effect.from, effect.code]] : []))
const over = (effects: Effect[]) =>
  effects.flatMap((effect) => (effect.do === 'over' ? [effect.reason] : []))

describe('a session whose browser is lost', () => {
  test('waits a minute for it, then kills the program and says why', () => {
    const { on, machine } = start()
    expect(on({ on: 'lost', viewer: 1 }, 1000)).toContainEqual({
      do: 'timer',
      timer: 'grace',
      ms: 60_000,
    })
    expect(machine.state).toBe('detached')
    expect(on({ on: 'timer', timer: 'grace' }, 61_000)).toContainEqual({ do: 'kill' })
    const end = on({ on: 'exited', exit: { code: null, signal: 'SIGKILL' } })
    expect(over(end)).toEqual(['abandoned'])
  })

  test('goes on to the byte when it comes back', () => {
    const { on, join, say } = start()
    say('abc', 100)
    on({ on: 'lost', viewer: 1 })
    say('def', 200)
    const back = join(2, { resume: { ...RESUME, out: 2 } })
    expect(welcomeTo(2, back)).toMatchObject({ welcome: { out: 2, replay: 'ring' } })
    expect(textTo(2, back)).toBe('cdef')
    expect(textTo(2, say('g', 300))).toBe('g')
  })

  test('tells the browser that comes back which input arrived, and takes each byte once', () => {
    const { on, frame, join } = start()
    frame(1, { op: 'input', offset: 0, data: Buffer.from('abc') })
    on({ on: 'lost', viewer: 1 })
    expect(welcomeTo(2, join(2, { resume: RESUME }))).toMatchObject({ welcome: { in: 3 } })
    const again = frame(2, { op: 'input', offset: 0, data: Buffer.from('abcd') })
    expect(again).toContainEqual({ do: 'write', data: Buffer.from('d') })
  })

  test('shows the screen to one that was away for too long, or belongs to another start', () => {
    const { on, join, say } = start()
    on({ on: 'lost', viewer: 1 })
    say('x'.repeat(RING_BYTES))
    say('y'.repeat(10))
    for (const [viewer, resume] of [
      [2, RESUME],
      [3, { ...RESUME, epoch: 'other', out: RING_BYTES + 10 }],
    ] as const) {
      const back = join(viewer, { resume })
      expect(welcomeTo(viewer, back)).toMatchObject({ welcome: { replay: 'snapshot' } })
      const position = RING_BYTES + 10 + viewer - 2
      const asked = back.find((effect) => effect.do === 'snapshot')
      expect(asked).toMatchObject({ for: viewer, position })
      const shown = on({ on: 'snapshot', viewer, position, data: Buffer.from('screen') })
      expect(sentTo(viewer, shown)).toMatchObject([{ op: 'snapshot', flags: 3, offset: position }])
      expect(textTo(viewer, say('z', 1000 * viewer))).toBe('z')
    }
  })

  test('keeps the end of its program for it', () => {
    const { on, frame, join, say, machine } = start()
    on({ on: 'lost', viewer: 1 })
    say('last words')
    on({ on: 'exited', exit: { code: 4, signal: null } })
    expect(machine.state).toBe('draining')
    expect(textTo(2, join(2, { resume: RESUME }))).toBe('last words')
    const end = frame(2, { op: 'ack', offset: 10 })
    expect(sentTo(2, end)).toMatchObject([{ op: 'exit', exit: { reason: 'exit', code: 4 } }])
  })

  test('lets a flood print on, slowly', () => {
    const { on, say } = start()
    on({ on: 'lost', viewer: 1 })
    const effects = Array.from({ length: 40 }, () => say('x'.repeat(65_536))).flat()
    expect(effects).toContainEqual({ do: 'pause' })
    expect(on({ on: 'timer', timer: 'budget' }, 10_000)).toContainEqual({ do: 'resume' })
  })
})

describe('a second browser', () => {
  test('of the same visitor takes over; the program does not notice', () => {
    const { join, say, machine } = start()
    const taken = join(2, { resume: RESUME })
    expect(partings(taken)).toEqual([[1, CLOSE.replaced]])
    expect(taken.map((effect) => effect.do)).not.toContain('kill')
    expect(machine.state).toBe('live')
    expect(textTo(2, say('x', 100))).toBe('x')
  })

  test('that looks on sees the screen, then the output, and is told the size', () => {
    const { on, frame, join, say } = start()
    say('abc', 100)
    const joined = join(2, { role: 'observer' })
    expect(welcomeTo(2, joined)).toMatchObject({
      welcome: { role: 'observer', replay: 'snapshot' },
    })
    on({ on: 'snapshot', viewer: 2, position: 3, data: Buffer.from('abc') })
    const said = say('d', 200)
    expect([textTo(1, said), textTo(2, said)]).toEqual(['d', 'd'])
    const size = { op: 'resize', cols: 90, rows: 30, pixelWidth: 0, pixelHeight: 0 } as const
    expect(sentTo(2, frame(1, size))).toEqual([{ op: 'size', cols: 90, rows: 30 }])
    expect(frame(2, { ...size, cols: 50 })).toEqual([])
  })

  test.each<ClientFrame>([
    { op: 'input', offset: 0, data: Buffer.from('x') },
    { op: 'close' },
    { op: 'extend' },
    { op: 'restart' },
  ])('that looks on may not send %j; the session goes on without it', (bad) => {
    const { frame, join, machine } = start()
    join(2, { role: 'observer' })
    const effects = frame(2, bad)
    expect(partings(effects)).toEqual([[2, CLOSE.originRefused]])
    expect(effects.some((effect) => effect.do === 'write' || effect.do === 'kill')).toBe(false)
    expect(machine.state).toBe('live')
  })

  test('that looks on and parses nothing does not make the program wait, and sees the screen later', () => {
    const { on, frame, join, say } = start()
    join(2, { role: 'observer' })
    on({ on: 'snapshot', viewer: 2, position: 0, data: Buffer.from('') })
    let effects: Effect[] = []
    for (let at = 1; at <= 30; at += 1) {
      effects = effects.concat(say('x'.repeat(65_536), at * 100))
      effects = effects.concat(frame(1, { op: 'ack', offset: at * 65_536 }))
    }
    expect(effects).not.toContainEqual({ do: 'pause' })
    expect(textTo(2, effects).length).toBeLessThan(700_000)
    expect(effects).toContainEqual({ do: 'timer', timer: 'observe', ms: expect.any(Number) })
    expect(on({ on: 'timer', timer: 'observe' })).toMatchObject([{ do: 'snapshot', for: 2 }])
  })

  test('is told to everybody, from the first moment on and until it leaves', () => {
    const { on, join } = start()
    const counts = (effects: Effect[]) =>
      effects.flatMap((effect) =>
        effect.do === 'send' && effect.frame.op === 'event' && effect.frame.event.t === 'viewers'
          ? [[effect.to, effect.frame.event.n]]
          : [],
      )
    expect(counts(join(2, { role: 'observer' }))).toEqual([
      [1, 2],
      [2, 2],
    ])
    expect(counts(on({ on: 'lost', viewer: 2 }))).toEqual([[1, 1]])
  })

  test('that looks on before the prompt is told to everybody with it', () => {
    const facts = {
      sid: 's',
      epoch: 'e',
      limits: { idleS: 9, maxS: 9, graceS: 9 },
      welcome: Buffer.from(''),
    }
    const machine = new SessionMachine(facts, 0)
    const hello: ClientFrame = { op: 'hello', hello: { v: 1, cols: 80, rows: 24 } }
    for (const [viewer, role] of [
      [1, 'controller'],
      [2, 'observer'],
    ] as const) {
      machine.handle({ on: 'joined', viewer, role }, 0)
      machine.handle({ on: 'frame', viewer, frame: hello }, 0)
    }
    const ready = machine.handle({ on: 'ready' }, 0)
    for (const viewer of [1, 2]) {
      expect(sentTo(viewer, ready)).toMatchObject([
        { op: 'welcome' },
        { event: { t: 'viewers', n: 2 } },
      ])
    }
  })

  test('cannot begin a session by looking on', () => {
    const facts = {
      sid: 's',
      epoch: 'e',
      limits: { idleS: 9, maxS: 9, graceS: 9 },
      welcome: Buffer.from(''),
    }
    const machine = new SessionMachine(facts, 0)
    machine.handle({ on: 'joined', viewer: 1, role: 'observer' }, 0)
    const hello: ClientFrame = { op: 'hello', hello: { v: 1, cols: 80, rows: 24 } }
    const effects = machine.handle({ on: 'frame', viewer: 1, frame: hello }, 0)
    expect(partings(effects)).toEqual([[1, CLOSE.unknownSession]])
    expect(over(effects)).toEqual(['closed'])
  })
})

describe('a browser that parses nothing', () => {
  test('is told after a while, then taken for gone; the session waits for it', () => {
    const { on, say, machine } = start()
    for (let at = 1; at <= 9; at += 1) say('x'.repeat(65_536), at)
    expect(on({ on: 'timer', timer: 'silence' }, SILENCE_NOTICE_MS + 100)).toContainEqual({
      do: 'send',
      to: 1,
      frame: { op: 'event', event: { t: 'notice', level: 'warning', msg: expect.any(String) } },
    })
    const gone = on({ on: 'timer', timer: 'silence' }, SILENCE_DETACH_MS + 100)
    expect(partings(gone)).toEqual([[1, CLOSE.timedOut]])
    expect(machine.state).toBe('detached')
  })
})

describe('a visitor', () => {
  test('may extend the hard limit once', () => {
    const { frame, on, machine } = start()
    expect(sentTo(1, frame(1, { op: 'extend' }, 1000))).toEqual([
      { op: 'event', event: { t: 'extended', inS: 1799 + 900 } },
    ])
    expect(sentTo(1, frame(1, { op: 'extend' }))).toMatchObject([{ event: { t: 'notice' } }])
    frame(1, { op: 'input', offset: 0, data: Buffer.from('x') }, 1_700_000)
    on({ on: 'timer', timer: 'life' }, 1_800_000)
    expect(machine.state).toBe('live')
    frame(1, { op: 'input', offset: 1, data: Buffer.from('x') }, 2_600_000)
    on({ on: 'timer', timer: 'life' }, 2_700_000)
    expect(machine.state).toBe('ending')
  })

  test('may start anew: the screen is cleared, offsets go on, late input and output are dropped', () => {
    const { frame, on, say } = start()
    say('old', 100)
    const effects = frame(1, { op: 'restart' }, 200)
    expect(effects).toContainEqual({ do: 'restart', cols: 80, rows: 24 })
    expect(textTo(1, effects)).toBe('\u001bc')
    expect(frame(1, { op: 'input', offset: 0, data: Buffer.from('rm -rf') })).not.toContainEqual(
      expect.objectContaining({ do: 'write' }),
    )
    expect(say('of the old one')).toEqual([])
    on({ on: 'ready' }, 300)
    expect(sentTo(1, say('new', 400))).toMatchObject([{ op: 'output', offset: 5 }])
  })

  test('cannot start anew without end', () => {
    const { frame, on } = start()
    const restarts = Array.from({ length: 10 }, () => {
      const effects = frame(1, { op: 'restart' })
      on({ on: 'ready' })
      return effects
    }).flat()
    expect(restarts.filter((effect) => effect.do === 'restart')).toHaveLength(3)
  })
})

const events: fc.Arbitrary<SessionEvent> = fc.oneof(
  fc.record({
    on: fc.constant('joined' as const),
    viewer: fc.integer({ min: 1, max: 4 }),
    role: fc.constantFrom<Role>('controller', 'observer'),
  }),
  fc.record({
    on: fc.constant('frame' as const),
    viewer: fc.integer({ min: 1, max: 4 }),
    frame: fc.oneof<fc.Arbitrary<ClientFrame>[]>(
      fc.constant({ op: 'hello', hello: { v: 1, cols: 80, rows: 24 } }),
      fc.constant({ op: 'hello', hello: { v: 1, cols: 80, rows: 24, resume: RESUME } }),
      fc.record({ op: fc.constant('ack' as const), offset: fc.nat(400_000) }),
      fc.record({
        op: fc.constant('input' as const),
        offset: fc.nat(3),
        data: fc.uint8Array({ minLength: 1, maxLength: 3 }),
      }),
      fc.constantFrom<ClientFrame>({ op: 'close' }, { op: 'extend' }, { op: 'restart' }),
    ),
  }),
  fc.record({ on: fc.constant('lost' as const), viewer: fc.integer({ min: 1, max: 4 }) }),
  fc.record({
    on: fc.constant('output' as const),
    data: fc.nat(100_000).map((size) => new Uint8Array(size)),
  }),
  fc.constantFrom<SessionEvent>(
    { on: 'ready' },
    { on: 'stage', stage: 'build' },
    { on: 'exited', exit: { code: 0, signal: null } },
    { on: 'failed', reason: 'build-failed', detail: 'x' },
    { on: 'overflow' },
    { on: 'end', reason: 'shutdown' },
    { on: 'timer', timer: 'grace' },
    { on: 'timer', timer: 'drain' },
    { on: 'timer', timer: 'life' },
    { on: 'timer', timer: 'flush' },
    { on: 'timer', timer: 'silence' },
    { on: 'timer', timer: 'observe' },
  ),
)

describe('whatever happens, in whatever order, a session', () => {
  test('ends at most once with one reason, parts each browser once, and keeps offsets contiguous', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(events, fc.nat(40_000)), { maxLength: 80 }), (list) => {
        const { machine } = start()
        let nowMs = 0
        let reasons = 0
        const joined = new Set([1])
        const next = new Map<number, number>()
        for (const [event, pauseMs] of list) {
          if (event.on === 'joined') {
            // The owner of the sockets never uses a number twice.
            if (joined.has(event.viewer)) continue
            joined.add(event.viewer)
          }
          nowMs += pauseMs
          for (const effect of machine.handle(event, nowMs)) {
            expect(reasons === 0 || effect.do === 'part').toBe(true)
            if (effect.do === 'over') reasons += 1
            if (effect.do !== 'send') continue
            const { frame, to } = effect
            if (frame.op === 'welcome') next.set(to, frame.welcome.out)
            if (frame.op === 'snapshot') next.set(to, frame.offset)
            if (frame.op !== 'output') continue
            expect(frame.offset).toBe(next.get(to) ?? 0)
            next.set(to, frame.offset + frame.data.byteLength)
          }
        }
        expect(reasons).toBe(machine.state === 'closed' ? 1 : 0)
      }),
      { numRuns: 500 },
    )
  })
})
