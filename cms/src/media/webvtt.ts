// What the captions of a video may be: WebVTT with at least one cue, and nothing that is not text.

const HEADER = /^\ufeff?WEBVTT(?:[ \t].*)?$/
const TIME = '(?:\\d{2,4}:)?[0-5]\\d:[0-5]\\d\\.\\d{3}'
const TIMING = new RegExp(`^(${TIME})[ \\t]+-->[ \\t]+(${TIME})(?:[ \\t].*)?$`)
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

/** Digits as they stand, hours included, so that later times are greater texts. */
const comparable = (time: string): string => time.replace(/\D/g, '').padStart(11, '0')

const faultIn = (line: string): string | undefined => {
  if (CONTROL.test(line)) return 'holds a character that is no text'
  if (/^STYLE[ \t]*$/.test(line))
    return 'begins a style, and how captions look is for their readers'
  if (!line.includes('-->')) return undefined
  const [, start, end] = TIMING.exec(line) ?? []
  if (start === undefined || end === undefined) return 'is no timing like 00:01.000 --> 00:04.500'
  return comparable(start) < comparable(end) ? undefined : 'ends before it begins'
}

/** True, or what an owner has to mend. */
export const checkWebVtt = (text: string): true | string => {
  const lines = text.split(/\r\n?|\n/)
  if (!HEADER.test(lines[0] ?? '')) return 'Captions are WebVTT: their first line is WEBVTT.'
  for (const [index, line] of lines.entries()) {
    const fault = faultIn(line)
    if (fault) return `Line ${index + 1} ${fault}.`
  }
  return lines.some((line) => line.includes('-->')) || 'There is no cue in these captions.'
}
