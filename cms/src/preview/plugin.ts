// Lets staff see drafts on the site: links that expire, in the admin's own buttons and beside the form.
import type {
  CollectionConfig,
  Config,
  GlobalAdminOptions,
  GlobalConfig,
  PayloadRequest,
  Plugin,
} from 'payload'
import { type Language, languageOf } from '../languages/languages.ts'
import { DRAFT_SEEN, previewEndpoints } from './endpoints.ts'
import { isPreviewed, isPreviewedGlobal, previewLinks, type Subject, subjectOf } from './links.ts'
import { inThemeOf } from './theme.ts'
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

  const inFrame = async (req: PayloadRequest, subject: Subject, locale: Language) => {
    const link = await links.linkTo(req, subject, { locale, isSteady: true })
    return link && inThemeOf(req, link.url)
  }

  /** `subject`: what the form is about, `undefined` while that is nowhere yet. */
  const buttons = (subject: (data: Record<string, unknown>) => Subject | undefined) =>
    ({
      // Followed when somebody clicks, so the link that it makes has not expired by then.
      preview: (data, { locale }) => {
        const asked = subject(data)
        if (!asked) return null
        const { collection, id } = asked
        const query = new URLSearchParams({ collection, ...(id ? { id } : {}) })
        query.set('locale', languageOf(locale))
        return `${cmsUrl}/api/preview-links?${query}`
      },
      livePreview: {
        breakpoints: BREAKPOINTS,
        // Mostly the same after a save: the frame keeps its page, which hears of the save and exchanges its content.
        url: ({ data, locale, req }) => {
          const asked = subject(data)
          return asked && inFrame(req, asked, languageOf(locale?.code))
        },
      },
    }) satisfies Pick<GlobalAdminOptions, 'preview' | 'livePreview'>

  const withPreview = (collection: CollectionConfig): CollectionConfig => {
    const { slug, access, admin } = collection
    if (!isPreviewed(slug)) return collection
    const read = access?.read
    return {
      ...collection,
      access: {
        ...access,
        read: (asked) => {
          const seen = asked.req.context[DRAFT_SEEN]
          return seen !== undefined && seen === asked.id ? true : (read?.(asked) ?? false)
        },
      },
      admin: { ...admin, ...buttons((data) => subjectOf(slug, idOf(data))) },
    }
  }

  const withGlobalPreview = (global: GlobalConfig): GlobalConfig => {
    const { slug, access, admin } = global
    if (!isPreviewedGlobal(slug)) return global
    const read = access?.read
    return {
      ...global,
      access: {
        ...access,
        read: (asked) => asked.req.context[DRAFT_SEEN] === slug || (read?.(asked) ?? false),
      },
      admin: { ...admin, ...buttons(() => ({ collection: slug })) },
    }
  }

  return (config: Config): Config => ({
    ...config,
    collections: (config.collections ?? []).map(withPreview),
    globals: (config.globals ?? []).map(withGlobalPreview),
    endpoints: [...(config.endpoints ?? []), ...previewEndpoints(tokens, links)],
  })
}
