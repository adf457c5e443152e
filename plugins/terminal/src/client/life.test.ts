import { beforeEach, describe, expect, test } from '@jest/globals'
import { CLOSE } from '@shellfolio/protocol'
import fc from 'fast-check'
import { createFakeClock, type FakeClock } from './fake-clock.ts'
import { step } from './life.ts'
import type { Life, LifeEffect, LifeEvent } from './life-events.ts'
import { RUNNING, refusedPhase, UNREACHABLE } from './phase.ts'
import { isOver, type Phase } from './terminal-state.ts'

const ticketOf = (name: string) => ({
  ticket: `ticket-${name}`,
  url: 'wss://x/terminal/ws',
  expiresInS: 30,
  limits: { idleS: 300, maxS: 1800 },
  session: 'session',
  key: `key-${name}`,
})
const TICKET = ticketOf('first')
const BACK = ticketOf('second')
const PLACE = { place: 'place', position: 3, estimateS: 90 }
const LOST = { on: 'lost', code: 1006 } as const
const BUSY: LifeEvent = {
  on: 'refused',
  phase: refusedPhase('service-unavailable'),
  isFinal: false,
}

let clock: FakeClock
let life: Life
let done: Exclude<LifeEffect, { do: 'show' }>[]
let shown: Phase[]
let random: number
let cancel: (() => void) | undefined

const on = (event: LifeEvent) => {
  const { life: next, effects, waitMs } = step(life, event, { nowMs: clock.now(), random })
  if (next !== life) cancel?.()
  life = next
  if (waitMs !== undefined) cancel = clock.after(waitMs, () => on({ on: 'timer' }))
  for (const effect of effects) {
    if (effect.do === 'show') shown.push(effect.phase)
    else done.push(effect)
  }
}

beforeEach(() => {
  clock = createFakeClock()
  life = { at: 'asking' }
  done = []
  shown = []
  random = 1 - 1e-9
  cancel = undefined
})

const all = (...events: LifeEvent[]) => {
  for (const event of events) on(event)
}
const ticket = (which = TICKET): LifeEvent => ({ on: 'ticket', ticket: which })
const run = () => all(ticket(), { on: 'opened' }, { on: 'welcome' })
const last = () => shown.at(-1)
const at = () => life.at
const take = () => done.splice(0)
const asks = () => done.filter((effect) => effect.do === 'ask').length

describe('a launch', () => {
  test('asks, connects, greets, and runs once it is welcome', () => {
    run()
    expect(done).toEqual([{ do: 'open', url: TICKET.url, ticket: 'ticket-first' }, { do: 'greet' }])
    expect(shown.map(({ state, stage }) => stage ?? state)).toEqual([
      'connecting',
      'connecting',
      'running',
    ])
    expect(clock.pending()).toBe(0)
  })

  test('is refused in the server’s words, and not tried again by itself', () => {
    on(BUSY)
    expect(last()).toEqual(refusedPhase('service-unavailable'))
    clock.pass(600_000)
    expect(asks()).toBe(0)
  })

  test('fails when the connection cannot be made, or takes too long', () => {
    all(ticket(), LOST)
    expect(last()).toEqual(UNREACHABLE)
    life = { at: 'asking' }
    on(ticket())
    clock.pass(15_000)
    expect([last(), life]).toEqual([UNREACHABLE, { at: 'over' }])
  })

  test('has nothing to come back to before it is welcome', () => {
    all(ticket(), { on: 'opened' }, LOST)
    expect(last()).toEqual({ state: 'failed', message: 'The connection was lost.' })
    expect(life).toEqual({ at: 'over' })
  })

  test('may be cancelled before anything was started', () => {
    all(ticket(), { on: 'end' })
    expect(last()).toMatchObject({ state: 'ended', reason: 'cancelled' })
    all({ on: 'opened' }, ticket(), { on: 'welcome' })
    expect(life).toEqual({ at: 'over' })
  })
})

