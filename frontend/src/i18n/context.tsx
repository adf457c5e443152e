// The language of the page that is being drawn, for every component in it.
import { createContext, type ReactNode, useContext } from 'react'
import { DEFAULT_LANGUAGE, type Language } from './languages.ts'
import { type Speaking, speakingOf } from './speaking.ts'

export { type Speaking, stringsOf } from './speaking.ts'

const Context = createContext<Speaking>(speakingOf(DEFAULT_LANGUAGE))

export const Speaks = ({ language, children }: { language: Language; children: ReactNode }) => (
  <Context value={speakingOf(language)}>{children}</Context>
)

export const useLanguage = (): Speaking => useContext(Context)
