import { expect, test } from '@jest/globals'
import headless from '@xterm/headless'
import { boundRepeats } from './repeats.ts'

const screenAfter = async (text: string) => {
  const terminal = new headless.Terminal({ cols: 10, rows: 4, allowProposedApi: true })
  boundRepeats(terminal.parser)
  await new Promise<void>((done) => terminal.write(text, done))
  const { active } = terminal.buffer
  const rows = Array.from({ length: 4 }, (_, row) =>
    active.getLine(active.baseY + row)?.translateToString(true),
  )
  terminal.dispose()
  return rows
}

test.each(['I', 'Z', 'L', 'M', 'S', 'T', 'b'])(
  'a count of two thousand millions before %s is not obeyed',
  async (final) => {
    expect(await screenAfter(`one\r\ntwo\x1b[2147483647${final}\r\nend`)).toEqual([
      'one',
      'two',
      'end',
      '',
    ])
  },
)

test('a count that programs use is obeyed', async () => {
  expect(await screenAfter('x\x1b[3b')).toEqual(['xxxx', '', '', ''])
  expect(await screenAfter('one\r\ntwo\x1b[1S')).toEqual(['two', '', '', ''])
})
