// The themes, and where a visitor's choice of one is kept: the server writes it into the document.

export const THEMES = ['light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export const isTheme = (value: unknown): value is Theme => THEMES.some((theme) => theme === value)

/** Set by the visitor's own click and by nothing else. Without it the theme is the system's. */
export const CHOICE_COOKIE = 'theme'

/** Value of a cookie in a `Cookie` header or in `document.cookie`. */
export const cookieIn = (cookies: string | undefined, name: string): string | undefined =>
  cookies
    ?.split(';')
    .map((entry) => entry.trim().split('='))
    .find(([key]) => key === name)?.[1]
