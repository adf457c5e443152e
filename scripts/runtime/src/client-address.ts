// Who is at the other end: the socket's address, or what a trusted proxy says it is. Rules: the `proxy-addr` package.
import type { IncomingMessage } from 'node:http'
import proxyAddr from 'proxy-addr'

/** A function from requests to addresses. `trusted`: addresses, networks, or `loopback`, `linklocal`, `uniquelocal`. */
export const clientAddressFor = (trusted: string[]): ((request: IncomingMessage) => string) => {
  const trust = proxyAddr.compile(trusted)
  return (request) => proxyAddr(request, trust)
}
