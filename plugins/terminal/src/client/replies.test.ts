import { describe, expect, test } from '@jest/globals'
import headless from '@xterm/headless'
import { isReply } from './replies.ts'

/** What xterm says to `question`. */
const answersTo = async (question: string): Promise<string[]> => {
  const terminal = new headless.Terminal({
    allowProposedApi: true,
    windowOptions: { getWinSizeChars: true },
  })
  const answers: string[] = []
  terminal.onData((data) => answers.push(data))
  await new Promise<void>((done) => terminal.write(question, done))
  terminal.dispose()
  return answers
}

describe('what a terminal answers by itself', () => {
  test.each([
    ['its identity', '\x1b[c'],
    ['its second identity', '\x1b[>c'],
    ['its status', '\x1b[5n'],
    ['its cursor', '\x1b[6n'],
    ['its cursor as DEC has it', '\x1b[?6n'],
    ['a mode', '\x1b[4$p'],
    ['a private mode', '\x1b[?2004$p'],
    ['its size', '\x1b[18t'],
    ['a setting', '\x1bP$qm\x1b\\'],
  ])('is recognised: %s', async (_, question) => {
    const answers = await answersTo(question)
    expect(answers).toHaveLength(1)
    expect(answers.filter((answer) => !isReply(answer))).toEqual([])
  })

  test.each(['\x1b]10;rgb:ffff/ffff/ffff\x1b\\', '\x1b[>0;276;0c', '\x1bP>|xterm.js(6.0.0)\x1b\\'])(
    'is recognised: %j',
    (answer) => {
      expect(isReply(answer)).toBe(true)
    },
  )

  test.each([
    'a',
    'R',
    '[1;1R',
    '\r',
    '\x1b',
    '\x1b[A',
    '\x1bOP',
    '\x1b[1;5C',
    '\x1b[15~',
    '\x1b[Z',
    '\x1b[I',
    '\x1b[<0;5;5M',
    '\x1bP',
    '\x1b]',
    '\x1b[200~\x1b[3;1R\x1b[201~',
  ])('is told from what is typed, clicked or pasted: %j', (typed) => {
    expect(isReply(typed)).toBe(false)
  })
})
