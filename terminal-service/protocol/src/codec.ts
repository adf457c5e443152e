// Bytes to frames and back: one opcode byte, big-endian integers, JSON only in control frames. Pure, total, without copies of payloads.
import { CLOSE, type CloseCode } from './close-codes.ts'
import { type ClientFrame, FIRST_IGNORABLE_OP, OP, type ServerFrame } from './frames.ts'
import {
  MAX_CLIENT_MESSAGE_BYTES,
  MAX_COLS,
  MAX_CONTROL_BYTES,
  MAX_HELLO_BYTES,
  MAX_OUTPUT_BYTES,
  MAX_ROWS,
  MIN_COLS,
  MIN_ROWS,
} from './limits.ts'
import { isExit, isHello, isTermEvent, isWelcome } from './messages.ts'

/** Bytes that are no term.v1 frame. `closeCode` is what the connection must be closed with. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError'
  readonly closeCode: CloseCode

  constructor(message: string, closeCode: CloseCode = CLOSE.badFrame) {
    super(message)
    this.closeCode = closeCode
  }
}

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const clamp = (value: number, min: number, max: number) => Math.min(max, Math.max(min, value))

const frame = (op: number, size: number): { bytes: Uint8Array; view: DataView } => {
  const bytes = new Uint8Array(1 + size)
  bytes[0] = op
  return { bytes, view: viewOf(bytes) }
}

type Allocate = (bytes: number) => Uint8Array

const allocateNew: Allocate = (bytes) => new Uint8Array(bytes)

const withOffset = (
  op: number,
  offset: number,
  data: Uint8Array,
  allocate = allocateNew,
): Uint8Array => {
  const bytes = allocate(5 + data.byteLength)
  bytes[0] = op
  viewOf(bytes).setUint32(1, offset)
  bytes.set(data, 5)
  return bytes
}

const withNumber = (op: number, value: number): Uint8Array => {
  const { bytes, view } = frame(op, 4)
  view.setUint32(1, value)
  return bytes
}

const withShorts = (op: number, ...values: number[]): Uint8Array => {
  const { bytes, view } = frame(op, 2 * values.length)
  values.forEach((value, index) => {
    view.setUint16(1 + 2 * index, clamp(Math.round(value), 0, 0xffff))
  })
  return bytes
}

const withJson = (op: number, value: unknown): Uint8Array => {
  const text = encoder.encode(JSON.stringify(value))
  const bytes = new Uint8Array(1 + text.byteLength)
  bytes[0] = op
  bytes.set(text, 1)
  return bytes
}

export const encodeClientFrame = (value: ClientFrame): Uint8Array => {
  switch (value.op) {
    case 'input':
      return withOffset(OP.input, value.offset, value.data)
    case 'ack':
      return withNumber(OP.ack, value.offset)
    case 'resize':
      return withShorts(OP.resize, value.cols, value.rows, value.pixelWidth, value.pixelHeight)
    case 'ping':
      return withNumber(OP.ping, value.time)
    case 'close':
    case 'take':
    case 'extend':
    case 'restart':
      return frame(OP[value.op], 0).bytes
    case 'hello':
      return withJson(OP.hello, value.hello)
  }
}

/** `allocate`: where the bytes of an OUTPUT go, by default a new array. */
export const encodeServerFrame = (value: ServerFrame, allocate?: Allocate): Uint8Array => {
  switch (value.op) {
    case 'output':
      return withOffset(OP.output, value.offset, value.data, allocate)
    case 'inputAck':
      return withNumber(OP.inputAck, value.offset)
    case 'size':
      return withShorts(OP.size, value.cols, value.rows)
    case 'pong':
      return withNumber(OP.pong, value.time)
    case 'snapshot': {
      const { bytes, view } = frame(OP.snapshot, 5 + value.data.byteLength)
      bytes[1] = value.flags
      view.setUint32(2, value.offset)
      bytes.set(value.data, 6)
      return bytes
    }
    case 'welcome':
      return withJson(OP.welcome, value.welcome)
    case 'event':
      return withJson(OP.event, value.event)
    case 'exit':
      return withJson(OP.exit, value.exit)
  }
}

const expectSize = (bytes: Uint8Array, size: number) => {
  if (bytes.byteLength !== 1 + size) throw new ProtocolError('a frame of the wrong size')
}

const expectPayload = (bytes: Uint8Array, header: number, max: number): Uint8Array => {
  const size = bytes.byteLength - 1 - header
  if (size < 1) throw new ProtocolError('a frame without its payload')
  if (size > max) throw new ProtocolError('a payload over its limit', CLOSE.tooBig)
  return bytes.subarray(1 + header)
}

