// JSON-LD: what a page is about, in the words of schema.org.
import type { Project } from '../cms/shapes/project.ts'
import type { Site } from '../cms/shapes/site.ts'
import { stringsOf } from '../i18n/context.tsx'
import { listTitle } from '../list-title.ts'
import type { PageData } from '../page-data.ts'
import { hasSourceAddress, pathOf, type Route } from '../routes.ts'
import { crumbsOf } from './breadcrumbs.ts'

type LinkedData = Record<string, unknown>

/** Names the owner on every page: they are one person. */
const personId = (origin: string) => ({ '@id': `${origin}/#person` })

const person = (site: Site, origin: string): LinkedData => {
  const portrait = site.portrait?.sources.at(-1)
  return {
    '@type': 'Person',
    ...personId(origin),
    name: site.name ?? undefined,
    jobTitle: site.title ?? undefined,
    description: site.intro ?? undefined,
    image: portrait && `${origin}${portrait.src}`,
    homeLocation: site.location ? { '@type': 'Place', name: site.location } : undefined,
    url: `${origin}/`,
    sameAs: site.socials.map(({ href }) => href).filter((href) => /^https?:/.test(href)),
  }
}

/** With its source to read it is software; without, it is a work. */
const work = (project: Project, { site, language }: PageData, origin: string): LinkedData => {
  const { slug, title, summary, seo, technologies, links, updatedAt, period, cover } = project
  const largest = cover?.sources.at(-1)
  const here: Route = { page: 'source', slug, path: '', language }
  const isHere = project.hasSource && hasSourceAddress(slug)
  const source = links.source ?? (isHere ? `${origin}${pathOf(here)}` : null)
  return {
    name: title,
    description: seo.description ?? summary ?? undefined,
    author: person(site, origin),
    image: largest && `${origin}${largest.src}`,
    keywords: technologies.map(({ name }) => name).join(', ') || undefined,
    dateCreated: period.start?.slice(0, 10),
    dateModified: updatedAt ?? undefined,
    ...(source
      ? {
          '@type': 'SoftwareSourceCode',
          codeRepository: source,
          programmingLanguage: technologies
            .filter(({ category }) => category === 'language')
            .map(({ name }) => name),
        }
      : { '@type': 'CreativeWork' }),
  }
}

const subject = (data: PageData, origin: string): LinkedData => {
  const { site } = data
  const t = stringsOf(data.language)
  switch (data.page) {
    case 'home':
    case 'resume':
      return { '@type': 'ProfilePage', mainEntity: person(site, origin) }
    case 'projects':
      return { '@type': 'CollectionPage', name: listTitle(data, t) }
    case 'experiences':
      return { '@type': 'CollectionPage', name: t.experiences }
    case 'project':
      return work(data.project, data, origin)
    case 'demo':
      return { '@type': 'WebPage', name: t.terminal.label(data.project.title) }
    case 'experience': {
      const { role, company, website, updatedAt } = data.experience
      return {
        '@type': 'WebPage',
        name: `${role}, ${company}`,
        about: { '@type': 'Organization', name: company, url: website ?? undefined },
        author: person(site, origin),
        dateModified: updatedAt ?? undefined,
      }
    }
    case 'page':
      return {
        '@type': 'WebPage',
        name: data.content.title,
        author: person(site, origin),
        dateModified: data.content.updatedAt ?? undefined,
      }
  }
}

const breadcrumbs = (data: PageData, origin: string): LinkedData[] => {
  const crumbs = crumbsOf(data)
  if (crumbs.length === 0) return []
  const itemListElement = crumbs.map(({ name, place }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    item: `${origin}${pathOf({ ...place, language: data.language })}`,
  }))
  return [{ '@type': 'BreadcrumbList', itemListElement }]
}

type Where = Pick<PageData, 'language' | 'place'>

const graph = (
  of: LinkedData,
  { place, language }: Where,
  origin: string,
  others: LinkedData[] = [],
): LinkedData => ({
  '@context': 'https://schema.org',
  '@graph': [
    { ...of, url: `${origin}${pathOf({ ...place, language })}`, inLanguage: language },
    ...others,
  ],
})

/** `origin`: the site's own, for absolute addresses. */
export const linkedDataOf = (data: PageData, origin: string): LinkedData =>
  graph(subject(data, origin), data, origin, breadcrumbs(data, origin))

/** Of the page to write to the owner. */
export const contactLinkedDataOf = (
  { site, ...where }: Where & { site: Site | null },
  origin: string,
): LinkedData => {
  const about = site ? { mainEntity: person(site, origin) } : {}
  return graph({ '@type': 'ContactPage', ...about }, where, origin)
}

/** JSON that cannot end the element it stands in. */
export const linkedDataJson = (data: LinkedData): string =>
  JSON.stringify(data).replaceAll('<', '\\u003c')
