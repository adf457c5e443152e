// The theme that a visitor chose: where it is kept, and what follows from it.
import { CHOICE_COOKIE, cookieIn, isTheme, type Theme } from '../../theme.ts'

export type Choice = Theme | 'system'

const YEAR_S = 31_536_000

/** `system` where nothing was chosen, or where the browser keeps nothing. */
export const storedChoice = (): Choice => {
  try {
    const choice = cookieIn(document.cookie, CHOICE_COOKIE)
    return isTheme(choice) ? choice : 'system'
  } catch {
    return 'system'
  }
}

/** The server draws the next page in it; that is all the cookie is for. */
export const storeChoice = (choice: Choice): void => {
  const seconds = choice === 'system' ? 0 : YEAR_S
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  try {
    // biome-ignore lint/suspicious/noDocumentCookie: not all supported browsers have the Cookie Store.
    document.cookie = `${CHOICE_COOKIE}=${choice}; Path=/; Max-Age=${seconds}; SameSite=Lax${secure}`
  } catch {
    // It holds until the page is left.
  }
}

/** The browser's own colour follows: of the two `theme-color`, the chosen one always applies. */
export const applyChoice = (choice: Choice): void => {
  const { dataset } = document.documentElement
  if (choice === 'system') delete dataset.theme
  else dataset.theme = choice
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[data-scheme]')) {
    const { scheme } = meta.dataset
    const own = scheme === choice ? 'all' : 'not all'
    meta.media = choice === 'system' ? `(prefers-color-scheme:${scheme})` : own
  }
}
