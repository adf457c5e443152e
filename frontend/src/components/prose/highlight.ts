// Tells comments, strings, numbers and keywords apart, no more: enough to guide the eye, and it costs the page no script.

export type TokenKind = 'comment' | 'string' | 'number' | 'keyword'
/** `at`: where the token starts. */
export type Token = { kind: TokenKind | null; text: string; at: number }

type Grammar = { comment: string; keywords: string }

const C_LIKE = String.raw`\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)`
const HASH = String.raw`(?<![^\s;])#[^\n]*`
const C_WORDS =
  'auto bool break case char const continue default do double else enum extern float for goto if inline int long register return short signed sizeof static struct switch typedef union unsigned void volatile while size_t uint8_t uint32_t uint64_t true false NULL'
const CPP_WORDS = `${C_WORDS} class namespace template typename using public private protected virtual override new delete nullptr constexpr try catch throw`
const JS_WORDS =
  'async await break case catch class const continue default delete do else export extends false finally for from function if import in instanceof let new null of return static super switch this throw true try typeof undefined var void while yield'
const PYTHON_WORDS =
  'and as assert async await break class continue def del elif else except False finally for from global if import in is lambda None nonlocal not or pass raise return self True try while with yield'
const SHELL_WORDS =
  'if then else elif fi for in do done while until case esac function return local export set cd exit trap'

const GRAMMARS: Record<string, Grammar> = {
  c: { comment: C_LIKE, keywords: C_WORDS },
  cpp: { comment: C_LIKE, keywords: CPP_WORDS },
  javascript: { comment: C_LIKE, keywords: JS_WORDS },
  python: { comment: HASH, keywords: PYTHON_WORDS },
  bash: { comment: HASH, keywords: SHELL_WORDS },
  make: { comment: HASH, keywords: 'ifeq ifneq ifdef ifndef else endif include define endef' },
  json: { comment: '(?!)', keywords: 'true false null' },
}

/** Longer code is shown plain: nobody reads it here, and a pattern should not meet it. */
const MAX_LENGTH = 20_000

const STRING = String.raw`"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'`
const NUMBER = String.raw`\b(?:0x[\da-fA-F]+|\d+(?:\.\d+)?)\b`

const patternOf = ({ comment, keywords }: Grammar) =>
  new RegExp(
    `(?<comment>${comment})|(?<string>${STRING})|(?<number>${NUMBER})|\\b(?<keyword>${keywords.replaceAll(' ', '|')})\\b`,
    'g',
  )

const kindOf = (groups: Record<string, string | undefined> = {}): TokenKind | null => {
  const kinds: TokenKind[] = ['comment', 'string', 'number', 'keyword']
  return kinds.find((kind) => groups[kind] !== undefined) ?? null
}

/** The code in pieces; joined, they are the code again. */
export const highlight = (code: string, language: string | null): Token[] => {
  const grammar = language && Object.hasOwn(GRAMMARS, language) ? GRAMMARS[language] : undefined
  if (!grammar || code.length > MAX_LENGTH) return [{ kind: null, text: code, at: 0 }]
  const tokens: Token[] = []
  let end = 0
  for (const match of code.matchAll(patternOf(grammar))) {
    if (match.index > end) tokens.push({ kind: null, text: code.slice(end, match.index), at: end })
    tokens.push({ kind: kindOf(match.groups), text: match[0], at: match.index })
    end = match.index + match[0].length
  }
  if (end < code.length) tokens.push({ kind: null, text: code.slice(end), at: end })
  return tokens
}
