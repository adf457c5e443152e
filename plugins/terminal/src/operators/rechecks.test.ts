// Whether sockets of operators end when their login does, and only then: with a clock and a database of our own.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createFakeClock, type FakeClock } from '../client/fake-clock.ts'
import type { Operator } from './operator.ts'
import { createRechecks, type Rechecks } from './rechecks.ts'

const ANN: Operator = { collection: 'users', id: 'ann', login: 'laptop' }
const ANN_ELSEWHERE: Operator = { ...ANN, login: 'phone' }

let clock: FakeClock
let rechecks: Rechecks
let revoked: Set<string | undefined>
let asked: Operator[]
let logged: unknown[]
let answer: (may: boolean) => Promise<boolean>

beforeEach(() => {
  clock = createFakeClock()
  revoked = new Set()
  asked = []
  logged = []
  answer = async (may) => may
  rechecks = createRechecks({
    clock,
    check: () => (operator) => {
      asked.push(operator)
      return answer(!revoked.has(operator.login))
    },
    log: { error: (entry) => logged.push(entry), info: (entry) => logged.push(entry) },
  })
})
afterEach(async () => {
  await rechecks.close()
  expect(clock.pending()).toBe(0)
})

/** Lets seconds pass, and what is asked in them be answered. */
const pass = async (seconds: number) => {
  for (let at = 0; at < seconds; at += 1) {
    clock.pass(1000)
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
  }
}
const failing = async () => {
  throw new Error('no database')
}

describe('the sockets of an operator', () => {
  test('stay open while the login is there, and are asked for at least every 15 s', async () => {
    const { signal } = rechecks.hold(ANN)
    await pass(60)
    expect(signal.aborted).toBe(false)
    expect(asked.length).toBeGreaterThanOrEqual(4)
    expect(asked[0]).toEqual(ANN)
  })

  test('end within 15 s of its end, all of them, and no other login’s', async () => {
    const first = rechecks.hold(ANN)
    await pass(7)
    const second = rechecks.hold(ANN)
    const other = rechecks.hold(ANN_ELSEWHERE)
    revoked.add('laptop')
    await pass(15)
    expect([first, second, other].map(({ signal }) => signal.aborted)).toEqual([true, true, false])
    other.release()
  })

  test('share one question', async () => {
    for (let count = 0; count < 20; count += 1) rechecks.hold(ANN)
    await pass(10)
    expect(asked).toHaveLength(1)
  })

  test('survive a database that is away for a while, which is told once', async () => {
    const { signal } = rechecks.hold(ANN)
    answer = failing
    await pass(22)
    answer = async (may) => may
    await pass(60)
    expect(signal.aborted).toBe(false)
    expect(logged).toEqual([
      expect.objectContaining({ msg: expect.stringContaining('does not say') }),
      expect.objectContaining({ msg: expect.stringContaining('No longer') }),
    ])
  })

  test('end when nobody could say for 30 s whether they may stay', async () => {
    const { signal } = rechecks.hold(ANN)
    answer = failing
    await pass(20)
    expect(signal.aborted).toBe(false)
    await pass(10)
    expect(signal.aborted).toBe(true)
  })

  test('are counted from the question, not from the answer', async () => {
    const { signal } = rechecks.hold(ANN)
    await pass(10)
    // Asked before the login ended, answered at the last moment.
    let reply: (may: boolean) => void = () => undefined
    answer = () => new Promise((resolve) => (reply = resolve))
    await pass(10)
    answer = failing
    reply(true)
    await pass(22)
    expect(signal.aborted).toBe(false)
    await pass(3)
    expect(signal.aborted).toBe(true)
  })

  test('are asked for no more once they are gone', async () => {
    const { release, signal } = rechecks.hold(ANN)
    release()
    expect(clock.pending()).toBe(0)
    await pass(60)
    expect([asked.length, signal.aborted]).toEqual([0, false])
  })

  test('end with the process’s state, and none is held after it', async () => {
    const { signal } = rechecks.hold(ANN)
    await rechecks.close()
    expect(signal.aborted).toBe(true)
    expect(rechecks.hold(ANN).signal.aborted).toBe(true)
  })
})
