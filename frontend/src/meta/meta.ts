// What a page says about itself to search engines and link previews.
import type { Image } from '../cms/shapes/image.ts'
import type { Site } from '../cms/shapes/site.ts'
import { stringsOf } from '../i18n/context.tsx'
import { listTitle } from '../list-title.ts'
import { FEEDS, feedPath, markdownPath } from '../machine-paths.ts'
import type { PageData } from '../page-data.ts'
import { pathOf } from '../routes.ts'
import { linkedDataOf } from './linked-data.ts'

export type Meta = {
  title: string
  description: string | null
  path: string
  type: 'website' | 'article' | 'profile'
  image: { src: string; alt: string }
  /** The same page in every language of the site; empty when there is only one. */
  alternates: { language: string; path: string }[]
  /** The same page as Markdown. */
  markdown: string
  feeds: { type: string; path: string }[]
  /** Pages that only repeat a part of another one are nothing for an index. */
  isIndexed: boolean
  /** JSON-LD: data, which a content security policy does not take for script. */
  linkedData: Record<string, unknown>
}

const DEFAULT_IMAGE = '/og.png'

const withSite = (title: string, site: Site) => {
  const suffix = site.titleSuffix ?? site.name
  return suffix && suffix !== title ? `${title} · ${suffix}` : title
}

const imageOf = (images: (Image | null)[], name: string) => {
  const image = images.find((entry) => entry !== null)
  const largest = image?.sources.at(-1)
  return image && largest ? { src: largest.src, alt: image.alt } : { src: DEFAULT_IMAGE, alt: name }
}

type Own = Pick<Meta, 'title' | 'description' | 'type'> & { images: (Image | null)[] }

/** What the page itself says, before the site's own comes in for what is missing. */
const ownOf = (data: PageData): Own => {
  const { site, language } = data
  const t = stringsOf(language)
  const list = (title: string): Own => ({
    title,
    description: null,
    type: 'website',
    images: [],
  })
  switch (data.page) {
    case 'home':
      return list(site.seo.title ?? ([site.name, site.title].filter(Boolean).join(', ') || t.home))
    case 'projects':
      return list(listTitle(data, t))
    case 'experiences':
      return list(t.experiences)
    case 'resume':
      return { ...list(t.resume), description: data.resume.summary, type: 'profile' }
    case 'project': {
      const { title, summary, seo, cover } = data.project
      return {
        title: seo.title ?? title,
        description: seo.description ?? summary,
        type: 'article',
        images: [seo.image, cover],
      }
    }
    case 'demo':
      return list(t.terminal.label(data.project.title))
    case 'experience': {
      const { role, company, subtitle, seo } = data.experience
      return {
        title: seo.title ?? `${role}, ${company}`,
        description: seo.description ?? subtitle,
        type: 'article',
        images: [seo.image],
      }
    }
    case 'page': {
      const { title, seo } = data.content
      return { ...list(seo.title ?? title), description: seo.description, images: [seo.image] }
    }
  }
}

/** `origin`: the site's own, for absolute addresses. */
export const metaOf = (data: PageData, origin: string): Meta => {
  const { site, place, language } = data
  const { title, description, type, images } = ownOf(data)
  const { languages } = site
  return {
    title: data.page === 'home' ? title : withSite(title, site),
    description: description ?? site.seo.description ?? site.intro,
    path: pathOf({ ...place, language }),
    type,
    image: imageOf([...images, site.seo.image], title),
    alternates:
      languages.length > 1
        ? languages.map((other) => ({
            language: other,
            path: pathOf({ ...place, language: other }),
          }))
        : [],
    markdown: markdownPath({ ...place, language }),
    feeds: FEEDS.map(({ name, type }) => ({ type, path: feedPath(name, language) })),
    isIndexed: data.page !== 'demo',
    linkedData: linkedDataOf(data, origin),
  }
}
