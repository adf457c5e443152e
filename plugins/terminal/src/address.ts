// A visitor's address as a key: canonical, IPv6 cut to its network, and hashed before it is kept anywhere.
import { createHmac } from 'node:crypto'
import { isIP } from 'node:net'

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i

/** First 64 bits: hosts choose the rest at will, and change it. */
const networkOf = (address: string): string => {
  const [left = '', right] = (address.split('%')[0] ?? '').toLowerCase().split('::')
  const head = left === '' ? [] : left.split(':')
  const tail = right === undefined || right === '' ? [] : right.split(':')
  const gap = right === undefined ? 0 : Math.max(0, 8 - head.length - tail.length)
  const groups = [...head, ...Array<string>(gap).fill('0'), ...tail]
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}

/** What counts as one visitor. Both loopback addresses are one: browsers pick either for `localhost`. */
export const addressKey = (address: string): string => {
  const v4 = MAPPED.exec(address)?.[1] ?? address
  if (isIP(v4) === 4) return v4.startsWith('127.') ? 'loopback' : v4
  if (isIP(v4) !== 6) return 'unknown'
  return v4 === '::1' ? 'loopback' : `${networkOf(v4)}::/64`
}

/** A function from addresses to keyed hashes; without `key` nobody can tell which address one stands for. */
export const addressHasher = (key: string): ((address: string) => string) => {
  return (address) =>
    createHmac('sha256', key)
      .update(`address:${addressKey(address)}`)
      .digest('base64url')
}
