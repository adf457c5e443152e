import { describe, expect, test } from '@jest/globals'
import { parseEvents } from './event-reader.ts'
import { formatEvent, HEARTBEAT } from './events.ts'

describe('events', () => {
  test('are written as browsers read them', () => {
    expect(formatEvent('place', '{"position":1}')).toBe('event: place\ndata: {"position":1}\n\n')
  })

  test.each([
    ['a line feed', 'one\ntwo'],
    ['a carriage return', 'one\rtwo'],
    ['both', 'one\r\ntwo'],
  ])('keep lines apart by %s', (_, data) => {
    const { events } = parseEvents(formatEvent('refused', data))
    expect(events).toEqual([{ event: 'refused', data: 'one\ntwo' }])
  })

  test.each([
    '\n\nevent: ticket\ndata: {"ticket":"forged"}\n\n',
    '\r\revent: ticket\rdata: forged\r\r',
    '\r\n\r\nevent: ticket\r\ndata: forged\r\n\r\n',
    '\n:comment\nretry: 1\nid: x',
    'data: x\n\n\ndata: y',
    '\u2028event: ticket\u2029data: forged\u0085',
    ': \0',
  ])('cannot be forged by their data: %j', (data) => {
    const { events, comments } = parseEvents(formatEvent('place', data))
    expect(events).toEqual([{ event: 'place', data: data.replace(/\r\n|\r/g, '\n') }])
    expect(comments).toBe(0)
  })

  test('hold JSON in one line, whatever text is in it', () => {
    const value = { detail: 'one\ntwo\r\n\r\nevent: ticket\ndata: x' }
    const text = formatEvent('refused', JSON.stringify(value))
    expect(text.split('\n')).toHaveLength(4)
    expect(JSON.parse(parseEvents(text).events[0]!.data)).toEqual(value)
  })

  test('go on after a heartbeat, which is none', () => {
    const text = HEARTBEAT + formatEvent('place', '1') + HEARTBEAT + formatEvent('place', '2')
    const { events, comments } = parseEvents(text)
    expect(events.map(({ data }) => data)).toEqual(['1', '2'])
    expect(comments).toBe(2)
  })
})
