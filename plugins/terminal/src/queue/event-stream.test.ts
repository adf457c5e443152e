import { beforeEach, describe, expect, test } from '@jest/globals'
import { eventually } from '../../../../tests/support/eventually.ts'
import { MAX_WAITING_EVENTS } from '../limits.ts'
import { readEvents } from './event-reader.ts'
import { createEventStream } from './event-stream.ts'

describe('a stream of events', () => {
  let gone: number
  const onGone = () => {
    gone += 1
  }

  beforeEach(() => {
    gone = 0
  })

  test('arrives whole, and says nothing about its own end', async () => {
    const stream = createEventStream(onGone)
    const reader = readEvents(stream.body)
    expect(stream.send('place', { position: 1 })).toBe(true)
    stream.end()
    await eventually('it ends', reader.isEnded)
    expect(reader.events()).toEqual([{ event: 'place', data: { position: 1 } }])
    expect(stream.send('place', { position: 2 })).toBe(false)
    await reader.leave()
    expect(gone).toBe(0)
  })

  test('says once that its reader has left, however it did', async () => {
    const leaving = new AbortController()
    const stream = createEventStream(onGone, leaving.signal)
    const reader = readEvents(stream.body)
    await reader.leave()
    leaving.abort()
    expect(gone).toBe(1)
    expect(stream.isOpen()).toBe(false)
    expect(stream.send('place', {})).toBe(false)
  })

  test('ends for a request that is aborted, or was before it began', async () => {
    const leaving = new AbortController()
    const stream = createEventStream(onGone, leaving.signal)
    leaving.abort()
    await eventually('it ends', readEvents(stream.body).isEnded)
    createEventStream(onGone, leaving.signal)
    await eventually('both are gone', () => gone === 2)
  })

  test('takes a reader that reads nothing for gone, and keeps a bounded number of events', () => {
    const stream = createEventStream(onGone)
    let sent = 0
    while (sent < 1000 && stream.send('place', { position: 1 })) sent += 1
    expect(sent).toBe(MAX_WAITING_EVENTS)
    expect(gone).toBe(1)
  })
})
