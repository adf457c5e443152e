// Reads the head of the service's answer: bounded, strict, and nothing but a proper 101 of term.v1 passes. Pure.
import { createHash } from 'node:crypto'
import { SUBPROTOCOL } from '@shellfolio/protocol'
import { RELAY } from '../limits.ts'

/** `rest`: bytes after the head, already part of the stream. */
export type HeadResult =
  | { done: false }
  | { done: true; isAccepted: false; why: string }
  | { done: true; isAccepted: true; rest: Buffer }

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
const END = Buffer.from('\r\n\r\n')
const LINE = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([^\0\r\n]*?)[ \t]*$/

/** The value of Sec-WebSocket-Accept for a key (RFC 6455 §4.2.2). */
export const acceptFor = (key: string): string =>
  createHash('sha1').update(`${key}${GUID}`).digest('base64')

const refused = (why: string): HeadResult => ({ done: true, isAccepted: false, why })

const judge = (text: string, key: string): string | undefined => {
  const [statusLine = '', ...lines] = text.split('\r\n')
  const status = /^HTTP\/1\.1 (\d{3})(?: |$)/.exec(statusLine)?.[1]
  if (status === undefined) return 'no HTTP answer'
  if (status !== '101') return `status ${status}`
  const headers = new Map<string, string>()
  for (const line of lines) {
    const match = LINE.exec(line)
    if (!match) return 'a malformed header'
    const name = (match[1] ?? '').toLowerCase()
    if (headers.has(name)) return 'a repeated header'
    headers.set(name, match[2] ?? '')
  }
  if (headers.get('upgrade')?.toLowerCase() !== 'websocket') return 'no upgrade to WebSocket'
  if (headers.get('connection')?.toLowerCase() !== 'upgrade') return 'no upgrade of the connection'
  if (headers.get('sec-websocket-accept') !== acceptFor(key)) return 'a wrong accept key'
  if (headers.get('sec-websocket-protocol') !== SUBPROTOCOL) return 'another subprotocol'
  if (headers.has('sec-websocket-extensions')) return 'an extension nobody asked for'
  return undefined
}

/** A reader that is fed chunks until it is done. `key`: the Sec-WebSocket-Key that was sent. */
export const createHeadReader = (key: string): ((chunk: Buffer) => HeadResult) => {
  let read = Buffer.alloc(0)
  return (chunk) => {
    read = Buffer.concat([read, chunk])
    const end = read.indexOf(END)
    if (end > RELAY.maxHeadBytes || (end < 0 && read.byteLength > RELAY.maxHeadBytes)) {
      return refused('a head over its limit')
    }
    if (end < 0) return { done: false }
    const why = judge(read.subarray(0, end).toString('latin1'), key)
    if (why) return refused(why)
    return { done: true, isAccepted: true, rest: read.subarray(end + END.byteLength) }
  }
}
