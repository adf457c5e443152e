import { beforeEach, describe, expect, test } from '@jest/globals'
import { PLAYER_PIECE_BYTES } from '../limits.ts'
import { pacedScreen } from './paced-screen.ts'

const SIZE = { cols: 80, rows: 24 }

let done: string[]
let parse: (() => void)[]

beforeEach(() => {
  done = []
  parse = []
})

/** Parses when it is told to, as xterm does later than it is written to. */
const emulator = {
  write: (data: Uint8Array, parsed: () => void) => {
    parse.push(() => {
      if (data.byteLength > 0) done.push(new TextDecoder().decode(data.slice(0, 10)))
      parsed()
    })
  },
  reset: () => done.push('reset'),
  watch: ({ cols }: { cols: number }) => done.push(`${cols} columns`),
}
const settle = async () => {
  for (let turn = 0; turn < 20; turn += 1) {
    await Promise.resolve()
    parse.shift()?.()
  }
}

describe('the screen of a player', () => {
  test('changes its size after what came before it was parsed, and before what comes after', async () => {
    const screen = pacedScreen(emulator)
    screen.reset(SIZE)
    screen.write('one')
    screen.resize({ cols: 100, rows: 30 })
    screen.write('two')
    await settle()
    await screen.idle()
    expect(done).toEqual(['reset', '80 columns', 'one', '100 columns', 'two'])
  })

  test('shows nothing of before a reset after it, not even the rest of a large piece', async () => {
    const screen = pacedScreen(emulator)
    screen.write('x'.repeat(10 * PLAYER_PIECE_BYTES))
    screen.write('old')
    await Promise.resolve()
    await Promise.resolve()
    expect(parse).toHaveLength(1)
    screen.reset(SIZE)
    screen.write('new')
    await settle()
    await screen.idle()
    expect(done).toEqual(['xxxxxxxxxx', 'reset', '80 columns', 'new'])
  })
})
