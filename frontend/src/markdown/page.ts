// Every page of the site as Markdown, from the same data that its HTML is made of. Pure.
import { activityWords } from '../components/activity/words.ts'
import { momentText } from '../dates.ts'
import { listTitle } from '../list-title.ts'
import type { Content, PageData } from '../page-data.ts'
import { layoutBlock } from './layout-blocks.ts'
import * as parts from './parts.ts'
import { projectMarkdown, section } from './project.ts'
import { experienceLinks, experienceMarkdown, resumeMarkdown } from './resume.ts'
import { heading, joined, link, quoted, words } from './text.ts'
import { type Writing, writingOf } from './writing.ts'

type HomeData = PageData & Extract<Content, { page: 'home' }>
type ListData = PageData & Extract<Content, { page: 'projects' }>

const activityLine = ({ activity }: HomeData, { t, language }: Writing) => {
  if (!activity) return null
  const { href, made } = activityWords(activity, language)
  return section(
    t.activity.heading,
    `${link(activity.login, href)} ${words(made)}`,
    `${t.activity.asOf} ${momentText(activity.at, language)}`,
  )
}

const home = (data: HomeData, writing: Writing) => {
  const { site, featured, experiences, technologies } = data
  const { t, linkTo } = writing
  return joined([
    heading(1, site.name ?? t.home),
    site.title && quoted(words(site.title)),
    site.hero.heading && words(site.hero.heading),
    site.intro && words(site.intro),
    site.availability && words(site.availability),
    section(t.featured, parts.projectLinks(featured, writing)),
    section(t.experiences, experienceLinks(experiences, writing)),
    section(t.madeWith, parts.technologies(technologies)),
    activityLine(data, writing),
    section(
      t.more,
      [
        link(t.allProjects, linkTo({ page: 'projects', filter: { by: 'nothing' }, number: 1 })),
        link(t.resume, linkTo({ page: 'resume' })),
        ...(site.email ? [link(t.email, `mailto:${site.email}`)] : []),
        ...site.socials.map(({ label, href }) => link(label, href)),
      ]
        .map((one) => `- ${one}`)
        .join('\n'),
    ),
  ])
}

const projects = (data: ListData, writing: Writing) => {
  const { t, linkTo } = writing
  const { list, filter } = data
  const isLast = list.page >= list.pages
  return joined([
    heading(1, listTitle(data, t)),
    parts.projectLinks(list.items, writing),
    !isLast && link(t.more, linkTo({ page: 'projects', filter, number: list.page + 1 })),
  ])
}

const contentOf = (data: PageData, writing: Writing): string => {
  switch (data.page) {
    case 'home':
      return home(data, writing)
    case 'projects':
      return projects(data, writing)
    case 'demo':
    case 'project':
      return projectMarkdown(data.project, writing)
    case 'experiences':
      return joined([heading(1, writing.t.experiences), experienceLinks(data.experiences, writing)])
    case 'experience':
      return experienceMarkdown(data.experience, writing)
    case 'page':
      return joined([
        heading(1, data.content.title),
        ...data.content.layout.map((block) => layoutBlock(block, writing)),
      ])
    case 'resume':
      return resumeMarkdown(data.resume, data.site, writing)
  }
}

/** `siteUrl`: the site's origin, for whole addresses. */
export const pageMarkdown = (data: PageData, siteUrl: string): string =>
  `${contentOf(data, writingOf(data.language, siteUrl))}\n`
