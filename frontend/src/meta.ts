// What a page says about itself to search engines and link previews.
import type { Image } from './cms/media.ts'
import type { Project, Site } from './cms/shapes.ts'
import type { PageData } from './page-data.ts'
import { projectPath } from './routes.ts'
import { STRINGS } from './strings.ts'

export type Meta = {
  title: string
  description: string | null
  path: string
  type: 'website' | 'article'
  image: { src: string; alt: string }
  /** JSON-LD: data, which a content security policy does not take for script. */
  linkedData: Record<string, unknown>
}

const DEFAULT_IMAGE = '/og.png'

const withSite = (title: string, site: Site | null) =>
  site?.name && site.name !== title ? `${title} · ${site.name}` : title

const imageOf = (images: (Image | null)[], name: string) => {
  const image = images.find((entry) => entry !== null)
  const largest = image?.sources.at(-1)
  return image && largest ? { src: largest.src, alt: image.alt } : { src: DEFAULT_IMAGE, alt: name }
}

const person = (site: Site, origin: string) => ({
  '@type': 'Person',
  name: site.name ?? undefined,
  jobTitle: site.title ?? undefined,
  url: `${origin}/`,
  sameAs: site.socials.map(({ href }) => href),
})

const projectMeta = (site: Site, project: Project, origin: string): Meta => {
  const { title, summary, seo, slug, technologies, links, updatedAt, period } = project
  const path = projectPath(slug)
  const description = seo.description ?? summary
  return {
    title: withSite(seo.title ?? title, site),
    description,
    path,
    type: 'article',
    image: imageOf([seo.image, project.cover, site.seo.image], title),
    linkedData: {
      '@context': 'https://schema.org',
      '@type': 'SoftwareSourceCode',
      name: title,
      description: description ?? undefined,
      url: `${origin}${path}`,
      author: person(site, origin),
      programmingLanguage: technologies
        .filter(({ category }) => category === 'language')
        .map(({ name }) => name),
      codeRepository: links.source ?? undefined,
      dateCreated: period.start?.slice(0, 10),
      dateModified: updatedAt ?? undefined,
    },
  }
}

/** `origin`: the site's own, for absolute addresses. */
export const metaOf = (data: PageData, origin: string): Meta => {
  const { site } = data
  if (data.page === 'project') return projectMeta(site, data.project, origin)
  const isHome = data.page === 'home'
  const name =
    site.seo.title ?? ([site.name, site.title].filter(Boolean).join(', ') || STRINGS.home)
  return {
    title: isHome ? name : withSite(STRINGS.projects, site),
    description: site.seo.description ?? site.intro,
    path: isHome ? '/' : '/projects',
    type: 'website',
    image: imageOf([site.seo.image], name),
    linkedData: isHome
      ? {
          '@context': 'https://schema.org',
          '@type': 'ProfilePage',
          mainEntity: person(site, origin),
        }
      : { '@context': 'https://schema.org', '@type': 'CollectionPage', name: STRINGS.projects },
  }
}

/** JSON that cannot end the element it stands in. */
export const linkedDataJson = (data: Meta['linkedData']): string =>
  JSON.stringify(data).replaceAll('<', '\\u003c')
