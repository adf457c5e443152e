import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { REPEATING } from '@shellfolio/protocol'
import headless from '@xterm/headless'
import { Snapshots } from './snapshots.ts'

const made: Snapshots[] = []
const open = (timeoutMs?: number) => {
  const snapshots = new Snapshots(timeoutMs)
  made.push(snapshots)
  return snapshots
}
afterEach(async () => {
  for (const snapshots of made.splice(0)) await snapshots.dispose()
})

const screenAfter = async (size: { cols: number; rows: number }, data: Uint8Array) => {
  const terminal = new headless.Terminal({ ...size, allowProposedApi: true })
  await new Promise<void>((resolve) => terminal.write(data, resolve))
  const { active } = terminal.buffer
  const lines = Array.from({ length: active.length }, (_, y) =>
    active.getLine(y)?.translateToString(true),
  )
  return { lines, x: active.cursorX, y: active.cursorY, kind: active.type }
}

const SIZE = { cols: 40, rows: 6 }

describe('a snapshot', () => {
  test.each([
    ['of a prompt', 'hello\r\n\u001b[1m~\u001b[0m $ ls'],
    [
      'of more lines than the screen has',
      Array.from({ length: 30 }, (_, n) => `${n}\r\n`).join(''),
    ],
    [
      'of an editor in the other screen',
      'shell\r\n\u001b[?1049h\u001b[2J\u001b[3;5Hedit\u001b[31mred',
    ],
    ['of wide characters', '日本語 é 🙂\r\n$ '],
  ])('%s draws the same screen', async (_, text) => {
    const data = Buffer.from(text)
    const snapshot = await open().make({ ...SIZE, data })
    expect(snapshot).toBeDefined()
    expect(await screenAfter(SIZE, Buffer.from(snapshot ?? []))).toEqual(
      await screenAfter(SIZE, data),
    )
  })

  test('asks the browser nothing: answers to old questions would be typed into the program', async () => {
    const data = Buffer.from('a\u001b[c\u001b[6n\u001b]11;?\u0007b')
    const snapshot = Buffer.from((await open().make({ ...SIZE, data })) ?? []).toString()
    expect(snapshot).toContain('ab')
    expect(snapshot).not.toMatch(/\[c|\[6n|\]11/)
  })

  test('that takes too long is given up, and the next one is made', async () => {
    const snapshots = open(1)
    const data = Buffer.from('\u001b[31mx\u001b[0m'.repeat(200_000))
    expect(await snapshots.make({ ...SIZE, data })).toBeUndefined()
    await snapshots.dispose()
    expect(await open().make({ ...SIZE, data: Buffer.from('ok') })).toBeDefined()
  })
})

test('what is no sequence is said to nobody', async () => {
  const writes = [process.stderr, process.stdout].map((stream) => jest.spyOn(stream, 'write'))
  const screen = await open().make({
    ...SIZE,
    data: Buffer.from('before\u001bP\ufffd\u001b\\after'),
  })
  expect(Buffer.from(screen ?? '').toString()).toContain('after')
  const said = writes.flatMap(({ mock }) => mock.calls.map(([text]) => String(text))).join('')
  for (const write of writes) write.mockRestore()
  expect(said).not.toContain('Parsing error')
})

test.each(REPEATING)(
  'a sequence that asks for 2³¹ of CSI %s is drawn as browsers draw it: not at all',
  async (final) => {
    const screen = await open().make({ ...SIZE, data: Buffer.from(`a\u001b[2147483647${final}b`) })
    expect(Buffer.from(screen ?? '').toString()).toBe('ab')
  },
)