const readNumber = (bytes: Uint8Array): number => {
  expectSize(bytes, 4)
  return viewOf(bytes).getUint32(1)
}

const readJson = <T>(bytes: Uint8Array, max: number, is: (value: unknown) => value is T): T => {
  const text = expectPayload(bytes, 0, max)
  let value: unknown
  try {
    value = JSON.parse(decoder.decode(text))
  } catch {
    throw new ProtocolError('a control frame that is not JSON')
  }
  if (!is(value)) throw new ProtocolError('a control frame of the wrong shape')
  return value
}

/** What an encoder makes of NaN, a negative number or infinity: a fault of the sender, not a size to be clamped. */
const isNoSize = (value: number): boolean => value === 0 || value === 0xffff

const readSize = (bytes: Uint8Array) => {
  const view = viewOf(bytes)
  return {
    cols: clamp(view.getUint16(1), MIN_COLS, MAX_COLS),
    rows: clamp(view.getUint16(3), MIN_ROWS, MAX_ROWS),
  }
}

/**
 * One message of a browser as a frame; large sizes are clamped, everything else is refused.
 * @throws {ProtocolError} with the code to close the connection with
 */
export const decodeClientFrame = (bytes: Uint8Array): ClientFrame => {
  if (bytes.byteLength > MAX_CLIENT_MESSAGE_BYTES) {
    throw new ProtocolError('a message over its limit', CLOSE.tooBig)
  }
  switch (bytes[0]) {
    case OP.input: {
      const data = expectPayload(bytes, 4, MAX_CLIENT_MESSAGE_BYTES)
      return { op: 'input', offset: viewOf(bytes).getUint32(1), data }
    }
    case OP.ack:
      return { op: 'ack', offset: readNumber(bytes) }
    case OP.resize: {
      expectSize(bytes, 8)
      const view = viewOf(bytes)
      if (isNoSize(view.getUint16(1)) || isNoSize(view.getUint16(3))) {
        throw new ProtocolError('a size no terminal can have')
      }
      return {
        op: 'resize',
        ...readSize(bytes),
        pixelWidth: view.getUint16(5),
        pixelHeight: view.getUint16(7),
      }
    }
    case OP.ping:
      return { op: 'ping', time: readNumber(bytes) }
    case OP.close:
      expectSize(bytes, 0)
      return { op: 'close' }
    case OP.take:
      expectSize(bytes, 0)
      return { op: 'take' }
    case OP.extend:
      expectSize(bytes, 0)
      return { op: 'extend' }
    case OP.restart:
      expectSize(bytes, 0)
      return { op: 'restart' }
    case OP.hello:
      return { op: 'hello', hello: readJson(bytes, MAX_HELLO_BYTES, isHello) }
    default:
      throw new ProtocolError('an unknown opcode')
  }
}

/**
 * One message of the service as a frame, or `undefined` for an opcode from a later version that may be ignored.
 * @throws {ProtocolError} for bytes that are no frame
 */
export const decodeServerFrame = (bytes: Uint8Array): ServerFrame | undefined => {
  const op = bytes[0]
  switch (op) {
    case OP.output: {
      const data = expectPayload(bytes, 4, MAX_OUTPUT_BYTES)
      return { op: 'output', offset: viewOf(bytes).getUint32(1), data }
    }
    case OP.inputAck:
      return { op: 'inputAck', offset: readNumber(bytes) }
    case OP.size:
      expectSize(bytes, 4)
      return { op: 'size', ...readSize(bytes) }
    case OP.pong:
      return { op: 'pong', time: readNumber(bytes) }
    case OP.snapshot: {
      const data = expectPayload(bytes, 5, MAX_OUTPUT_BYTES)
      return { op: 'snapshot', flags: bytes[1] ?? 0, offset: viewOf(bytes).getUint32(2), data }
    }
    case OP.welcome:
      return { op: 'welcome', welcome: readJson(bytes, MAX_CONTROL_BYTES, isWelcome) }
    case OP.event:
      return { op: 'event', event: readJson(bytes, MAX_CONTROL_BYTES, isTermEvent) }
    case OP.exit:
      return { op: 'exit', exit: readJson(bytes, MAX_CONTROL_BYTES, isExit) }
    default:
      if (op !== undefined && op >= FIRST_IGNORABLE_OP) return undefined
      throw new ProtocolError('an unknown opcode')
  }
}
