import { describe, expect, test } from '@jest/globals'
import { MAX_COLS, MAX_ROWS, MIN_COLS, MIN_ROWS } from '@shellfolio/protocol'
import fc from 'fast-check'
import { AsciicastEncoder } from '../../../../terminal-service/src/recording/asciicast.ts'
import { MAX_CAST_BYTES, MAX_CAST_MS } from '../limits.ts'
import {
  type Cast,
  CastError,
  type CastEvent,
  durationMs,
  encodeCast,
  isWhole,
  largestSize,
  parseCast,
  withoutIdle,
} from './asciicast.ts'

const HEADER = '{"version":2,"width":80,"height":24}\n'

const size = fc.record({
  cols: fc.integer({ min: MIN_COLS, max: MAX_COLS }),
  rows: fc.integer({ min: MIN_ROWS, max: MAX_ROWS }),
})
const text = fc.string({ unit: 'binary', maxLength: 30 })
const what = fc.oneof(
  fc.record({ is: fc.constantFrom('output' as const, 'marker' as const), text }),
  size.map((wanted) => ({ is: 'size' as const, ...wanted })),
)
/** Gaps in microseconds, so that times never go back. */
const events = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 60_000_000 }), what), { maxLength: 40 })
  .map((list) => {
    let us = 0
    return list.map(([gapUs, event]): CastEvent => {
      us += gapUs
      return { atMs: us / 1000, ...event }
    })
  })
const casts: fc.Arbitrary<Cast> = fc
  .record(
    {
      size,
      timestampS: fc.integer({ min: 0, max: 2 ** 33 }),
      title: fc.string({ maxLength: 50 }),
      events,
    },
    { requiredKeys: ['size', 'events'] },
  )
  .map(({ size: { cols, rows }, ...rest }) => ({ cols, rows, ...rest }))

describe('a cast', () => {
  test('comes back from its text as it was', () => {
    fc.assert(
      fc.property(casts, (cast) => {
        expect(parseCast(encodeCast(cast))).toEqual(cast)
      }),
    )
  })

  test('is what the service writes', () => {
    const encoder = new AsciicastEncoder(1000)
    const written = [
      encoder.header({ cols: 80, rows: 24 }, 1_700_000_000.7),
      encoder.output(Buffer.from('$ \u{1f600}"\\\r\n\x1b[31m'), 1234.5678),
      encoder.resized({ cols: 100, rows: 30 }, 2000),
      encoder.marker('recording stopped: size limit', 2000),
    ].join('')
    const cast = parseCast(written)
    expect(cast).toEqual({
      cols: 80,
      rows: 24,
      timestampS: 1_700_000_000,
      events: [
        { atMs: 234.568, is: 'output', text: '$ \u{1f600}"\\\r\n\x1b[31m' },
        { atMs: 1000, is: 'size', cols: 100, rows: 30 },
        { atMs: 1000, is: 'marker', text: 'recording stopped: size limit' },
      ],
    })
    expect([isWhole(cast), durationMs(cast), largestSize(cast)]).toEqual([
      false,
      1000,
      { cols: 100, rows: 30 },
    ])
  })

  test('is whole unless the service says that it stopped; what a program prints does not count', () => {
    const told = (is: 'output' | 'marker', said: string) =>
      isWhole({ events: [{ atMs: 0, is, text: said }] })
    expect(told('marker', 'recording stopped: slow disk')).toBe(false)
    expect(told('marker', 'chapter 2')).toBe(true)
    expect(told('output', 'recording stopped: slow disk')).toBe(true)
  })

  test('without idle time has no long pause, the same events in the same order, and no other change', () => {
    fc.assert(
      fc.property(casts, fc.integer({ min: 1, max: 5000 }), (cast, maxGapMs) => {
        const trimmed = withoutIdle(cast, maxGapMs)
        const bare = (list: CastEvent[]) => list.map((event) => ({ ...event, atMs: 0 }))
        expect(bare(trimmed.events)).toEqual(bare(cast.events))
        let before = 0
        for (const [index, { atMs }] of trimmed.events.entries()) {
          const gap = (cast.events[index]?.atMs ?? 0) - (cast.events[index - 1]?.atMs ?? 0)
          expect(atMs - before).toBeCloseTo(Math.min(gap, maxGapMs), 1)
          expect(atMs).toBeGreaterThanOrEqual(before)
          before = atMs
        }
        expect(parseCast(encodeCast(trimmed))).toEqual(trimmed)
      }),
    )
  })
})

describe('a text that is no cast', () => {
  test.each([
    ['nothing', ''],
    ['no JSON', 'hello\n'],
    ['no header', '[0, "o", "x"]\n'],
    ['null', 'null\n'],
    ['version 1', '{"version":1,"width":80,"height":24}\n'],
    ['a size of zero', '{"version":2,"width":0,"height":24}\n'],
    ['a huge size', '{"version":2,"width":80,"height":100000}\n'],
    ['half a column', '{"version":2,"width":80.5,"height":24}\n'],
    ['a title that is no text', '{"version":2,"width":80,"height":24,"title":{}}\n'],
    ['a date that is none', '{"version":2,"width":80,"height":24,"timestamp":"now"}\n'],
    ['an event that is an object', `${HEADER}{"time":0}\n`],
    ['an event of two', `${HEADER}[0, "o"]\n`],
    ['an event of four', `${HEADER}[0, "o", "x", 1]\n`],
    ['what was typed', `${HEADER}[0, "i", "secret"]\n`],
    ['a number for text', `${HEADER}[0, "o", 1]\n`],
    ['a time that is text', `${HEADER}["0", "o", "x"]\n`],
    ['a time before the start', `${HEADER}[-1, "o", "x"]\n`],
    ['a time without an end', `${HEADER}[1e999, "o", "x"]\n`],
    ['a time after every session', `${HEADER}[${MAX_CAST_MS}, "o", "x"]\n`],
    ['a step back in time', `${HEADER}[2, "o", "x"]\n[1, "o", "x"]\n`],
    ['a size that is none', `${HEADER}[0, "r", "80 x 24"]\n`],
    ['a size too large', `${HEADER}[0, "r", "9999x24"]\n`],
    ['an empty line between', `${HEADER}\n[0, "o", "x"]\n`],
    ['half a line', `${HEADER}[0, "o", "x`],
  ])('is refused: %s', (_, wrong) => {
    expect(() => parseCast(wrong)).toThrow(CastError)
  })

  test('is refused by its size in bytes', () => {
    const large = `${HEADER}[0, "o", "${'é'.repeat(MAX_CAST_BYTES / 2)}"]\n`
    expect(() => parseCast(large)).toThrow('too large')
    expect(() => parseCast(`${HEADER}${'x'.repeat(MAX_CAST_BYTES)}`)).toThrow('too large')
  })

  test('is never quoted in what is said of it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 8 }), (noise) => {
        try {
          parseCast(`${HEADER}[0, "o", ${noise}]\n`)
        } catch (error) {
          expect(error).toBeInstanceOf(CastError)
          expect(String(error)).toMatch(/^CastError: Line \d+ of the recording [a-z, ]+\.$/i)
        }
      }),
    )
  })

  test('is refused or read, whatever it is, and never anything else', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.json(), fc.string())), (lines) => {
        try {
          const cast = parseCast(HEADER + lines.join('\n'))
          expect(parseCast(encodeCast(cast))).toEqual(cast)
        } catch (error) {
          expect(error).toBeInstanceOf(CastError)
        }
      }),
    )
  })
})
