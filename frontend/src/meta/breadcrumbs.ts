// The way to a page from the first one: what it lies under, with itself at the end. Pure.
import { stringsOf } from '../i18n/context.tsx'
import type { PageData } from '../page-data.ts'
import { type Place, PROJECTS } from '../routes.ts'

export type Crumb = { name: string; place: Place }

/** What a list of projects is narrowed to, in words. */
const narrowing = (data: Extract<PageData, { page: 'projects' }>): string | undefined => {
  const { filter, technologies, language } = data
  switch (filter.by) {
    case 'nothing':
      return undefined
    case 'kind':
      return stringsOf(language).kinds[filter.kind] ?? filter.kind
    case 'technology':
      return technologies.find(({ slug }) => slug === filter.technology)?.name ?? filter.technology
  }
}

const below = (data: PageData): Crumb[] => {
  const t = stringsOf(data.language)
  const { place } = data
  switch (data.page) {
    case 'home':
      return []
    case 'projects': {
      const name = narrowing(data)
      return [
        { name: t.projects, place: PROJECTS },
        ...(name === undefined
          ? []
          : [{ name, place: { ...PROJECTS, filter: data.filter } as Place }]),
      ]
    }
    case 'project':
      return [
        { name: t.projects, place: PROJECTS },
        { name: data.project.title, place },
      ]
    case 'demo': {
      const { title, slug } = data.project
      return [
        { name: t.projects, place: PROJECTS },
        { name: title, place: { page: 'project', slug } },
        { name: t.terminal.label(title), place },
      ]
    }
    case 'experiences':
      return [{ name: t.experiences, place }]
    case 'experience': {
      const { role, company } = data.experience
      return [
        { name: t.experiences, place: { page: 'experiences' } },
        { name: `${role}, ${company}`, place },
      ]
    }
    case 'page':
      return [{ name: data.content.title, place }]
    case 'resume':
      return [{ name: t.resume, place }]
  }
}

/** Empty on the first page: nothing lies above it. */
export const crumbsOf = (data: PageData): Crumb[] => {
  const own = below(data)
  const home: Crumb = { name: stringsOf(data.language).home, place: { page: 'home' } }
  return own.length === 0 ? [] : [home, ...own]
}
