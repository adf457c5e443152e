import { describe, expect, test } from '@jest/globals'
import { Unicode11Addon } from '@xterm/addon-unicode11'
import headless from '@xterm/headless'
import fc from 'fast-check'
import { MAX_GUIDED_HISTORY, MAX_GUIDED_LINE_BYTES } from '../limits.ts'
import { completer } from './completion.ts'
import { LineEditor } from './line-editor.ts'

const PROMPT = { text: 'demo $ ', cells: 7 }
const complete = completer(
  ['./dinner', './dish', 'make'],
  [{ command: 'make test' }, { command: 'make tea' }],
  ['help'],
)
const open = (size = { cols: 40, rows: 10 }) => new LineEditor({ prompt: PROMPT, size, complete })

/** Types everything, as one who goes on after each Enter. */
const type = (editor: LineEditor, text: string | Uint8Array) => {
  const lines: string[] = []
  let echo = ''
  let data: Uint8Array = Buffer.from(text as string)
  while (data.length > 0) {
    const fed = editor.feed(data)
    echo += fed.echo
    if (fed.event?.on === 'line') lines.push(fed.event.line)
    if (fed.event) echo += editor.show()
    data = fed.rest
  }
  return { lines, echo }
}
const after = (keys: string) => {
  const editor = open()
  type(editor, keys)
  return editor.line
}

describe('keys', () => {
  test.each([
    ['left and text', 'ac\u001b[Db', 'abc'],
    ['right', 'ac\u001b[D\u001b[D\u001b[Cb', 'abc'],
    ['home and end', 'b\u001b[Ha\u001b[Fc', 'abc'],
    ['home and end as numbers', 'b\u001b[1~a\u001b[4~c', 'abc'],
    ['application keys', 'ac\u001bODb', 'abc'],
    ['Ctrl-A, Ctrl-E, Ctrl-B, Ctrl-F', 'b\u0001a\u0005d\u0002\u0002\u0006c', 'abcd'],
    ['backspace', 'abc\u007f', 'ab'],
    ['backspace at the start', '\u007fa', 'a'],
    ['delete', 'abc\u001b[D\u001b[3~', 'ab'],
    ['Ctrl-D inside a line', 'abc\u0001\u0004', 'bc'],
    ['Ctrl-K', 'abc\u001b[D\u000b', 'ab'],
    ['Ctrl-U', 'abc\u001b[D\u0015', 'c'],
    ['Ctrl-W', 'ab cd  \u0017e', 'ab e'],
    ['words by Ctrl and Alt', 'ab cd\u001b[1;5D\u001bb-\u001bf+', '-ab+ cd'],
    ['unknown sequences', 'a\u001b[99;3zb\u001b]0;title\u0007c\u001b[Id\u001bPx\u001b\\e', 'abcde'],
    ['a mark and its letter as one', 'ae\u0301\u007fb', 'ab'],
    ['broken and invisible input', 'a\u202eb\u0085c\ufffd', 'abc'],
  ])('%s', (_, keys, line) => {
    expect(after(keys)).toBe(line)
  })

  test('Enter gives the line and leaves what follows alone', () => {
    const editor = open()
    const fed = editor.feed(Buffer.from('one\rtwo'))
    expect(fed).toMatchObject({ event: { on: 'line', line: 'one' } })
    expect(Buffer.from(fed.rest).toString()).toBe('two')
    expect(editor.line).toBe('')
  })

  test('a return with a line feed is one Enter', () => {
    expect(type(open(), 'a\r\nb\nc\r').lines).toEqual(['a', 'b', 'c'])
  })

  test('Ctrl-C drops the line, Ctrl-D on an empty one ends the input', () => {
    const editor = open()
    expect(editor.feed(Buffer.from('abc\u0003'))).toMatchObject({
      event: { on: 'interrupt' },
      echo: expect.stringMatching(/\^C\r\n$/),
    })
    expect(editor.line).toBe('')
    expect(editor.feed(Buffer.from('\u0004')).event).toEqual({ on: 'eof' })
  })

  test('a character may come in pieces', () => {
    const editor = open()
    for (const byte of Buffer.from('aä数😀')) editor.feed(Uint8Array.of(byte))
    expect(editor.line).toBe('aä数😀')
  })

  test('a paste is one line, whatever it holds', () => {
    const editor = open()
    const { lines } = type(editor, '\u001b[200~a\r\nb\nc\u0003\td\u001b[A\u001b[201~e')
    expect(lines).toEqual([])
    expect(editor.line).toBe('a b c de')
  })

  test('a line has a bound, and a bell says so', () => {
    const editor = open()
    expect(type(editor, 'x'.repeat(MAX_GUIDED_LINE_BYTES)).echo).not.toContain('\u0007')
    expect(type(editor, 'ä').echo).toContain('\u0007')
    expect(Buffer.byteLength(editor.line)).toBe(MAX_GUIDED_LINE_BYTES)
  })
})

describe('history', () => {
  test('goes up and down, and keeps what was being typed', () => {
    const editor = open()
    type(editor, 'one\rtwo\rdra')
    const seen = ['\u001b[A', '\u001b[A', '\u001b[A', '\u001b[B', '\u001b[B', '\u001b[B'].map(
      (key) => {
        type(editor, key)
        return editor.line
      },
    )
    expect(seen).toEqual(['two', 'one', 'one', 'two', 'dra', 'dra'])
  })

  test('has no blanks, no repetitions, and an end', () => {
    const editor = open()
    type(editor, 'a\ra\r  \r')
    expect(editor.history).toEqual(['a'])
    for (let count = 0; count < MAX_GUIDED_HISTORY + 5; count += 1) type(editor, `line ${count}\r`)
    expect(editor.history).toHaveLength(MAX_GUIDED_HISTORY)
    expect(editor.history[0]).toBe('line 5')
  })
})

