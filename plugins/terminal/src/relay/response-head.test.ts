import { describe, expect, test } from '@jest/globals'
import { acceptFor, createHeadReader } from './response-head.ts'

const KEY = 'dGhlIHNhbXBsZSBub25jZQ=='
const HEADERS = {
  Upgrade: 'websocket',
  Connection: 'Upgrade',
  'Sec-WebSocket-Accept': acceptFor(KEY),
  'Sec-WebSocket-Protocol': 'term.v1',
}

const head = (headers: Record<string, string> = {}, status = 'HTTP/1.1 101 Switching Protocols') =>
  `${[status, ...Object.entries({ ...HEADERS, ...headers }).map((entry) => entry.join(': '))].join('\r\n')}\r\n\r\n`
const read = (text: string) => createHeadReader(KEY)(Buffer.from(text, 'latin1'))

describe('the head of the service’s answer', () => {
  test('has the accept key of RFC 6455', () => {
    expect(acceptFor(KEY)).toBe('s3pPLMBiTxaQ9kYGzzhZRbK+xOo=')
  })

  test('is accepted byte by byte, and what follows is kept', () => {
    const reader = createHeadReader(KEY)
    for (const byte of Buffer.from(head()).subarray(0, -1)) {
      expect(reader(Buffer.from([byte]))).toEqual({ done: false })
    }
    const result = reader(Buffer.from('\nfirst frame'))
    expect(result).toEqual({ done: true, isAccepted: true, rest: Buffer.from('first frame') })
  })

  test.each([
    ['another status', head({}, 'HTTP/1.1 200 OK')],
    ['an old version', head({}, 'HTTP/1.0 101 Switching Protocols')],
    ['no HTTP', 'SSH-2.0-x\r\n\r\n'],
    ['a wrong accept key', head({ 'Sec-WebSocket-Accept': acceptFor('other') })],
    ['another subprotocol', head({ 'Sec-WebSocket-Protocol': 'chat' })],
    ['an extension', head({ 'Sec-WebSocket-Extensions': 'permessage-deflate' })],
    ['another upgrade', head({ Upgrade: 'h2c' })],
    ['a kept connection', head({ Connection: 'keep-alive' })],
    ['a repeated header', head({ upgrade: 'websocket' })],
    ['a folded header', head({ 'X-A': 'b\r\n c: d' })],
    ['a header without a name', head({ '': 'x' })],
    ['too much', head({ 'X-Long': 'x'.repeat(9000) })],
    ['too much without an end', 'x'.repeat(9000)],
  ])('is refused with %s', (_, text) => {
    expect(read(text)).toMatchObject({ done: true, isAccepted: false })
  })
})
