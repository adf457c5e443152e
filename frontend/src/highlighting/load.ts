// Loads the highlighter. Server only: pages import it for what runs there, and Next leaves it out of everything else.
import { LIMITS } from '../limits.ts'
import { type Highlighter, hasHighlighter, setHighlighter, type Token } from './highlight.ts'
import { KINDS_THEME, kindOf } from './kinds.ts'

/** Neighbours of the same kind are one piece: half of a page's markup would be seams between them. */
const joined = (tokens: Token[]): Token[] => {
  const pieces: Token[] = []
  for (const { kind, text } of tokens) {
    const last = pieces.at(-1)
    if (last?.kind === kind) last.text += text
    else pieces.push({ kind, text })
  }
  return pieces
}

const load = async (): Promise<Highlighter> => {
  const [{ createHighlighterCore }, { createJavaScriptRegexEngine }] = await Promise.all([
    import('shiki/core'),
    import('shiki/engine/javascript'),
  ])
  const shiki = await createHighlighterCore({
    themes: [KINDS_THEME],
    langs: [
      import('shiki/langs/bash.mjs'),
      import('shiki/langs/c.mjs'),
      import('shiki/langs/cpp.mjs'),
      import('shiki/langs/javascript.mjs'),
      import('shiki/langs/json.mjs'),
      import('shiki/langs/make.mjs'),
      import('shiki/langs/python.mjs'),
      import('shiki/langs/typescript.mjs'),
    ],
    // A pattern that this engine cannot express is passed over, not an error.
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  })
  return (code, lang) =>
    shiki
      .codeToTokensBase(code, {
        lang,
        theme: KINDS_THEME.name,
        tokenizeMaxLineLength: LIMITS.highlightMaxLine,
        // A grammar is compiled on its first line: with a limit, what is coloured would depend on how busy the server is.
        tokenizeTimeLimit: 0,
      })
      .map((tokens) =>
        joined(tokens.map(({ content, color }) => ({ kind: kindOf(color), text: content }))),
      )
}

let loading: Promise<void> | undefined

/** Once it resolves, `highlight` knows its languages: 15 MB and a tenth of a second, once. Without it code stays plain. */
export const prepareHighlighting = async (): Promise<void> => {
  if (hasHighlighter()) return
  loading ??= load()
    .then(setHighlighter)
    .finally(() => {
      loading = undefined
    })
  await loading
}
