import { expect, test } from '@jest/globals'
import headless from '@xterm/headless'
import { unicodeWidths } from './unicode.ts'

test('A line ends where a program expects it', async () => {
  const terminal = new headless.Terminal({ cols: 20, rows: 2, allowProposedApi: true })
  terminal.unicode.register(unicodeWidths)
  terminal.unicode.activeVersion = unicodeWidths.version
  await new Promise<void>((done) => terminal.write('e\u0301漢🙂🇩🇪x', done))
  expect(terminal.buffer.active.cursorX).toBe(1 + 2 + 2 + 2 + 1)
  expect(terminal.buffer.active.getLine(0)?.getCell(0)?.getChars()).toBe('e\u0301')
  terminal.dispose()
})
