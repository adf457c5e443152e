// The language and the place of the page that is being drawn, for every component in it.
import { createContext, type ReactNode, useContext } from 'react'
import type { Place } from '../routes.ts'
import { DEFAULT_LANGUAGE, type Language } from './languages.ts'
import { type Speaking, speakingOf } from './speaking.ts'

export { type Speaking, stringsOf } from './speaking.ts'

const Context = createContext<Speaking>(speakingOf(DEFAULT_LANGUAGE))

type SpeaksProps = { language: Language; place?: Place; children: ReactNode }

export const Speaks = ({ language, place, children }: SpeaksProps) => (
  <Context value={speakingOf(language, place)}>{children}</Context>
)

export const useLanguage = (): Speaking => useContext(Context)
