// What a page says about itself to search engines and link previews.
import type { Image } from '../cms/shapes/image.ts'
import type { Site } from '../cms/shapes/site.ts'
import { stringsOf } from '../i18n/context.tsx'
import { type Language, LOCALES } from '../i18n/languages.ts'
import { listTitle } from '../list-title.ts'
import { FEEDS, feedPath, markdownPath, picturePath } from '../machine-paths.ts'
import { CARD, type Card, cardOf, contactCardOf, versionOf } from '../og/card.ts'
import type { PageData } from '../page-data.ts'
import { type Place, pathOf, type Route } from '../routes.ts'
import { type Alternate, alternatesOf } from './alternates.ts'
import { contactLinkedDataOf, linkedDataOf } from './linked-data.ts'
import { withSite } from './title.ts'

export type Meta = {
  title: string
  description: string | null
  path: string
  type: 'website' | 'article' | 'profile'
  image: { src: string; alt: string; type: string | null; width: number; height: number }
  alternates: Alternate[]
  /** Its language as link previews name it, and those of its alternates: `fr_FR`. */
  locale: string
  otherLocales: string[]
  /** The same page as Markdown, where it is one of content. */
  markdown: string | null
  feeds: { type: string; path: string }[]
  /** Pages that only repeat a part of another one are nothing for an index. */
  isIndexed: boolean
  /** JSON-LD: data, which a content security policy does not take for script. */
  linkedData: Record<string, unknown>
}

const TYPES: Record<string, string> = {
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
}

const drawnImage = (route: Route, card: Card, title: string): Meta['image'] => {
  const src = `${picturePath(route)}?v=${versionOf(card)}`
  return { src, alt: title, type: 'image/png', ...CARD }
}

/** The picture that the owner chose for previews of the page; without one, it is drawn. */
const imageOf = (chosen: Image | null, data: PageData, title: string): Meta['image'] => {
  const largest = chosen?.sources.at(-1)
  if (chosen && largest) {
    const extension = /\.([a-z]+)(?:\?|$)/i.exec(largest.src)?.[1]?.toLowerCase() ?? ''
    return { ...largest, alt: chosen.alt, type: TYPES[extension] ?? null }
  }
  return drawnImage({ ...data.place, language: data.language }, cardOf(data), title)
}

type Own = Pick<Meta, 'title' | 'description' | 'type'> & { image: Image | null }

/** What the page itself says, before the site's own comes in for what is missing. */
const ownOf = (data: PageData): Own => {
  const { site, language } = data
  const t = stringsOf(language)
  const list = (title: string): Own => ({
    title,
    description: null,
    type: 'website',
    image: null,
  })
  switch (data.page) {
    case 'home':
      return {
        ...list(site.seo.title ?? ([site.name, site.title].filter(Boolean).join(', ') || t.home)),
        image: site.seo.image,
      }
    case 'projects':
      return list(listTitle(data, t))
    case 'experiences':
      return list(t.experiences)
    case 'resume':
      return { ...list(t.resume), description: data.resume.summary, type: 'profile' }
    case 'project': {
      const { title, summary, seo } = data.project
      return {
        title: seo.title ?? title,
        description: seo.description ?? summary,
        type: 'article',
        image: seo.image,
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
        image: seo.image,
      }
    }
    case 'page': {
      const { title, seo } = data.content
      return { ...list(seo.title ?? title), description: seo.description, image: seo.image }
    }
  }
}

const localeOf = (language: Language) => LOCALES[language].replace('-', '_')

type Where = { place: Place; language: Language; languages: readonly Language[] }

/** What every page says that may be found. */
const sharedOf = ({ place, language, languages }: Where) => ({
  path: pathOf({ ...place, language }),
  alternates: alternatesOf(languages, place),
  locale: localeOf(language),
  otherLocales: languages.filter((other) => other !== language).map(localeOf),
  feeds: FEEDS.map(({ name, type }) => ({ type, path: feedPath(name, language) })),
})

/** `origin`: the site's own, for absolute addresses. */
export const metaOf = (data: PageData, origin: string): Meta => {
  const { site, place, language } = data
  const { title, description, type, image } = ownOf(data)
  return {
    ...sharedOf({ place, language, languages: site.languages }),
    title: data.page === 'home' ? title : withSite(title, site),
    description: description ?? site.seo.description ?? site.intro,
    type,
    image: imageOf(image, data, title),
    markdown: markdownPath({ ...place, language }),
    isIndexed: data.page !== 'demo',
    linkedData: linkedDataOf(data, origin),
  }
}

/** Of `/contact`, also while nobody knows whose site it is. */
export const contactMetaOf = (
  { site, language }: { site: Site | null; language: Language },
  origin: string,
): Meta => {
  const place = { page: 'contact' } as const
  const { contact, contactPage } = stringsOf(language)
  return {
    ...sharedOf({ place, language, languages: site?.languages ?? [] }),
    title: withSite(contact, site),
    description: contactPage.description,
    type: 'website',
    image: drawnImage({ ...place, language }, contactCardOf(site, language), contact),
    markdown: null,
    isIndexed: true,
    linkedData: contactLinkedDataOf({ site, place, language }, origin),
  }
}
