// Makes the links by which staff see drafts on the site.
import type { PayloadRequest } from 'payload'
import { staff } from '../access/rules.ts'
import type { PreviewTokens } from './token.ts'

/** Collections whose documents the site can draw as a page. */
export const PREVIEWED = ['projects', 'experiences', 'pages'] as const
export type Previewed = (typeof PREVIEWED)[number]

export const isPreviewed = (slug: unknown): slug is Previewed =>
  PREVIEWED.some((known) => known === slug)

export type PreviewLink = { url: string; expiresAt: Date }

export type PreviewLinks = {
  /** For whoever asks; `undefined` for others than staff. */
  linkTo: (
    req: PayloadRequest,
    document: { collection: Previewed; id: string },
    options?: { isSteady?: boolean },
  ) => PreviewLink | undefined
}

/** `siteUrl`: origin of the site. */
export const previewLinks = (tokens: PreviewTokens, siteUrl: string): PreviewLinks => ({
  linkTo: (req, document, options) => {
    if (!staff({ req }) || !req.user) return undefined
    const { token, expiresAt } = tokens.issue({ ...document, user: String(req.user.id) }, options)
    return { url: `${siteUrl}/preview?token=${token}`, expiresAt }
  },
})