describe('Tab', () => {
  test.each([
    ['m\t', 'make '],
    ['./d\t', './di'],
    ['make te\t', 'make te'],
    ['make tes\t', 'make test '],
    ['he\t', 'help '],
    ['zzz\t', 'zzz'],
  ])('makes of %j %j', (keys, line) => {
    expect(after(keys)).toBe(line)
  })

  test('lists when pressed again', () => {
    const editor = open()
    expect(type(editor, './di\t').echo).toContain('\u0007')
    expect(type(editor, '\t').echo).toContain('./dinner  ./dish\r\n')
    expect(editor.line).toBe('./di')
  })
})

const screenOf = async (size: { cols: number; rows: number }, data: string) => {
  const terminal = new headless.Terminal({ ...size, allowProposedApi: true, scrollback: 100 })
  terminal.loadAddon(new Unicode11Addon() as never)
  terminal.unicode.activeVersion = '11'
  await new Promise<void>((resolve) => terminal.write(data, resolve))
  const { active } = terminal.buffer
  const lines: string[] = []
  for (let y = 0; y < active.length; y += 1) {
    lines.push(active.getLine(y)?.translateToString(true) ?? '')
  }
  const found = { lines, x: active.cursorX, y: active.baseY + active.cursorY }
  terminal.dispose()
  return found
}

const KEYS = [
  ...'ab ä数字😀',
  'e\u0301',
  'some longer text ',
  '数字数字数',
  '\u001b[D',
  '\u001b[C',
  '\u001b[H',
  '\u001b[F',
  '\u007f',
  '\u001b[3~',
  '\u0017',
  '\u000b',
  '\u0015',
  '\u001b[A',
  '\u001b[B',
  '\t',
  '\r',
  '\u0003',
  '\u000c',
  '\u001b[99z',
]

describe('the screen', () => {
  test('shows prompt and line with the cursor in its cell after any edits', async () => {
    const strokes = fc.array(fc.constantFrom(...KEYS), { maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(strokes, fc.integer({ min: 9, max: 30 }), async (keys, cols) => {
        const size = { cols, rows: 12 }
        const editor = open(size)
        let shown = editor.show()
        for (const key of keys) shown += type(editor, key).echo
        // A mark at the cursor and a fresh drawing agree only if both know where it is.
        const fresh = await screenOf(size, drawnAfresh(editor, size))
        const { lines, x, y } = await screenOf(size, shown)
        const rows = lines.slice(y - fresh.y)
        expect(x).toBe(fresh.x)
        expect(rows.join('\n').trimEnd()).toBe(fresh.lines.join('\n').trimEnd())
        expect(fresh.lines.join('').replaceAll(' ', '')).toBe(
          `${PROMPT.text}${editor.line}`.replaceAll(' ', ''),
        )
      }),
      { numRuns: 60 },
    )
  })

  test('has the cursor where the text before it ends', async () => {
    const size = { cols: 10, rows: 5 }
    const editor = open(size)
    const shown = editor.show() + type(editor, 'a数数b\u001b[D').echo
    expect(await screenOf(size, shown)).toMatchObject({ x: 2, y: 1 })
  })

  test('is right again after a resize', async () => {
    const editor = open({ cols: 30, rows: 8 })
    const terminal = new headless.Terminal({ cols: 30, rows: 8, allowProposedApi: true })
    const write = (data: string) => new Promise<void>((resolve) => terminal.write(data, resolve))
    await write(editor.show() + type(editor, `${'word '.repeat(6)}\u0002\u0002`).echo)
    terminal.resize(12, 8)
    await write(editor.resize({ cols: 12, rows: 8 }))
    const text = Array.from({ length: 8 }, (_, y) =>
      terminal.buffer.active.getLine(y)?.translateToString(),
    ).join('')
    expect(text.trimEnd()).toBe(`demo $ ${'word '.repeat(6)}`.trimEnd())
    terminal.dispose()
  })

  test('is told only what was typed while it is typed at the end', () => {
    const editor = open()
    editor.show()
    expect(editor.feed(Buffer.from('a')).echo).toBe('a')
  })
})

/** The cursor's place by the simplest means: the whole line again in a new editor. */
const drawnAfresh = (editor: LineEditor, size: { cols: number; rows: number }) => {
  const cursor = cursorOf(editor)
  const again = open(size)
  let shown = again.show() + type(again, `\u001b[200~${editor.line}\u001b[201~`).echo
  for (let left = cursor; left > 0; left -= 1) shown += type(again, '\u001b[D').echo
  return shown
}

/** Steps from the end, found out by going there on the editor itself. */
const cursorOf = (editor: LineEditor): number => {
  let steps = 0
  while (type(editor, '\u001b[C').echo !== '') steps += 1
  for (let step = 0; step < steps; step += 1) type(editor, '\u001b[D')
  return steps
}

test('no bytes make it throw, and its line stays within its bound', () => {
  const chunks = fc.array(
    fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc
        .constantFrom(...KEYS, '\u001b[200~', '\u001b[201~', '\u001b]', '\u001b')
        .map((text) => Uint8Array.from(Buffer.from(text))),
    ),
  )
  fc.assert(
    fc.property(chunks, fc.integer({ min: 1, max: 20 }), (all, cols) => {
      const editor = open({ cols, rows: 2 })
      for (const chunk of all) type(editor, chunk)
      editor.resize({ cols: 5, rows: 1 })
      expect(Buffer.byteLength(editor.line)).toBeLessThanOrEqual(MAX_GUIDED_LINE_BYTES)
    }),
  )
})
