// The terminal's colours and font, from the page's custom properties, so that light and dark come from the style sheet.
import type { ITheme } from '@xterm/xterm'

const NAMES = {
  background: 'background',
  foreground: 'foreground',
  cursor: 'cursor',
  cursorAccent: 'cursor-accent',
  selectionBackground: 'selection',
  black: 'black',
  red: 'red',
  green: 'green',
  yellow: 'yellow',
  blue: 'blue',
  magenta: 'magenta',
  cyan: 'cyan',
  white: 'white',
  brightBlack: 'bright-black',
  brightRed: 'bright-red',
  brightGreen: 'bright-green',
  brightYellow: 'bright-yellow',
  brightBlue: 'bright-blue',
  brightMagenta: 'bright-magenta',
  brightCyan: 'bright-cyan',
  brightWhite: 'bright-white',
} as const satisfies Partial<Record<keyof ITheme, string>>

type ReadProperty = (name: string) => string

/** `read`: value of a custom property, empty when unset. Unset colours are xterm's own. */
export const themeFrom = (read: ReadProperty): ITheme => {
  const entries = Object.entries(NAMES).map(([name, property]) => [
    name,
    read(`--terminal-${property}`).trim(),
  ])
  return Object.fromEntries(entries.filter(([, value]) => value))
}

export const fontFrom = (read: ReadProperty): { fontFamily: string; fontSize: number } => ({
  fontFamily:
    read('--terminal-font').trim() || read('--font-mono').trim() || 'ui-monospace, monospace',
  fontSize: Number.parseFloat(read('--terminal-font-size')) || 14,
})
