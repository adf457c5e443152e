import { describe, expect, test } from '@jest/globals'
import { createAckCounter } from './ack-counter.ts'
import { createFakeClock } from './fake-clock.ts'

const setUp = (offset = 0) => {
  const clock = createFakeClock()
  const sent: number[] = []
  return { clock, sent, counter: createAckCounter(offset, (at) => sent.push(at), clock) }
}

describe('the ACK counter', () => {
  test('waits 100 ms for more', () => {
    const { clock, sent, counter } = setUp()
    counter.parsed(10)
    clock.pass(60)
    counter.parsed(5)
    clock.pass(99)
    expect(sent).toEqual([])
    clock.pass(1)
    expect(sent).toEqual([15])
    expect(clock.pending()).toBe(0)
  })

  test('tells of a program that prints all the time once a second', () => {
    const { clock, sent, counter } = setUp()
    for (let tick = 0; tick < 50; tick += 1) {
      counter.parsed(1)
      clock.pass(50)
    }
    expect(sent).toEqual([20, 40])
    clock.pass(50)
    expect(sent).toEqual([20, 40, 50])
    expect(clock.pending()).toBe(0)
  })

  test('sends at once after 64 KiB', () => {
    const { clock, sent, counter } = setUp()
    counter.parsed(65_535)
    counter.parsed(1)
    expect(sent).toEqual([65_536])
    clock.pass(1000)
    expect(sent).toEqual([65_536])
  })

  test('counts over the wrap', () => {
    const { sent, counter } = setUp(2 ** 32 - 1)
    counter.parsed(65_536)
    expect(sent).toEqual([65_535])
  })
})
