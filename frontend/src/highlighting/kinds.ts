// Kinds of tokens that code is coloured by, and the theme that makes Shiki tell them apart.

export const TOKEN_KINDS = ['comment', 'string', 'number', 'keyword', 'type'] as const
export type TokenKind = (typeof TOKEN_KINDS)[number]

type Look = TokenKind | 'plain'

/** Of two scopes that fit, the longer one decides. Operators and arguments stay plain: colour guides the eye to words. */
const SCOPES: Record<Look, string[]> = {
  plain: [
    'keyword.operator',
    'string.unquoted.argument',
    'storage.type.function.arrow',
    'storage.modifier.array.bracket',
  ],
  comment: ['comment', 'punctuation.definition.comment', 'string.quoted.docstring'],
  string: ['string'],
  number: ['constant.numeric', 'constant.language', 'keyword.other.unit'],
  keyword: [
    'keyword',
    'storage',
    'keyword.operator.new',
    'keyword.operator.expression',
    'keyword.operator.sizeof',
    'keyword.operator.wordlike',
    'keyword.operator.logical.python',
  ],
  type: ['support.type', 'entity.name.type', 'storage.type.built-in', 'support.class'],
}

const LOOKS: readonly Look[] = ['plain', ...TOKEN_KINDS]

/** Not a colour that anybody sees: a theme can only give colours, so each kind has one as its name. */
const nameOf = (look: Look) => `#${String(LOOKS.indexOf(look)).padStart(6, '0')}`

export const KINDS_THEME = {
  name: 'kinds',
  type: 'light' as const,
  fg: nameOf('plain'),
  bg: '#ffffff',
  settings: LOOKS.map((look) => ({
    scope: SCOPES[look],
    settings: { foreground: nameOf(look) },
  })),
}

/** The kind of a token that the theme gave `colour`; null for plain text. */
export const kindOf = (colour: string | undefined): TokenKind | null =>
  TOKEN_KINDS.find((kind) => nameOf(kind) === colour) ?? null
