import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createEventParser, OversizedEvent, type StreamEvent } from './event-stream.ts'

const parse = (...pieces: string[]): StreamEvent[] => pieces.flatMap(createEventParser(1000))
const place = { event: 'place', data: '{"position":2}' }

describe('a stream of events', () => {
  test.each([
    ['newlines', 'event: place\ndata: {"position":2}\n\n'],
    ['carriage returns', 'event: place\rdata: {"position":2}\r\r'],
    ['both', 'event: place\r\ndata: {"position":2}\r\n\r\n'],
    ['no space after the colon', 'event:place\ndata:{"position":2}\n\n'],
    ['a byte order mark', '\ufeffevent: place\ndata: {"position":2}\n\n'],
    [
      'comments and fields of no interest',
      ': hi\nid: 7\nevent: place\n:\ndata: {"position":2}\n\n',
    ],
  ])('may be written with %s', (_, text) => {
    expect(parse(text)).toEqual([place])
  })

  test('gives the same events however it is cut', () => {
    const text =
      ': hi\r\n\r\nevent: place\r\ndata: {"position":2}\r\n\r\ndata: a\rdata: b\r\rdata\n\n'
    const whole = parse(text)
    expect(whole).toEqual([
      place,
      { event: 'message', data: 'a\nb' },
      { event: 'message', data: '' },
    ])
    fc.assert(
      fc.property(fc.array(fc.nat(text.length), { maxLength: 12 }), (cuts) => {
        const at = [0, ...cuts.sort((a, b) => a - b), text.length]
        const pieces = at.slice(1).map((end, index) => text.slice(at[index], end))
        expect(parse(...pieces)).toEqual(whole)
      }),
    )
  })

  test('keeps an event back until its empty line, and drops one that never gets it', () => {
    expect(parse('event: place\ndata: {"position":2}\n')).toEqual([])
  })

  test('says nothing for an event without data, nor lends its name to the next', () => {
    expect(parse('event: place\n\ndata: x\n\n')).toEqual([{ event: 'message', data: 'x' }])
  })

  test.each([
    ['one line', ['data: ', 'x'.repeat(600), 'x'.repeat(600)]],
    ['many lines', Array.from({ length: 101 }, () => 'data: 4567\n')],
  ])('is given up at an event that is too large: %s', (_, pieces) => {
    expect(() => parse(...pieces)).toThrow(OversizedEvent)
  })

  test('may be long if its events are short', () => {
    const pieces = Array.from({ length: 500 }, () => 'data: x\n\n: keep\n\n')
    expect(parse(...pieces)).toHaveLength(500)
  })
})
