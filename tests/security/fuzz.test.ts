// Random and broken bytes from browsers, through the real relay into the real service: named ends, no crash, the next visitor is served.
import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import {
  CLOSE,
  type ClientFrame,
  closeName,
  encodeClientFrame,
  MAX_CLIENT_MESSAGE_BYTES,
} from '@shellfolio/protocol'
import fc from 'fast-check'
import { bodyOf, byteByByte, converse } from '../support/attack/bytes.ts'
import { startWholeChain, type WholeChain } from '../support/attack/whole-chain.ts'
import { eventually, upgradeRequest } from '../support/plugin/host.ts'

const RUNS = { numRuns: 120, endOnFailure: true }
const MIB = 2 ** 20
/** What hundreds of broken sessions may leave behind in the relay. */
const MAX_RELAY_GROWTH = 32 * MIB

let chain: WholeChain
const rejections: unknown[] = []
const onRejection = (reason: unknown) => rejections.push(reason)
beforeAll(async () => {
  process.on('unhandledRejection', onRejection)
  chain = await startWholeChain()
})
afterEach(async () => {
  await eventually('no session is left in the relay', () => chain.host.relay.count() === 0)
  await chain.visit()
  expect(chain.service.faults.splice(0)).toEqual([])
  // The Payload of these tests has no history to keep.
  const isOurs = (entry: unknown) => !/cannot be kept/.test((entry as { msg: string }).msg)
  expect(chain.host.cms.logged.splice(0).filter(isOurs)).toEqual([])
  expect(rejections.splice(0)).toEqual([])
})
afterAll(async () => {
  await chain?.stop()
  process.off('unhandledRejection', onRejection)
})

const u16 = fc.integer({ min: 0, max: 0xffff })
const offset = fc.oneof(fc.constantFrom(0, 1, 5, 0xffff_ffff), fc.nat(0xffff_ffff))
const data = fc.uint8Array({ minLength: 1, maxLength: 64 })
const frame: fc.Arbitrary<ClientFrame> = fc.oneof(
  fc.record({ op: fc.constant('input' as const), offset, data }),
  fc.record({ op: fc.constant('ack' as const), offset }),
  fc.record({
    op: fc.constant('resize' as const),
    cols: u16,
    rows: u16,
    pixelWidth: u16,
    pixelHeight: u16,
  }),
  fc.record({ op: fc.constant('ping' as const), time: offset }),
  fc.record({ op: fc.constantFrom('close', 'take', 'extend', 'restart') }),
  fc.record({
    op: fc.constant('hello' as const),
    hello: fc.record({ v: fc.constant(1 as const), cols: u16, rows: u16 }),
  }),
)
const encoded = frame.map((value) => Buffer.from(encodeClientFrame(value)))
/** A frame with a bit turned over, cut, or with something behind it. */
const mutated = fc
  .tuple(encoded, fc.nat(), fc.nat(7), fc.nat(40), fc.uint8Array({ maxLength: 8 }))
  .map(([bytes, at, bit, cut, more]) => {
    const changed = Buffer.from(bytes)
    const index = at % changed.byteLength
    changed[index] = (changed[index] ?? 0) ^ (1 << bit)
    return Buffer.concat([
      changed.subarray(0, changed.byteLength - (cut > 30 ? cut - 30 : 0)),
      more,
    ])
  })
const noise = fc.oneof(
  fc.uint8Array({ maxLength: 64 }),
  fc.uint8Array({
    minLength: MAX_CLIENT_MESSAGE_BYTES - 2,
    maxLength: MAX_CLIENT_MESSAGE_BYTES + 2,
    size: 'max',
  }),
)
const message: fc.Arbitrary<Uint8Array | string> = fc.oneof(
  { weight: 3, arbitrary: encoded },
  { weight: 3, arbitrary: mutated },
  { weight: 1, arbitrary: noise },
  { weight: 1, arbitrary: fc.string({ maxLength: 20 }) },
)

describe('messages that make no sense', () => {
  test('end a session with a code of the protocol, or leave it as it is', async () => {
    const { relay } = chain.host
    const residentBytes = () =>
      Number(readFileSync(`/proc/${relay.pid()}/statm`, 'utf8').split(' ')[1]) * 4096
    const codes = new Set<number>()
    const isGreeted = fc.boolean()
    const property = fc.asyncProperty(
      isGreeted,
      fc.oneof(
        fc.array(message, { minLength: 1, maxLength: 12 }),
        fc.array(encoded, { minLength: 1, maxLength: 4 }),
      ),
      async (greets, messages) => {
        const client = await chain.connect()
        if (greets) {
          client.hello()
          await client.untilWelcome()
        }
        for (const bytes of messages) client.sendRaw(bytes)
        // Answered in order: whatever is left after it was not the end.
        client.send({ op: 'ping', time: 77 })
        const over = () => client.closeCode !== undefined || client.frames.includes('pong')
        await client.until('an end or an answer', over).catch(() => undefined)
        if (client.closeCode === undefined) client.send({ op: 'close' })
        const code = await client.untilClosed()
        codes.add(code)
        expect([code, closeName(code)]).toEqual([code, expect.any(String)])
      },
    )
    await fc.assert(property, RUNS)
    const before = residentBytes()
    await fc.assert(property, RUNS)
    expect(residentBytes() - before).toBeLessThan(MAX_RELAY_GROWTH)
    // Both happened: sessions that were ended for what they sent, and sessions that were not.
    expect([...codes]).toEqual(expect.arrayContaining([CLOSE.ended, CLOSE.badFrame]))
  })
})

