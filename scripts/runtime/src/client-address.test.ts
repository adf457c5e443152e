import type { IncomingMessage } from 'node:http'
import { expect, test } from '@jest/globals'
import { clientAddressFor } from './client-address.ts'

const request = (peer: string, forwardedFor?: string) =>
  ({
    socket: { remoteAddress: peer },
    connection: { remoteAddress: peer },
    headers: { 'x-forwarded-for': forwardedFor },
  }) as unknown as IncomingMessage

test('a stranger is who its socket says, whatever it claims', () => {
  const addressOf = clientAddressFor(['loopback'])
  expect(addressOf(request('203.0.113.9', '198.51.100.1'))).toBe('203.0.113.9')
})

test('a trusted proxy is believed, but only about the hop before it', () => {
  const addressOf = clientAddressFor(['loopback'])
  expect(addressOf(request('127.0.0.1', '198.51.100.1'))).toBe('198.51.100.1')
  expect(addressOf(request('127.0.0.1', '10.9.9.9, 198.51.100.1'))).toBe('198.51.100.1')
})

test('without trusted proxies nobody is believed', () => {
  expect(clientAddressFor([])(request('127.0.0.1', '198.51.100.1'))).toBe('127.0.0.1')
})
