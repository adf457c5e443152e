// JSON-LD: what a page is about, in the words of schema.org.
import type { Project } from '../cms/shapes/project.ts'
import type { Site } from '../cms/shapes/site.ts'
import { stringsOf } from '../i18n/context.tsx'
import { listTitle } from '../list-title.ts'
import type { PageData } from '../page-data.ts'
import { pathOf } from '../routes.ts'

type LinkedData = Record<string, unknown>

const person = (site: Site, origin: string): LinkedData => ({
  '@type': 'Person',
  name: site.name ?? undefined,
  jobTitle: site.title ?? undefined,
  url: `${origin}/`,
  sameAs: site.socials.map(({ href }) => href),
})

const code = (project: Project, site: Site, origin: string): LinkedData => {
  const { title, summary, seo, technologies, links, updatedAt, period } = project
  return {
    '@type': 'SoftwareSourceCode',
    name: title,
    description: seo.description ?? summary ?? undefined,
    author: person(site, origin),
    programmingLanguage: technologies
      .filter(({ category }) => category === 'language')
      .map(({ name }) => name),
    codeRepository: links.source ?? undefined,
    dateCreated: period.start?.slice(0, 10),
    dateModified: updatedAt ?? undefined,
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
      return code(data.project, site, origin)
    case 'demo':
      return { '@type': 'WebPage', name: t.terminal.label(data.project.title) }
    case 'experience':
      return {
        '@type': 'WebPage',
        name: `${data.experience.role}, ${data.experience.company}`,
        about: person(site, origin),
      }
    case 'page':
      return { '@type': 'WebPage', name: data.content.title }
  }
}

/** `origin`: the site's own, for absolute addresses. */
export const linkedDataOf = (data: PageData, origin: string): LinkedData => ({
  '@context': 'https://schema.org',
  url: `${origin}${pathOf({ ...data.place, language: data.language })}`,
  ...subject(data, origin),
})

/** JSON that cannot end the element it stands in. */
export const linkedDataJson = (data: LinkedData): string =>
  JSON.stringify(data).replaceAll('<', '\\u003c')
