// What is kept of the browser and the address of a login: enough to recognise one's own, no more.
import { isIP } from 'node:net'

const BROWSERS: [RegExp, string][] = [
  [/\bEdgA?\/|\bEdgiOS\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrome\/|\bCriOS\/|\bChromium\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
  [/^curl\//, 'curl'],
]
const SYSTEMS: [RegExp, string][] = [
  [/\biPhone\b|\biPad\b/, 'iOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b|\bX11\b/, 'Linux'],
]

const nameIn = (names: [RegExp, string][], text: string) =>
  names.find(([pattern]) => pattern.test(text))?.[1]

/** `Firefox on Linux`, of a user agent that may say anything. */
export const browserName = (userAgent: string | null): string => {
  const text = (userAgent ?? '').slice(0, 500)
  const browser = nameIn(BROWSERS, text) ?? 'Another program'
  const system = nameIn(SYSTEMS, text)
  return system ? `${browser} on ${system}` : browser
}

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i

/** The network alone: three of four parts (`203.0.113.x`), or the first 48 bits of IPv6. */
export const shortAddress = (address: string | null): string => {
  const plain = MAPPED.exec(address ?? '')?.[1] ?? address ?? ''
  if (isIP(plain) === 4) return plain.replace(/\d+$/, 'x')
  if (isIP(plain) !== 6) return 'unknown'
  const [left = ''] = plain.toLowerCase().split('::')
  const groups = left === '' ? [] : left.split(':')
  return `${groups.slice(0, 3).join(':')}::`
}
