// /feed.xml, /atom.xml, /feed.json: the latest projects for those who follow along, one of each for every language.
import { Feed, type Item } from 'feed'
import { readLatestProjects, readSite } from '../../cms/queries.ts'
import type { ProjectSummary } from '../../cms/shapes/project.ts'
import type { Site } from '../../cms/shapes/site.ts'
import { stringsOf } from '../../i18n/context.tsx'
import type { Language } from '../../i18n/languages.ts'
import { FEEDS, feedPath } from '../../machine-paths.ts'
import { pathOf } from '../../routes.ts'
import { at, type FileKind, type FileQuestion } from './file.ts'

/** When a project is news: when it ended, or while it goes on, when it was last changed. */
const newsDateOf = ({ period, updatedAt }: ProjectSummary): Date => {
  const ongoing = updatedAt ?? period.start
  return new Date(period.end ?? ongoing ?? 0)
}

/** XML has no place for most control characters, not even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const plain = (text: string) => text.replaceAll(FORBIDDEN, '')

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
/** Titles and summaries of feeds are read as HTML. */
const html = (text: string) => plain(text).replaceAll(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign)

const itemOf = (project: ProjectSummary, siteUrl: string, language: Language): Item => {
  const { slug, title, summary, technologies, updatedAt } = project
  const link = `${siteUrl}${pathOf({ page: 'project', slug, language })}`
  const published = newsDateOf(project)
  return {
    id: link,
    guid: link,
    link,
    title: html(title),
    ...(summary ? { description: html(summary) } : {}),
    published,
    date: updatedAt ? new Date(updatedAt) : published,
    category: technologies.map(({ name }) => ({ name: plain(name), term: plain(name) })),
  }
}

const feedOf = (
  { siteUrl, language }: FileQuestion,
  { site, projects }: { site: Site; projects: ProjectSummary[] },
): Feed => {
  const t = stringsOf(language)
  const home = `${siteUrl}${pathOf({ page: 'home', language })}`
  const items = projects
    .map((project) => itemOf(project, siteUrl, language))
    .sort((a, b) => Number(b.published) - Number(a.published))
  const feedLinks = Object.fromEntries(
    FEEDS.map(({ name }) => [
      { 'feed.xml': 'rss', 'atom.xml': 'atom', 'feed.json': 'json' }[name],
      `${siteUrl}${feedPath(name, language)}`,
    ]),
  )
  const feed = new Feed({
    id: home,
    link: home,
    title: plain(site.titleSuffix ?? site.name ?? t.projects),
    description: plain(site.seo.description ?? site.intro ?? t.projects),
    language,
    // That of the newest item, so that what did not change reads the same.
    updated: new Date(Math.max(0, ...items.map(({ date }) => Number(date)))),
    generator: false,
    feedLinks,
    author: { ...(site.name ? { name: plain(site.name) } : {}), link: home },
  })
  for (const item of items) feed.addItem(item)
  return feed
}

const UNESCAPES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }
const asText = (text: string) =>
  text.replaceAll(/&(?:amp|lt|gt);/g, (name) => UNESCAPES[name] ?? name)

type JsonItem = { title: string; content_html?: string; author?: unknown }
type JsonFeed = { author?: unknown; items: JsonItem[] }

/** The library writes version 1; 1.1 has a language and lists of authors, and titles are no HTML. */
const jsonFeed = (feed: Feed, language: Language): string => {
  const { author, items, ...rest } = JSON.parse(feed.json1()) as JsonFeed
  return JSON.stringify(
    {
      ...rest,
      version: 'https://jsonfeed.org/version/1.1',
      language,
      authors: [author],
      items: items.map(({ title, content_html, ...item }) => ({
        ...item,
        title: asText(title),
        // An item without either is not valid: without a summary its title has to do.
        content_text: asText(content_html ?? title),
      })),
    },
    null,
    2,
  )
}

/** The library leaves `<` as it is in attributes; elsewhere it never writes these two, as all other texts are escaped. */
const CATEGORY = /(?<=<category )label="[^"]*" term="[^"]*"/g
const atomFeed = (feed: Feed): string =>
  feed.atom1().replaceAll(CATEGORY, (names) => names.replaceAll('<', ESCAPES['<'] ?? ''))

const WRITERS = {
  'feed.xml': (feed: Feed) => feed.rss2(),
  'atom.xml': atomFeed,
  'feed.json': jsonFeed,
}

export const feedFiles: readonly FileKind[] = FEEDS.map(({ name, type }) =>
  at(`/${name}`, async (question) => {
    const { language } = question
    const [site, projects] = await Promise.all([readSite(language), readLatestProjects(language)])
    const body = WRITERS[name](feedOf(question, { site, projects }), language)
    return { type: `${type}; charset=utf-8`, body }
  }),
)
