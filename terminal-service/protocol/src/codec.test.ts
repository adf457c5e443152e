// Frames survive the wire; bytes that are no frame are refused with the right code and nothing else.
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  CLOSE,
  type ClientFrame,
  decodeClientFrame,
  decodeServerFrame,
  encodeClientFrame,
  encodeServerFrame,
  MAX_CLIENT_MESSAGE_BYTES,
  MAX_COLS,
  MAX_HELLO_BYTES,
  MAX_INPUT_BYTES,
  MAX_OUTPUT_BYTES,
  MAX_ROWS,
  ProtocolError,
  type ServerFrame,
} from './index.ts'

const u32 = fc.integer({ min: 0, max: 2 ** 32 - 1 })
const u16 = fc.integer({ min: 0, max: 0xffff })
const cols = fc.integer({ min: 2, max: MAX_COLS })
const rows = fc.integer({ min: 1, max: MAX_ROWS })
const bytes = fc.uint8Array({ minLength: 1, maxLength: 300 })

const clientFrames: fc.Arbitrary<ClientFrame> = fc.oneof(
  fc.record({ op: fc.constant('input' as const), offset: u32, data: bytes }),
  fc.record({ op: fc.constant('ack' as const), offset: u32 }),
  fc.record({ op: fc.constant('resize' as const), cols, rows, pixelWidth: u16, pixelHeight: u16 }),
  fc.record({ op: fc.constant('ping' as const), time: u32 }),
  fc.constantFrom({ op: 'close' as const }, { op: 'take' as const }),
  fc.record({
    op: fc.constant('hello' as const),
    hello: fc.record({ v: fc.constant(1 as const), cols, rows }),
  }),
)

const serverFrames: fc.Arbitrary<ServerFrame> = fc.oneof(
  fc.record({ op: fc.constant('output' as const), offset: u32, data: bytes }),
  fc.record({ op: fc.constant('inputAck' as const), offset: u32 }),
  fc.record({ op: fc.constant('size' as const), cols, rows }),
  fc.record({ op: fc.constant('pong' as const), time: u32 }),
  fc.record({
    op: fc.constant('snapshot' as const),
    flags: fc.integer({ min: 0, max: 255 }),
    offset: u32,
    data: bytes,
  }),
  fc.record({
    op: fc.constant('event' as const),
    event: fc.record({ t: fc.constant('dropped' as const), bytes: u32 }),
  }),
  fc.record({
    op: fc.constant('exit' as const),
    exit: fc.record({
      reason: fc.constantFrom('exit' as const, 'idle' as const),
      code: fc.option(fc.integer({ min: 0, max: 255 })),
      signal: fc.option(fc.constantFrom('SIGKILL', 'SIGHUP')),
      ms: u32,
      detail: fc.string({ maxLength: 500 }),
    }),
  }),
)

const refusal = (decode: (bytes: Uint8Array) => unknown, frame: Uint8Array) => {
  try {
    decode(frame)
  } catch (error) {
    if (error instanceof ProtocolError) return error.closeCode
    throw error
  }
  return undefined
}

describe('the codec', () => {
  test('brings every frame of a browser back', () => {
    fc.assert(
      fc.property(clientFrames, (frame) => {
        expect(decodeClientFrame(encodeClientFrame(frame))).toEqual(frame)
      }),
    )
  })

  test('brings every frame of the service back', () => {
    fc.assert(
      fc.property(serverFrames, (frame) => {
        expect(decodeServerFrame(encodeServerFrame(frame))).toEqual(frame)
      }),
    )
  })

  test('throws nothing but ProtocolError, whatever comes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (frame) => {
        refusal(decodeClientFrame, frame)
        refusal(decodeServerFrame, frame)
      }),
      { numRuns: 2000 },
    )
  })

  test('reads frames that do not start at the beginning of their buffer', () => {
    const frame = encodeClientFrame({ op: 'ack', offset: 0x01020304 })
    const padded = new Uint8Array([9, 9, 9, ...frame])
    expect(decodeClientFrame(padded.subarray(3))).toEqual({ op: 'ack', offset: 0x01020304 })
  })

  test.each([
    ['nothing', []],
    ['an unknown opcode', [0x77]],
    ['an opcode of the service', [0x80, 0, 0, 0, 0, 1]],
    ['input without bytes', [0, 0, 0, 0, 0]],
    ['a short ACK', [1, 0, 0, 0]],
    ['a long ACK', [1, 0, 0, 0, 0, 0]],
    ['a short resize', [2, 0, 80, 0, 24]],
    ['no columns', [2, 0, 0, 0, 24, 0, 0, 0, 0]],
    ['no rows', [2, 0, 80, 0, 0, 0, 0, 0, 0]],
    ['65535 columns', [2, 255, 255, 0, 24, 0, 0, 0, 0]],
    ['65535 rows', [2, 0, 80, 255, 255, 0, 0, 0, 0]],
    ['CLOSE with a payload', [4, 0]],
    ['HELLO that is not JSON', [0x10, 0x7b]],
    ['HELLO that is not UTF-8', [0x10, 0x22, 0xff, 0x22]],
    ['HELLO of another version', [0x10, ...Buffer.from('{"v":2,"cols":80,"rows":24}')]],
    ['HELLO without a size', [0x10, ...Buffer.from('{"v":1}')]],
  ])('refuses %s', (_what, frame) => {
    expect(refusal(decodeClientFrame, Uint8Array.from(frame))).toBe(CLOSE.badFrame)
  })

  test('clamps sizes that are merely large', () => {
    const frame = encodeClientFrame({
      op: 'resize',
      cols: 4000,
      rows: 3000,
      pixelWidth: 0,
      pixelHeight: 0,
    })
    expect(decodeClientFrame(frame)).toMatchObject({ cols: MAX_COLS, rows: MAX_ROWS })
  })

  test('accepts payloads at their limit and refuses one byte more as too big', () => {
    const input = (size: number) =>
      encodeClientFrame({ op: 'input', offset: 0, data: new Uint8Array(size) })
    expect(decodeClientFrame(input(MAX_INPUT_BYTES))).toMatchObject({ op: 'input' })
    expect(refusal(decodeClientFrame, input(MAX_INPUT_BYTES + 1))).toBe(CLOSE.tooBig)
    const hello = new Uint8Array(2 + MAX_HELLO_BYTES).fill(0x20)
    hello[0] = 0x10
    expect(refusal(decodeClientFrame, hello)).toBe(CLOSE.tooBig)
    const output = (size: number) =>
      encodeServerFrame({ op: 'output', offset: 0, data: new Uint8Array(size) })
    expect(decodeServerFrame(output(MAX_OUTPUT_BYTES))).toMatchObject({ op: 'output' })
    expect(refusal(decodeServerFrame, output(MAX_OUTPUT_BYTES + 1))).toBe(CLOSE.tooBig)
    expect(MAX_CLIENT_MESSAGE_BYTES).toBe(MAX_INPUT_BYTES + 5)
  })

  test('ignores frames of a later service, not unknown ones below', () => {
    expect(decodeServerFrame(Uint8Array.of(0xc0, 1))).toBeUndefined()
    expect(refusal(decodeServerFrame, Uint8Array.of(0xbf))).toBe(CLOSE.badFrame)
  })
})