describe('bytes that are no WebSocket', () => {
  test('end a session, whatever they are', async () => {
    const header = fc.tuple(fc.nat(255), fc.nat(255)).map((bytes) => Buffer.from(bytes))
    const bytes = fc.array(fc.oneof(header, fc.uint8Array({ minLength: 1, maxLength: 200 })), {
      minLength: 1,
      maxLength: 6,
    })
    await fc.assert(
      fc.asyncProperty(bytes, async (pieces) => {
        const client = await chain.connectRaw()
        expect(client.text()).toMatch(/^HTTP\/1\.1 101 /)
        for (const piece of pieces) client.socket.write(piece)
        client.socket.end()
        await client.closed
      }),
      RUNS,
    )
  })
})

describe('frames in pieces of one byte', () => {
  test('arrive as they were typed', async () => {
    const client = await chain.connectRaw()
    /** Masked with zeros, so that the payload shows. */
    const masked = (payload: Uint8Array) =>
      Buffer.concat([Buffer.from([0x82, 0x80 | payload.byteLength, 0, 0, 0, 0]), payload])
    const hello = encodeClientFrame({ op: 'hello', hello: { v: 1, cols: 80, rows: 24 } })
    await byteByByte(client.socket, masked(hello).toString('latin1'))
    await client.sees('~ $ ')
    const typed = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte).filter((b) => b !== 4))
    let at = 0
    for (const part of [typed.subarray(0, 100), typed.subarray(100, 200), typed.subarray(200)]) {
      const input = encodeClientFrame({ op: 'input', offset: at, data: part })
      await byteByByte(client.socket, masked(input).toString('latin1'))
      at += part.byteLength
    }
    const written = () => Buffer.concat(chain.terminal().written)
    await eventually('all arrived', () => written().byteLength === typed.byteLength)
    expect(written().equals(typed)).toBe(true)
    client.socket.destroy()
    await client.closed
  })
})

describe('heads that make no sense', () => {
  const lines = upgradeRequest({ ticket: 'A'.repeat(43) })
    .split('\r\n')
    .slice(0, -2)
  const junk = fc.oneof(
    fc.string({ unit: 'binary-ascii', maxLength: 30 }),
    fc.constantFrom(
      ...lines,
      'Transfer-Encoding: chunked',
      'Content-Length: 3',
      'Connection: close',
      'Expect: 100-continue',
      'Upgrade: h2c',
      ' folded',
    ),
  )
  const change = fc.record({
    at: fc.nat(lines.length),
    removes: fc.nat(2),
    adds: fc.array(junk, { maxLength: 2 }),
  })
  const head = fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) => {
    const changed = [...lines]
    for (const { at, removes, adds } of changes) changed.splice(at, removes, ...adds)
    return `${changed.join('\r\n')}\r\n\r\n`
  })

  test('are refused in full, each once, and never upgraded', async () => {
    const statuses = new Set<string>()
    await fc.assert(
      fc.asyncProperty(head, async (text) => {
        chain.host.comeFrom(`203.0.113.${statuses.size}`)
        const { text: answer } = await converse(chain.host.port, (socket) => {
          socket.end(text, 'latin1')
        })
        statuses.add(answer.slice(9, 12))
        // Node's parser answers what is no HTTP, and nothing where it heard no whole request.
        expect(answer).toMatch(/^$|^HTTP\/1\.1 (100|4\d\d) /)
        // An empty line in the middle makes two requests of it, and nobody is upgraded by the second one either.
        expect(answer).not.toContain('HTTP/1.1 101')
        if (answer.split('HTTP/1.1 ').length > 2) return
        if (answer.includes('application/problem+json')) {
          const { status, code, title } = bodyOf(answer) ?? {}
          expect([String(status), code]).toEqual([answer.slice(9, 12), expect.any(String)])
          expect(title).toMatch(/\w+ \w+/)
        }
      }),
      { numRuns: 300, endOnFailure: true },
    )
    expect(statuses).toContain('401')
    expect(statuses).toContain('400')
  })
})
