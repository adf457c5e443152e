// The plugin's words where the server renders, in the language of whoever asked.
import type { Say } from './use-words.ts'

type Translator = { t: (key: never, values?: never) => string }

export const serverWords =
  (i18n: Translator): Say =>
  (word, values) =>
    i18n.t(`terminal:${word}` as never, values as never)
