// The asciicast writer against the rules of version 2, with any bytes cut anywhere.
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { z } from 'zod'
import { AsciicastEncoder } from './asciicast.ts'
import { BoundedCast } from './bounded-cast.ts'

const header = z.strictObject({
  version: z.literal(2),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  timestamp: z.number().int().positive(),
  env: z.strictObject({ TERM: z.string() }),
})
const event = z.union([
  z.tuple([z.number().nonnegative(), z.literal('o'), z.string()]),
  z.tuple([z.number().nonnegative(), z.literal('r'), z.string().regex(/^\d+x\d+$/)]),
  z.tuple([z.number().nonnegative(), z.literal('m'), z.string()]),
])

/** @throws when the text is no asciicast v2 */
const parseCast = (text: string) => {
  expect(text.endsWith('\n')).toBe(true)
  const [first = '', ...rest] = text.trimEnd().split('\n')
  const events = rest.map((line) => event.parse(JSON.parse(line)))
  const times = events.map(([time]) => time)
  expect(times).toEqual([...times].sort((a, b) => a - b))
  return { header: header.parse(JSON.parse(first)), events }
}

const textOf = (events: z.output<typeof event>[]) =>
  events.map(([, code, data]) => (code === 'o' ? data : '')).join('')

describe('an asciicast', () => {
  test('has a header, output, sizes and markers with seconds to the microsecond', () => {
    const cast = new AsciicastEncoder(1000)
    const text = [
      cast.header({ cols: 80, rows: 24 }, 1_700_000_000.9),
      cast.output(Buffer.from('\u001b[1mhi\r\n"'), 1001.234),
      cast.resized({ cols: 132, rows: 43 }, 2500),
      cast.marker('here', 2500),
    ].join('')
    expect(text.split('\n')[1]).toBe(String.raw`[0.001234, "o", "\u001b[1mhi\r\n\""]`)
    expect(parseCast(text)).toEqual({
      header: {
        version: 2,
        width: 80,
        height: 24,
        timestamp: 1_700_000_000,
        env: { TERM: 'xterm-256color' },
      },
      events: [
        [0.001234, 'o', '\u001b[1mhi\r\n"'],
        [1.5, 'r', '132x43'],
        [1.5, 'm', 'here'],
      ],
    })
  })

  test('never goes back in time', () => {
    const cast = new AsciicastEncoder(0)
    const text =
      cast.header({ cols: 1, rows: 1 }, 1) +
      cast.output(Buffer.from('a'), 50) +
      cast.output(Buffer.from('b'), 20)
    expect(parseCast(text).events.map(([time]) => time)).toEqual([0.05, 0.05])
  })

  test('holds the decoded output, whatever the bytes and wherever they are cut', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => Buffer.from(text)),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(bytes, fc.nat(500))), (chunks) => {
        const cast = new AsciicastEncoder(0)
        const lines = [cast.header({ cols: 80, rows: 24 }, 1)]
        for (const [chunk, ms] of chunks) lines.push(cast.output(chunk, ms))
        lines.push(cast.end(1000))
        const whole = Buffer.concat(chunks.map(([chunk]) => chunk))
        const decoded = new TextDecoder('utf-8', { ignoreBOM: true }).decode(whole)
        expect(textOf(parseCast(lines.join('')).events)).toBe(decoded)
      }),
    )
  })
})

describe('a bounded asciicast', () => {
  const bounds = { size: { cols: 80, rows: 24 }, startMs: 0, timestampS: 1, maxBytes: 2000 }

  test('never exceeds its size and says last why it stopped', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 900 }), { minLength: 8 }), (chunks) => {
        const cast = new BoundedCast(bounds)
        let text = cast.header()
        for (const chunk of chunks) text += cast.output(chunk, 1)
        text += cast.end(2)
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(bounds.maxBytes)
        expect(Buffer.byteLength(text)).toBe(cast.bytes)
        const last = parseCast(text).events.at(-1)
        if (cast.stopped) expect(last).toEqual([0.001, 'm', 'recording stopped: size limit'])
      }),
    )
  })

  test('stops at its age', () => {
    const cast = new BoundedCast({ ...bounds, maxMs: 100 })
    cast.header()
    expect(cast.output(Buffer.from('a'), 100)).toContain('"o"')
    expect(cast.output(Buffer.from('b'), 101)).toContain('recording stopped: time limit')
    expect(cast.output(Buffer.from('c'), 102)).toBe('')
  })
})
