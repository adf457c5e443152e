// Makes the links by which staff see drafts on the site.
import type { PayloadRequest } from 'payload'
import { staff } from '../access/rules.ts'
import { isTranslation, type Language } from '../languages/languages.ts'
import { shownTranslations } from '../languages/shown.ts'
import type { PreviewTokens } from './token.ts'

/** Collections whose documents the site can draw as a page. */
export const PREVIEWED = ['projects', 'experiences', 'pages'] as const
export type Previewed = (typeof PREVIEWED)[number]

export const isPreviewed = (slug: unknown): slug is Previewed =>
  PREVIEWED.some((known) => known === slug)

export type PreviewLink = { url: string; expiresAt: Date }

export type PreviewLinks = {
  /** For whoever asks, in a language that visitors have; `undefined` for others than staff. */
  linkTo: (
    req: PayloadRequest,
    document: { collection: Previewed; id: string },
    options: { locale: Language; isSteady?: boolean },
  ) => Promise<PreviewLink | undefined>
}

const isShownIn = async ({ payload }: PayloadRequest, locale: Language): Promise<boolean> =>
  isTranslation(locale) && (await shownTranslations(payload)).includes(locale)

/** `siteUrl`: origin of the site. */
export const previewLinks = (tokens: PreviewTokens, siteUrl: string): PreviewLinks => ({
  linkTo: async (req, document, { locale, isSteady = false }) => {
    if (!staff({ req }) || !req.user) return undefined
    const asked = { ...document, user: String(req.user.id) }
    const { token, expiresAt } = tokens.issue(asked, { isSteady })
    const language = (await isShownIn(req, locale)) ? `&locale=${locale}` : ''
    return { url: `${siteUrl}/preview?token=${token}${language}`, expiresAt }
  },
})
