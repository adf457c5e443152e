import { readFile } from 'node:fs/promises'
import { describe, expect, jest, test } from '@jest/globals'
import headless from '@xterm/headless'
import fc from 'fast-check'
import { MAX_POSTER_CHARS, MAX_POSTER_PAUSES } from '../limits.ts'
import type { Cast, CastEvent } from './asciicast.ts'
import { nearestColour, posterCss } from './palette.ts'
import { renderPoster } from './poster.ts'

/** One output after the other, a second apart. */
const castOf = (texts: string[], more: Partial<Cast> = {}): Cast => ({
  cols: 40,
  rows: 6,
  events: texts.map((text, index) => ({ atMs: index * 1000, is: 'output', text })),
  ...more,
})
/** The screen after `text`, and then the end of the shell. */
const posterOf = (text: string, more: Partial<Cast> = {}) =>
  renderPoster(castOf([text, '\r\nexit\r\n'], more))

const TAG = /<\/?span(?: class="(?:[a-z]+|[fb]\d{1,3})(?: (?:[a-z]+|[fb]\d{1,3}))*")?>/g
const isSafe = (html: string) => !/[<>"']/.test(html.replace(TAG, ''))

describe('a poster', () => {
  test('has the colours and styles of what was printed, as classes', async () => {
    const html = await posterOf(
      'a\x1b[31mr\x1b[1mb\x1b[0m \x1b[94;48;5;200mx\x1b[0m\x1b[2md\x1b[0;3mi\x1b[0;4mu\x1b[0;9ms\x1b[0m\r\nend',
    )
    expect(html).toBe(
      [
        'a<span class="f1">r</span><span class="bold f1">b</span> <span class="f12 b200">x</span>' +
          '<span class="dim">d</span><span class="italic">i</span><span class="underline">u</span>' +
          '<span class="strike">s</span>',
        'end',
      ].join('\n'),
    )
  })

  test('swaps the colours of inverse text', async () => {
    expect(await posterOf('\x1b[7ma\x1b[31mb\x1b[42mc')).toBe(
      '<span class="inverse">a</span><span class="inverse b1">b</span><span class="inverse f2 b1">c</span>',
    )
  })

  test('maps 24 bits of colour to the nearest class', async () => {
    expect(await posterOf('\x1b[38;2;254;1;1mx')).toBe('<span class="f196">x</span>')
    expect([0x000000, 0xffffff, 0x5f87af, 0x080808].map(nearestColour)).toEqual([16, 231, 67, 232])
  })

  test('keeps wide and combined characters, and hides what is invisible', async () => {
    expect(await posterOf('日本e\u0301 \x1b[8mpassword')).toBe('日本e\u0301')
    expect(await posterOf('日本\x1b[8mpassword')).not.toContain('password')
  })

  test('is the fullest screen that could be read, not an empty last one', async () => {
    const html = await renderPoster(
      castOf([
        '$ ',
        './draw\r\n',
        '\x1b[?1049h\x1b[2J\x1b[Hfull of things to see',
        '\x1b[?1049l',
        '$ ',
      ]),
    )
    expect(html).toBe('full of things to see')
  })

  test('is the later of two that are equally full', async () => {
    expect(await renderPoster(castOf(['one', '\rtwo', '\r\x1b[K']))).toBe('two')
  })

  test('is the last screen when that is the fullest, and not the end of the shell', async () => {
    const much = Array.from({ length: 5 }, (_, row) => `row ${row} of the output`).join('\r\n')
    expect(await renderPoster(castOf(['$ ', 'ls\r\n', `${much}`]))).toContain('row 4')
    expect(await renderPoster(castOf(['$ ', `${much}\r\n`, 'exit\r\n']))).not.toContain('exit')
  })

  test('is not taken from what flew by', async () => {
    const events: CastEvent[] = [
      { atMs: 0, is: 'output', text: 'calm' },
      { atMs: 1000, is: 'output', text: '\r\n'.repeat(3) + 'a very busy screen'.repeat(2) },
      { atMs: 1001, is: 'output', text: '\x1b[2J\x1b[H' },
    ]
    expect(await renderPoster(castOf([], { events }))).toBe('calm')
  })

  test('is what was there after sixty percent when nothing stands still before the farewell', async () => {
    const events = Array.from({ length: 11 }, (_, index): CastEvent => {
      const text = index < 10 ? String.fromCharCode(97 + index) : '\r\nexit\r\n'
      return { atMs: index * 100, is: 'output', text }
    })
    expect(await renderPoster(castOf([], { events }))).toBe('abcdefg')
  })

  test('is the last screen when nothing stands still and it is no farewell', async () => {
    const events: CastEvent[] = [
      { atMs: 0, is: 'output', text: '$ ' },
      { atMs: 100, is: 'output', text: 'ls\r\nfile\r\n$ ' },
    ]
    expect(await renderPoster(castOf([], { events }))).toBe('$ ls\nfile\n$')
  })

  test('is empty for a cast without output', async () => {
    expect(await renderPoster(castOf([]))).toBe('')
    const events: CastEvent[] = [{ atMs: 0, is: 'size', cols: 10, rows: 5 }]
    expect(await renderPoster(castOf([], { events }))).toBe('')
  })

  test('follows changes of size', async () => {
    const events: CastEvent[] = [
      { atMs: 0, is: 'size', cols: 4, rows: 3 },
      { atMs: 1, is: 'output', text: 'abcdef' },
      { atMs: 2000, is: 'output', text: '' },
    ]
    expect(await renderPoster(castOf([], { events }))).toBe('abcd\nef')
  })
})

describe('the poster of a hostile program', () => {
  test.each([
    ['a closing tag', '</span><script>alert(1)</script>'],
    ['an attribute', '" onmouseover="alert(1)'],
    ['an entity', '&lt;script&gt;'],
    ['a link of its terminal', '\x1b]8;;javascript:alert(1)\x1b\\x<b>\x1b]8;;\x1b\\'],
    ['a title', '\x1b]0;<script>\x07<i>'],
    ['a tag over two colours', '<\x1b[31mscript\x1b[0m>'],
    ['text that runs backwards', 'a\u202e<b>\u2066'],
  ])('is text and spans only: %s', async (_, text) => {
    const html = await posterOf(text)
    expect(isSafe(html)).toBe(true)
    expect(html).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
    expect(html).toMatch(/&lt;|&quot;|&amp;/)
  })

  test('is text and spans only, whatever it prints', async () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom('\x1b[31m', '\x1b[7m', '\x1b[48;2;1;2;3m', '<', '>', '"', '\x1b[2J', '\r\n'),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
        expect(isSafe(await posterOf(pieces.join('')))).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test('is bounded, and loses its colours before its text', async () => {
    const cell = (index: number) => `\x1b[38;5;${index % 256};48;5;${(index + 1) % 256}m<`
    const filling = (count: number) => Array.from({ length: count }, (_, at) => cell(at)).join('')
    const small = await posterOf(filling(200))
    expect(small).toContain('<span class="f7 b8">')
    const html = await posterOf(`${filling(100 * 60)}\x1b[0mthe end`, { cols: 100, rows: 61 })
    expect(html.length).toBeLessThanOrEqual(MAX_POSTER_CHARS)
    expect(html).toMatch(/^(&lt;){100}\n[\s\S]*\nthe end$/)
    const huge = await posterOf(`${filling(500 * 299)}\x1b[0mthe end`, { cols: 500, rows: 300 })
    expect(huge.length).toBeLessThanOrEqual(MAX_POSTER_CHARS)
    expect(huge).toMatch(/the end$/)
  })

  test('costs no more time than agreed, and is what came out by then', async () => {
    let calls = 0
    const now = () => {
      calls += 1
      return calls > 3 ? 60_000 : 0
    }
    expect(await renderPoster(castOf(['first', ' second', ' third', 'x']), { now })).toBe('first')
  })

  test('costs a bounded number of looks at a full screen of colours that stands still again and again', async () => {
    const looks = { cells: 0, lines: 0 }
    const terminal = new headless.Terminal({ cols: 2, rows: 1, allowProposedApi: true })
    const line = Object.getPrototypeOf(terminal.buffer.active.getLine(0))
    terminal.dispose()
    const { getCell, translateToString } = line
    line.getCell = function (...asked: unknown[]) {
      looks.cells += 1
      return getCell.apply(this, asked)
    }
    line.translateToString = function (...asked: unknown[]) {
      looks.lines += 1
      return translateToString.apply(this, asked)
    }
    const [cols, rows] = [500, 300]
    // No deadline ends it.
    const now = () => 0
    const cell = (at: number) => `\x1b[38;2;${at % 256};${(at >> 8) % 256};9;48;2;9;9;${at % 251}mx`
    const full = Array.from({ length: cols * rows }, (_, at) => cell(at)).join('')
    const stills = (text: string) => Array.from({ length: 2 * MAX_POSTER_PAUSES }, () => text)
    try {
      const html = await renderPoster(castOf([full, ...stills('\x1b[Hy')], { cols, rows }), { now })
      expect(html).toMatch(/^y?x+\n[\s\S]*x$/)
      // Once with colours until it was too much, once without.
      expect(looks.cells).toBeLessThan(2 * cols * rows)
      expect(looks.lines).toBeLessThanOrEqual((MAX_POSTER_PAUSES + 3) * rows)
      looks.lines = 0
      await renderPoster(castOf([full, ...stills('')], { cols, rows }), { now })
      // An unchanged screen is the same as before; one more look is for the farewell.
      expect(looks.lines).toBe(2 * rows)
    } finally {
      Object.assign(line, { getCell, translateToString })
    }
  })

  test('lets the process do other work while it changes its size without a word', async () => {
    let turns = 0
    let turn: NodeJS.Immediate
    const next = () => {
      turns += 1
      turn = setImmediate(next)
    }
    turn = setImmediate(next)
    const events = Array.from({ length: 200 }, (_, at): CastEvent => {
      return { atMs: at, is: 'size', cols: 10 + (at % 2), rows: 5 }
    })
    await renderPoster(castOf([], { events }))
    clearImmediate(turn)
    expect(turns).toBeGreaterThanOrEqual(200)
  })

  test('is no screen that was there only after its time', async () => {
    let calls = 0
    // One for the deadline, one before each of four steps: written, a pause, most of the time over, written.
    const now = () => {
      calls += 1
      return calls > 5 ? 60_000 : 0
    }
    expect(await renderPoster(castOf(['first', ' and last']), { now })).toBe('first')
  })

  test('obeys no count of two thousand millions', async () => {
    expect(await posterOf('x\x1b[2147483647b\x1b[2147483647S')).toBe('x')
  })
})

test('the nearest class is the first of those that no other is nearer than', () => {
  const fixed = [...posterCss().matchAll(/\.f\d+ \{\n {2}color: #(\w{6});/g)].map(([, hex = '']) =>
    Number.parseInt(hex, 16),
  )
  expect(fixed).toHaveLength(240)
  const away = (one: number, other: number) =>
    [16, 8, 0].reduce((sum, at) => sum + (((one >> at) & 255) - ((other >> at) & 255)) ** 2, 0)
  const search = (rgb: number) => {
    const distances = fixed.map((colour) => away(colour, rgb))
    return 16 + distances.indexOf(Math.min(...distances))
  }
  const greys = Array.from({ length: 256 }, (_, level) => level * 0x010101)
  const red = Array.from({ length: 256 }, (_, level) => level << 16)
  for (const rgb of [...greys, ...red])
    expect([rgb, nearestColour(rgb)]).toEqual([rgb, search(rgb)])
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (rgb) => {
      expect(nearestColour(rgb)).toBe(search(rgb))
    }),
    { numRuns: 3000 },
  )
})

test('the style sheet of posters is what the palette says, without a gap', async () => {
  const file = await readFile(new URL('../client/player/poster.css', import.meta.url), 'utf8')
  expect(file).toBe(posterCss())
  for (let index = 0; index < 256; index += 1) {
    expect(file).toContain(`.terminal-poster .f${index} {`)
    expect(file).toContain(`.terminal-poster .b${index} {`)
  }
})

test('text in the colours of a page that sets none can be read, except black', () => {
  const luminance = (hex: string) => {
    const [red = 0, green = 0, blue = 0] = (hex.match(/[0-9a-f]{2}/g) ?? []).map((value) => {
      const level = Number.parseInt(value, 16) / 255
      return level <= 0.04045 ? level / 12.92 : ((level + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const css = posterCss()
  const [, background = ''] = /--terminal-background, (#\w+)/.exec(css) ?? []
  const texts = [...css.matchAll(/\.f(\d+) \{\n {2}color: var\(--terminal-[\w-]+, (#\w+)\)/g)]
  expect(texts).toHaveLength(16)
  for (const [, index, colour = ''] of texts.slice(1)) {
    const contrast = (luminance(colour) + 0.05) / (luminance(background) + 0.05)
    expect([index, contrast >= 4.5]).toEqual([index, true])
  }
})

test('what is no sequence is left out, and said to nobody', async () => {
  const lines = (['error', 'warn', 'log'] as const).map((name) => jest.spyOn(console, name))
  expect(await posterOf('before\x1bP\ufffd\x1b\\after')).toContain('after')
  for (const line of lines) {
    expect(line).not.toHaveBeenCalled()
    line.mockRestore()
  }
})
