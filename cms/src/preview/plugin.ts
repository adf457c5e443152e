// Lets staff see drafts on the site: links that expire, in the admin's own buttons and beside the form.
import type { CollectionConfig, Config, PayloadRequest, Plugin } from 'payload'
import { type Language, languageOf } from '../languages/languages.ts'
import { DRAFT_SEEN, previewEndpoints } from './endpoints.ts'
import { isPreviewed, type Previewed, previewLinks } from './links.ts'
import { previewTokens } from './token.ts'

/** Widths of a phone, a tablet and a desk, in pixels. */
const BREAKPOINTS = [
  { name: 'phone', label: 'Phone', width: 360, height: 740 },
  { name: 'tablet', label: 'Tablet', width: 768, height: 1024 },
  { name: 'desk', label: 'Desk', width: 1440, height: 900 },
]

/** Origins without a path. */
type PreviewOptions = { secret: string; siteUrl: string; cmsUrl: string }

export const previewPlugin = ({ secret, siteUrl, cmsUrl }: PreviewOptions): Plugin => {
  const tokens = previewTokens(secret)
  const links = previewLinks(tokens, siteUrl)
  const idOf = ({ id }: Record<string, unknown>) => (typeof id === 'string' ? id : undefined)

  const withPreview = (collection: CollectionConfig): CollectionConfig => {
    const { slug, access, admin } = collection
    if (!isPreviewed(slug)) return collection
    const read = access?.read
    const inFrame = async (req: PayloadRequest, id: string | undefined, locale: Language) => {
      if (!id) return undefined
      const document = { collection: slug as Previewed, id }
      return (await links.linkTo(req, document, { locale, isSteady: true }))?.url
    }
    return {
      ...collection,
      access: {
        ...access,
        read: (asked) => {
          const seen = asked.req.context[DRAFT_SEEN]
          return seen !== undefined && seen === asked.id ? true : (read?.(asked) ?? false)
        },
      },
      admin: {
        ...admin,
        // Followed when somebody clicks, so the link that it makes has not expired by then.
        preview: (data, { locale }) => {
          const id = idOf(data)
          if (!id) return null
          return `${cmsUrl}/api/preview-links?collection=${slug}&id=${id}&locale=${languageOf(locale)}`
        },
        livePreview: {
          breakpoints: BREAKPOINTS,
          // Mostly the same after a save: the frame keeps its page, which hears of the save and exchanges its content.
          url: ({ data, locale, req }) => inFrame(req, idOf(data), languageOf(locale?.code)),
        },
      },
    }
  }

  return (config: Config): Config => ({
    ...config,
    collections: (config.collections ?? []).map(withPreview),
    endpoints: [...(config.endpoints ?? []), ...previewEndpoints(tokens, links)],
  })
}
