// Names that the server and the page of previews share.

export const PREVIEW_PATH = '/preview'
/** Set by our own server, whatever the browser sent. */
export const PREVIEW_HEADERS = { token: 'x-preview-token', theme: 'x-preview-theme' } as const
/** Names, for the policy, what may make a page of the string that a preview is exchanged for. */
export const PREVIEW_TRUSTED_TYPES = 'live-preview'
export const THEME_COOKIE = 'preview-theme'

export const THEMES = ['light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export const isTheme = (value: unknown): value is Theme => THEMES.some((theme) => theme === value)

/** The same preview in another theme. */
export const previewAddress = (token: string, theme: Theme): string =>
  `${PREVIEW_PATH}?${new URLSearchParams({ token, theme })}`
