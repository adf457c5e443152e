// Dials the terminal service with a request built from scratch: nothing a browser sent is in it but its WebSocket key.
import { connect, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { GRANT_HEADER, SUBPROTOCOL } from '@shellfolio/protocol'
import { RELAY } from '../limits.ts'
import type { WireJob } from './messages.ts'
import { acceptFor, createHeadReader } from './response-head.ts'

/** An open WebSocket connection to the service: its socket, paused, and the bytes that came after the head. */
export type Dialled = { socket: Socket; rest: Buffer }

export type DialOptions = {
  connectTimeoutMs?: number
  handshakeTimeoutMs?: number
  /** Ends the attempt, for instance because the browser has gone. */
  signal?: AbortSignal
}

/** A value that could end a header line would let its sender write headers of their own. */
const isHeaderValue = (value: string) => /^[\x21-\x7e]+$/.test(value)

const requestHead = ({ key, grant }: WireJob, url: URL): string =>
  [
    `GET ${url.pathname} HTTP/1.1`,
    `Host: ${url.host}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${key}`,
    `Sec-WebSocket-Protocol: ${SUBPROTOCOL}`,
    `${GRANT_HEADER}: ${grant}`,
    '\r\n',
  ].join('\r\n')

const open = (url: URL): Socket => {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80))
  return url.protocol === 'https:'
    ? connectTls({ host, port, servername: host, ALPNProtocols: ['http/1.1'] })
    : connect({ host, port })
}

/** Resolves after the service's 101. @throws {Error} in every other case, with its socket destroyed */
export const dial = (job: WireJob, options: DialOptions = {}): Promise<Dialled> => {
  const { connectTimeoutMs = RELAY.connectTimeoutMs, signal } = options
  const { handshakeTimeoutMs = RELAY.handshakeTimeoutMs } = options
  return new Promise((resolve, reject) => {
    if (!isHeaderValue(job.key) || !isHeaderValue(job.grant)) throw new Error('a malformed job')
    const url = new URL(job.upstream)
    const socket = open(url)
    const readHead = createHeadReader(job.key)

    const settle = () => {
      clearTimeout(connectTimer)
      clearTimeout(handshakeTimer)
      signal?.removeEventListener('abort', onAbort)
      socket.removeListener('data', onData)
      socket.removeListener('end', onEnd)
      socket.removeListener('close', onEnd)
    }
    const fail = (why: string) => {
      settle()
      socket.destroy()
      reject(new Error(why))
    }
    const onAbort = () => fail('the browser has gone')
    const onEnd = () => fail('the service hung up')
    const onData = (chunk: Buffer) => {
      const head = readHead(chunk)
      if (!head.done) return
      if (!head.isAccepted) {
        fail(head.why)
        return
      }
      socket.pause()
      settle()
      resolve({ socket, rest: head.rest })
    }
    const connectTimer = setTimeout(() => fail('no connection in time'), connectTimeoutMs)
    const handshakeTimer = setTimeout(() => fail('no answer in time'), handshakeTimeoutMs)

    socket.setNoDelay(true)
    socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
      clearTimeout(connectTimer)
    })
    socket.on('error', (error) => fail(error.message))
    socket.on('data', onData)
    socket.once('end', onEnd)
    socket.once('close', onEnd)
    signal?.addEventListener('abort', onAbort)
    socket.write(requestHead(job, url))
    if (signal?.aborted) onAbort()
  })
}

/** The answer the browser gets: ours, not the service's. */
export const acceptance = (key: string): string =>
  [
    'HTTP/1.1 101 Switching Protocols',
    'Upgrade: websocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Accept: ${acceptFor(key)}`,
    `Sec-WebSocket-Protocol: ${SUBPROTOCOL}`,
    '\r\n',
  ].join('\r\n')
