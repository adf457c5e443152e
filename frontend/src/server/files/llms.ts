// /llms.txt: what is on the site, in the format of llmstxt.org: a name, a summary, and lists of links to Markdown.
import type { KnownAddresses } from '../../cms/memories.ts'
import { readExperiences, readFirstProjects, readPageTitles, readSite } from '../../cms/queries.ts'
import { LIMITS } from '../../limits.ts'
import { feedPath } from '../../machine-paths.ts'
import { linked, projectLinks } from '../../markdown/parts.ts'
import { section } from '../../markdown/project.ts'
import { experienceLinks } from '../../markdown/resume.ts'
import { heading, joined, link, quoted, words, wordsWithin } from '../../markdown/text.ts'
import { type Writing, writingOf } from '../../markdown/writing.ts'
import { PROJECTS } from '../../routes.ts'
import { at, type FileQuestion } from './file.ts'

const optional = ({ language, siteUrl }: FileQuestion, { t }: Writing) =>
  section(
    // The format's own word: what may be left out where room is short.
    'Optional',
    [
      linked(t.machine.feed, `${siteUrl}${feedPath('feed.xml', language)}`, null),
      linked(t.machine.sitemap, `${siteUrl}/sitemap.xml`, null),
    ].join('\n'),
  )

const moreProjects = (known: KnownAddresses, { t, linkTo }: Writing) =>
  known.projects.size > LIMITS.maxListedProjects &&
  link(t.machine.allProjects(known.projects.size), linkTo(PROJECTS))

export const llmsFile = at('/llms.txt', async (question) => {
  const { language, siteUrl, known } = question
  const writing = writingOf(language, siteUrl)
  const { t, linkTo } = writing
  const [site, projects, experiences, pages] = await Promise.all([
    readSite(language),
    readFirstProjects(language, LIMITS.maxListedProjects),
    readExperiences(language),
    readPageTitles(language),
  ])
  const summary = site.seo.description ?? site.intro
  const body = joined([
    heading(1, site.name ?? t.projects),
    summary && quoted(words(summary)),
    [site.title, site.location, site.availability]
      .filter((each) => each !== null)
      .map((each) => `- ${wordsWithin(each)}`)
      .join('\n'),
    section(t.projects, projectLinks(projects, writing), moreProjects(known, writing)),
    section(t.experiences, experienceLinks(experiences, writing)),
    section(
      t.machine.pages,
      [
        linked(t.home, linkTo({ page: 'home' }), null),
        linked(t.resume, linkTo({ page: 'resume' }), null),
        ...pages.map(({ slug, title }) => linked(title, linkTo({ page: 'page', slug }), null)),
      ].join('\n'),
    ),
    optional(question, writing),
  ])
  return { type: 'text/plain; charset=utf-8', body: `${body}\n` }
})
