// Measures echoes: one byte at a time, at a typist's uneven pace.
import { setTimeout as delay } from 'node:timers/promises'
import type { Link } from './link.ts'
import { ECHO_LINE, MARK_BYTE } from './shell.ts'

const MIN_GAP_MS = 5
const MAX_GAP_MS = 25
/** The first ones warm both ends and are not counted: a service that has run for a while has compiled what it runs. */
const WARM_UP = 50
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** Makes a shell echo what is typed, byte by byte. */
export const startEchoing = (link: Link) => link.run(ECHO_LINE, MARK_BYTE)

/** From a byte typed to the same byte seen, in milliseconds. */
export const measureEcho = async (link: Link, letter: string): Promise<number> => {
  const seen = link.untilText(letter)
  const typedMs = performance.now()
  link.type(letter)
  return (await seen) - typedMs
}

/** Echoes until `isEnough`, given how many there are. */
export const measureEchoes = async (
  link: Link,
  isEnough: (count: number) => boolean,
  warmUp = WARM_UP,
): Promise<number[]> => {
  const times: number[] = []
  for (let count = 0; !isEnough(Math.max(0, count - warmUp)); count += 1) {
    const ms = await measureEcho(link, LETTERS[count % LETTERS.length] ?? 'a')
    if (count >= warmUp) times.push(ms)
    await delay(MIN_GAP_MS + Math.random() * (MAX_GAP_MS - MIN_GAP_MS))
  }
  return times
}
