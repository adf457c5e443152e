import { readdirSync } from 'node:fs'
import tty from 'node:tty'
import { describe, expect, test } from '@jest/globals'
import { eventually } from '../../../tests/support/eventually.ts'
import { spawnPty } from './pty.ts'

/** Far more than a terminal's buffers hold. Bytes. */
const MUCH = 1_000_000
const END = '.'

/** Prints one letter and an end, and stays: the kernel throws away what is unread when the last program goes. */
const printing = (letter: string) => {
  const script = `stty -opost; head -c ${MUCH} /dev/zero | tr '\\0' ${letter}; printf ${END}; exec sleep 60`
  let output = ''
  const pty = spawnPty(
    '/bin/sh',
    ['-c', script],
    { cwd: '/', env: { PATH: '/usr/bin:/bin' }, cols: 80, rows: 24 },
    (data) => {
      output += data.toString('latin1')
    },
  )
  const ended = new Promise<void>((resolve) => {
    pty.onExit(() => resolve())
  })
  return {
    pty,
    size: () => output.length,
    /** All that was printed; the program has ended then. */
    finish: async () => {
      await eventually('the end of the output', () => output.endsWith(END))
      pty.kill('SIGKILL')
      await ended
      return output
    },
  }
}

describe('A program on a terminal', () => {
  test('shares its buffer with others, and no byte is lost or gets to another one', async () => {
    const letters = ['a', 'b', 'c']
    const outputs = await Promise.all(letters.map((letter) => printing(letter).finish()))
    for (const [index, output] of outputs.entries()) {
      expect(output === `${letters[index]?.repeat(MUCH)}${END}`).toBe(true)
    }
  })

  test('is not read while it is paused, and goes on where it stopped', async () => {
    const paused = printing('a')
    await eventually('the first bytes', () => paused.size() > 0)
    paused.pty.pause()
    const size = paused.size()
    // Another one's whole output: time enough for this one's, if it were read.
    await printing('b').finish()
    expect(paused.size()).toBe(size)
    paused.pty.resume()
    expect(await paused.finish()).toHaveLength(MUCH + END.length)
  })

  test('leaves no descriptor behind', async () => {
    const open = () => readdirSync('/proc/self/fd').length
    await printing('a').finish()
    const before = open()
    await Promise.all(['a', 'b', 'c'].map((letter) => printing(letter).finish()))
    await eventually('all descriptors are closed', () => open() <= before)
  })

  test('leaves the streams of other terminals alone', async () => {
    const { ReadStream } = tty
    const { finish } = printing('a')
    expect(tty.ReadStream).toBe(ReadStream)
    await finish()
  })
})
