// Makes the links by which staff see drafts on the site.
import type { PayloadRequest } from 'payload'
import { staff } from '../access/rules.ts'
import { isTranslation, type Language } from '../languages/languages.ts'
import { shownTranslations } from '../languages/shown.ts'
import type { PreviewTokens } from './token.ts'

/** Collections whose documents the site can draw as a page. */
export const PREVIEWED = ['projects', 'experiences', 'pages'] as const
/** Globals that it can. */
export const PREVIEWED_GLOBALS = ['resume'] as const

export type Previewed = (typeof PREVIEWED)[number]
export type PreviewedGlobal = (typeof PREVIEWED_GLOBALS)[number]

/** What a link is for. `collection`: of the document, or the global itself, which has no id. */
export type Subject =
  | { collection: Previewed; id: string }
  | { collection: PreviewedGlobal; id?: undefined }

export const isPreviewed = (slug: unknown): slug is Previewed =>
  PREVIEWED.some((known) => known === slug)

export const isPreviewedGlobal = (slug: unknown): slug is PreviewedGlobal =>
  PREVIEWED_GLOBALS.some((known) => known === slug)

/** `undefined` for what has no preview. */
export const subjectOf = (collection: string, id: string | undefined): Subject | undefined => {
  if (isPreviewedGlobal(collection)) return id === undefined ? { collection } : undefined
  return isPreviewed(collection) && id !== undefined ? { collection, id } : undefined
}

export type PreviewLink = { url: string; expiresAt: Date }

export type PreviewLinks = {
  /** For whoever asks, in a language that visitors have; `undefined` for others than staff. */
  linkTo: (
    req: PayloadRequest,
    subject: Subject,
    options: { locale: Language; isSteady?: boolean },
  ) => Promise<PreviewLink | undefined>
}

const isShownIn = async ({ payload }: PayloadRequest, locale: Language): Promise<boolean> =>
  isTranslation(locale) && (await shownTranslations(payload)).includes(locale)

/** `siteUrl`: origin of the site. */
export const previewLinks = (tokens: PreviewTokens, siteUrl: string): PreviewLinks => ({
  linkTo: async (req, subject, { locale, isSteady = false }) => {
    if (!staff({ req }) || !req.user) return undefined
    const asked = { ...subject, user: String(req.user.id) }
    const { token, expiresAt } = tokens.issue(asked, { isSteady })
    const language = (await isShownIn(req, locale)) ? `&locale=${locale}` : ''
    return { url: `${siteUrl}/preview?token=${token}${language}`, expiresAt }
  },
})
