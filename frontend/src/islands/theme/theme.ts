// The theme that a visitor chose: where it is kept, and what follows from it.

export type Choice = 'light' | 'dark' | 'system'

const KEY = 'theme'

/** `system` where nothing was chosen, or where the browser keeps nothing. */
export const storedChoice = (): Choice => {
  try {
    const choice = localStorage.getItem(KEY)
    return choice === 'light' || choice === 'dark' ? choice : 'system'
  } catch {
    return 'system'
  }
}

export const storeChoice = (choice: Choice): void => {
  try {
    if (choice === 'system') localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, choice)
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
