import { describe, expect, test } from '@jest/globals'
import { fontFrom, themeFrom } from './theme.ts'

const reader = (values: Record<string, string>) => (name: string) => values[name] ?? ''

describe('the theme', () => {
  test('is what the page sets, and xterm’s own for the rest', () => {
    const read = reader({ '--terminal-background': ' #fff ', '--terminal-bright-red': 'red' })
    expect(themeFrom(read)).toEqual({ background: '#fff', brightRed: 'red' })
  })

  test('has a font even when the page names none', () => {
    expect(fontFrom(reader({}))).toEqual({ fontFamily: 'ui-monospace, monospace', fontSize: 14 })
    expect(fontFrom(reader({ '--font-mono': ' Mono ', '--terminal-font-size': '16px' }))).toEqual({
      fontFamily: 'Mono',
      fontSize: 16,
    })
    const own = { '--font-mono': 'Mono', '--terminal-font': ' Screen, Mono ' }
    expect(fontFrom(reader(own)).fontFamily).toBe('Screen, Mono')
  })
})
