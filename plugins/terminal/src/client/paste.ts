// Text on its way into the shell, without the control characters that could break out of a bracketed paste.

/** C0 but tab and newlines, DEL, C1. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly what has to go
const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g

export const cleanPaste = (text: string): string => text.replace(CONTROL, '')

/** One line to insert at the prompt: never runs by itself, the visitor presses Enter. */
export const cleanCommand = (text: string, maxChars: number): string =>
  cleanPaste(text)
    .replace(/[\r\n]+/g, ' ')
    .slice(0, maxChars)