describe('a running session', () => {
  test.each([
    ['the shell ended', CLOSE.ended, 'ended'],
    ['another tab took it', CLOSE.replaced, 'ended'],
    ['it is over', CLOSE.sessionOver, 'ended'],
    ['it is not known', CLOSE.unknownSession, 'ended'],
    ['the ticket was refused', CLOSE.ticketRefused, 'failed'],
    ['too much was typed', CLOSE.inputOverQuota, 'failed'],
    ['something was no frame', CLOSE.badFrame, 'failed'],
    ['too many messages came', CLOSE.rateLimited, 'failed'],
  ])('is over for good when %s', (_, code, state) => {
    run()
    on({ on: 'lost', code })
    expect(last()?.state).toBe(state)
    expect(life).toEqual({ at: 'over' })
  })

  test.each([1001, 1005, 1006, 1011, CLOSE.restarting, CLOSE.timedOut, CLOSE.unavailable])(
    'comes back after %i',
    (code) => {
      run()
      take()
      on({ on: 'lost', code })
      expect(last()?.state).toBe('reconnecting')
      clock.pass(500)
      expect(take()).toEqual([
        { do: 'drop' },
        { do: 'ask', wayBack: { session: 'session', key: 'key-first' } },
      ])
      all(ticket(BACK), { on: 'opened' }, { on: 'welcome' })
      expect(take()).toMatchObject([{ do: 'open', ticket: 'ticket-second' }, { do: 'greet' }])
      expect(last()).toEqual({ state: 'running', message: 'The connection is back.' })
      on(LOST)
      clock.pass(1000)
      expect(done).toContainEqual({ do: 'ask', wayBack: { session: 'session', key: 'key-second' } })
    },
  )

  test('is asked whether it is there when the machine woke up', () => {
    run()
    take()
    on({ on: 'awake' })
    expect([take(), life.at]).toEqual([[{ do: 'probe' }], 'live'])
  })

  test('ends with its last message, whatever closes afterwards', () => {
    run()
    all({ on: 'exit', phase: { state: 'ended', message: 'x' } }, { on: 'lost', code: 1000 })
    expect(last()).toEqual({ state: 'ended', message: 'x' })
  })

  test('is ended by the visitor, and ends even if the service says nothing', () => {
    run()
    take()
    all({ on: 'end' }, { on: 'end' })
    expect(take()).toEqual([{ do: 'bye' }])
    expect(last()).toEqual(RUNNING)
    clock.pass(2000)
    expect(last()).toMatchObject({ state: 'ended', reason: 'closed' })
    expect(take()).toEqual([{ do: 'drop' }])
  })

  test('is let go at once when the visitor leaves the page', () => {
    run()
    take()
    on({ on: 'left' })
    expect(take()).toEqual([{ do: 'bye' }, { do: 'drop' }])
    expect(last()).toMatchObject({ state: 'ended', reason: 'left' })
    expect(clock.pending()).toBe(0)
  })
})

describe('the way back', () => {
  test('is tried with longer and longer waits, never a long one, until the grace is over', () => {
    run()
    on(LOST)
    const waits: number[] = []
    for (let since = clock.now(); life.at !== 'over'; ) {
      const before = asks()
      while (asks() === before) clock.pass(1)
      waits.push(clock.now() - since)
      since = clock.now()
      on(BUSY)
    }
    expect(waits.slice(0, 6)).toEqual([500, 1000, 2000, 4000, 8000, 8000])
    expect(Math.max(...waits)).toBe(8000)
    expect(clock.now()).toBeGreaterThanOrEqual(60_000)
    expect(clock.now()).toBeLessThan(60_100)
    expect(last()).toMatchObject({ state: 'ended', reason: 'lost' })
  })

  test('is tried at any time within the bound, so that not everybody comes at once', () => {
    random = 0
    run()
    on(LOST)
    clock.pass(0)
    expect(asks()).toBe(1)
  })

  test('is tried at once when the network or the visitor is back', () => {
    run()
    on(LOST)
    clock.pass(500)
    on(BUSY)
    take()
    on({ on: 'awake' })
    expect(take()).toMatchObject([{ do: 'ask' }])
    on({ on: 'awake' })
    expect(take()).toEqual([])
  })

  test('is tried once more even when the machine slept over the grace', () => {
    run()
    on(LOST)
    clock.pass(400)
    cancel?.()
    clock.pass(3_600_000)
    on({ on: 'awake' })
    all(ticket(BACK), { on: 'opened' }, { on: 'welcome' })
    expect(last()?.state).toBe('running')
  })

  test('ends honestly when the session is gone', () => {
    run()
    on(LOST)
    clock.pass(500)
    on({ on: 'refused', phase: refusedPhase('session-gone'), isFinal: true })
    expect(last()).toMatchObject({
      state: 'ended',
      reason: 'gone',
      message: 'That session is no longer there. Launch a new one.',
    })
  })

  test('ends when the server will never agree', () => {
    run()
    on(LOST)
    clock.pass(500)
    on({ on: 'refused', phase: refusedPhase('origin-refused'), isFinal: true })
    expect(last()?.state).toBe('failed')
  })

  test('does not wait for a service that takes the connection and says nothing', () => {
    run()
    on(LOST)
    clock.pass(500)
    all(ticket(BACK), { on: 'opened' })
    clock.pass(15_000 + 1000)
    expect(life.at).toBe('calling')
    on(ticket(BACK))
    clock.pass(15_000 + 2000)
    expect(life.at).toBe('calling')
  })

  test('is not hurried by a connection that breaks again and again', () => {
    run()
    let waited = 0
    for (let round = 0; round < 6; round += 1) {
      on(LOST)
      const since = clock.now()
      const before = asks()
      while (asks() === before) clock.pass(1)
      waited = clock.now() - since
      all(ticket(BACK), { on: 'opened' }, { on: 'welcome' })
    }
    expect(waited).toBe(8000)
    clock.pass(6000)
    on(LOST)
    clock.pass(500)
    expect(life.at).toBe('calling')
  })

  test('is given up when the visitor ends the session', () => {
    run()
    all(LOST, { on: 'end' })
    expect(last()).toMatchObject({ state: 'ended', reason: 'closed' })
    clock.pass(60_000)
    expect(asks()).toBe(0)
  })
})

