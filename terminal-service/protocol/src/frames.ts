// The frames of term.v1 as values, and their opcodes. Direction: client means browser to service.
import type { Exit, Hello, TermEvent, Welcome } from './messages.ts'

export const OP = {
  input: 0x00,
  ack: 0x01,
  resize: 0x02,
  ping: 0x03,
  close: 0x04,
  take: 0x05,
  extend: 0x06,
  restart: 0x07,
  hello: 0x10,
  output: 0x80,
  inputAck: 0x81,
  size: 0x82,
  pong: 0x83,
  snapshot: 0x84,
  welcome: 0x90,
  event: 0x91,
  exit: 0x92,
} as const

/** Service-to-browser opcodes from here on are ignored by a browser that does not know them. */
export const FIRST_IGNORABLE_OP = 0xc0

export const SNAPSHOT_RESET = 1
export const SNAPSHOT_LAST = 2

/** `offset` is the position of the first byte of `data`; in ACK and INACK, of the first byte not yet handled. */
export type ClientFrame =
  | { op: 'input'; offset: number; data: Uint8Array }
  | { op: 'ack'; offset: number }
  | { op: 'resize'; cols: number; rows: number; pixelWidth: number; pixelHeight: number }
  | { op: 'ping'; time: number }
  | { op: 'close' }
  | { op: 'take' }
  | { op: 'extend' }
  | { op: 'restart' }
  | { op: 'hello'; hello: Hello }

export type ServerFrame =
  | { op: 'output'; offset: number; data: Uint8Array }
  | { op: 'inputAck'; offset: number }
  | { op: 'size'; cols: number; rows: number }
  | { op: 'pong'; time: number }
  | { op: 'snapshot'; flags: number; offset: number; data: Uint8Array }
  | { op: 'welcome'; welcome: Welcome }
  | { op: 'event'; event: TermEvent }
  | { op: 'exit'; exit: Exit }
