// Splits a line into words as a POSIX shell does, and nothing more: whatever a shell would expand or run is refused.

export type Tokens = { ok: true; argv: string[] } | { ok: false; problem: string }

/** What a shell does with a character outside quotes, for whoever typed it. */
const REFUSED: Record<string, string> = {
  '|': 'Pipes',
  '&': 'Background jobs and “&&”',
  ';': 'Several commands on one line',
  '<': 'Redirections',
  '>': 'Redirections',
  '(': 'Subshells',
  ')': 'Subshells',
  $: 'Variables and substitutions',
  '`': 'Substitutions',
  '*': 'File name patterns',
  '?': 'File name patterns',
  '[': 'File name patterns',
  ']': 'File name patterns',
  '~': 'Home folders by “~”',
  '{': 'Brace expansions',
  '}': 'Brace expansions',
  '#': 'Comments',
}
/** Still special to a shell between double quotes. */
const REFUSED_IN_DOUBLE = '$`'
const ESCAPED_IN_DOUBLE = '$`"\\'

const BLANK = ' \t'
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
const CONTROL = /[\u0000-\u0008\u000a-\u001f\u007f]/

const refused = (char: string): Tokens => ({
  ok: false,
  problem: `${REFUSED[char]} do not work here (“${char}”); put it in single quotes to mean the character itself.`,
})
const unfinished = (problem: string): Tokens => ({ ok: false, problem })

export const tokenize = (line: string): Tokens => {
  if (CONTROL.test(line)) {
    return unfinished('A command is one line of text, without control characters.')
  }
  const argv: string[] = []
  /** `undefined` between words: an empty pair of quotes is a word, too. */
  let word: string | undefined
  for (let at = 0; at < line.length; at += 1) {
    const char = line.charAt(at)
    if (BLANK.includes(char)) {
      if (word !== undefined) argv.push(word)
      word = undefined
    } else if (char === "'") {
      const end = line.indexOf("'", at + 1)
      if (end < 0) return unfinished('A single quote is not closed.')
      word = (word ?? '') + line.slice(at + 1, end)
      at = end
    } else if (char === '"') {
      let text = ''
      for (at += 1; line.charAt(at) !== '"'; at += 1) {
        if (at >= line.length) return unfinished('A double quote is not closed.')
        const inner = line.charAt(at)
        if (REFUSED_IN_DOUBLE.includes(inner)) return refused(inner)
        const next = line.charAt(at + 1)
        const isEscape = inner === '\\' && next !== '' && ESCAPED_IN_DOUBLE.includes(next)
        text += isEscape ? next : inner
        if (isEscape) at += 1
      }
      word = (word ?? '') + text
    } else if (char === '\\') {
      at += 1
      if (at >= line.length) return unfinished('Nothing follows the backslash at the end.')
      word = (word ?? '') + line.charAt(at)
    } else if (Object.hasOwn(REFUSED, char)) {
      return refused(char)
    } else {
      word = (word ?? '') + char
    }
  }
  if (word !== undefined) argv.push(word)
  return { ok: true, argv }
}