describe('the queue', () => {
  const wait = () => on({ on: 'place', place: PLACE })

  test('tells the place, and goes on to the terminal', () => {
    wait()
    expect(last()).toEqual({
      state: 'queued',
      position: 3,
      estimateS: 90,
      message: 'Every terminal is in use. You are number 3 in line, in about 2 minutes.',
    })
    on({ on: 'position', position: 1 })
    expect(last()?.message).toBe('Every terminal is in use. You are next.')
    run()
    expect(done.map((effect) => effect.do)).toEqual(['follow', 'open', 'greet'])
    expect(last()?.state).toBe('running')
  })

  test('is followed again when its stream breaks, within the grace', () => {
    wait()
    take()
    let streams = 0
    while (life.at !== 'over') {
      on({ on: 'broken' })
      clock.pass(8000)
      streams += take().filter((effect) => effect.do === 'follow').length
      expect(streams).toBeLessThan(20)
    }
    expect(streams).toBeGreaterThan(5)
    expect(last()).toEqual(UNREACHABLE)
  })

  test('may take an hour: the grace begins anew with every good stream', () => {
    wait()
    for (let round = 0; round < 60; round += 1) {
      on({ on: 'position', position: 2 })
      clock.pass(60_000)
      on({ on: 'broken' })
      clock.pass(8000)
      expect(life.at).toBe('following')
    }
  })

  test('is followed at once when the network is back', () => {
    wait()
    on({ on: 'broken' })
    take()
    on({ on: 'awake' })
    expect(take()).toEqual([{ do: 'follow', place: 'place' }])
  })

  test('is left by the visitor', () => {
    wait()
    on({ on: 'end' })
    expect(last()).toMatchObject({ state: 'ended', reason: 'cancelled' })
    expect(done.at(-1)).toEqual({ do: 'drop' })
    all(ticket(), { on: 'position', position: 1 })
    expect(life).toEqual({ at: 'over' })
  })

  test('may be closed by the server', () => {
    wait()
    on({ on: 'refused', phase: refusedPhase('terminal-disabled'), isFinal: true })
    expect(last()?.state).toBe('unavailable')
  })
})

describe('whatever happens, in whatever order, a life', () => {
  test('ends at most once, lets go when it ends, and never keeps a timer beyond it', () => {
    const events = fc.oneof(
      fc.constantFrom<LifeEvent>(
        ticket(),
        BUSY,
        LOST,
        { on: 'place', place: PLACE },
        { on: 'position', position: 1 },
        { on: 'refused', phase: refusedPhase('session-gone'), isFinal: true },
        { on: 'broken' },
        { on: 'opened' },
        { on: 'welcome' },
        { on: 'awake' },
        { on: 'lost', code: CLOSE.replaced },
      ),
      fc.constantFrom<LifeEvent>(
        { on: 'exit', phase: { state: 'ended', message: 'x' } },
        { on: 'end' },
        { on: 'left' },
      ),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(events, fc.nat(20_000)), { maxLength: 40 }), (list) => {
        clock = createFakeClock()
        life = { at: 'asking' }
        done = []
        shown = []
        cancel = undefined
        for (const [event, ms] of list) {
          on(event)
          clock.pass(ms)
          expect(clock.pending()).toBeLessThanOrEqual(1)
        }
        const endings = shown.filter(isOver).length
        const isEnded = at() === 'over'
        expect(endings).toBe(isEnded ? 1 : 0)
        if (!isEnded) return
        expect([done.at(-1), clock.pending()]).toEqual([{ do: 'drop' }, 0])
      }),
      { numRuns: 1000 },
    )
  })
})
