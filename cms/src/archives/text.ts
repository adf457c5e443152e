// Tells text from programs, pictures and the like.

const utf8 = new TextDecoder('utf-8', { fatal: true })
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
const CONTROL = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/

/** Whole, valid UTF-8 without control characters beyond line breaks, tabs and the escape of terminal colours. */
export const isText = (data: Buffer): boolean => {
  try {
    return !CONTROL.test(utf8.decode(data))
  } catch {
    return false
  }
}
