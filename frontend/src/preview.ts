// Names that the server and the page of previews share.
import { DEFAULT_LANGUAGE, isLanguage, type Language } from './i18n/languages.ts'
import type { Theme } from './theme.ts'

export const PREVIEW_PATH = '/preview'
/** Set by our own server, whatever the browser sent. */
export const PREVIEW_HEADERS = {
  token: 'x-preview-token',
  theme: 'x-preview-theme',
  language: 'x-preview-language',
} as const
/** Names, for the policy, what may make a page of the string that a preview is exchanged for. */
export const PREVIEW_TRUSTED_TYPES = 'live-preview'
export const THEME_COOKIE = 'preview-theme'

/** As the CMS names the language in the links that it makes. */
export const PREVIEW_LANGUAGE = 'locale'
/** As it names the theme of the admin around the frame, which a preview is in until its reader chooses another. */
export const PREVIEW_AROUND = 'around'

/** `theme`: null for the reader's own. */
export type PreviewLook = { theme: Theme | null; language: Language }

/** The same preview with another look. */
export const previewAddress = (token: string, { theme, language }: PreviewLook): string =>
  `${PREVIEW_PATH}?${new URLSearchParams({
    token,
    ...(theme ? { theme } : {}),
    ...(language === DEFAULT_LANGUAGE ? {} : { [PREVIEW_LANGUAGE]: language }),
  })}`

/** What is asked for, where it is a language of this site. */
export const previewLanguage = (value: unknown): Language =>
  isLanguage(value) ? value : DEFAULT_LANGUAGE
