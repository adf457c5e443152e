// What is on the picture of a page that link previews show: words, and of a demo its screen. Pure.
import { createHash } from 'node:crypto'
import type { Demo } from '../cms/shapes/project.ts'
import type { Site } from '../cms/shapes/site.ts'
import { stringsOf } from '../i18n/context.tsx'
import type { Language } from '../i18n/languages.ts'
import { listTitle } from '../list-title.ts'
import type { PageData } from '../page-data.ts'

/** A piece of a line of the screen; `classes` as the plugin's posters have them. */
export type Run = { classes: readonly string[]; text: string }

export type Card = {
  title: string
  summary: string | null
  /** Whose site this is. */
  owner: string | null
  /** Above the title: what kind of page it is. */
  kind: string | null
  /** Lines of a terminal, or null where nothing can be run. `isNewestLast`: where not all fit, the last ones are shown. */
  screen: { title: string; lines: Run[][]; isNewestLast: boolean } | null
}

/** Changed when the drawing changes, so that previews are fetched anew. */
const DRAWING = 2
export const CARD = { width: 1200, height: 630 } as const
/** Rows of the smallest letters that fit below a short title and one line of summary. */
const MOST_ROWS = 8

/** Runs of a whole screen, line by line. */
const linesOf = (runs: readonly Run[]): Run[][] => {
  const lines: Run[][] = [[]]
  for (const { classes, text } of runs) {
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) lines.push([])
      if (part) lines.at(-1)?.push({ classes, text: part })
    }
  }
  return lines
}

const isBlank = (line: readonly Run[]) => line.every(({ text }) => text.trim() === '')

/** The last rows that say something: the newest of a terminal is at its end. */
const lastRows = (lines: readonly Run[][]): Run[][] => {
  const end = lines.findLastIndex((line) => !isBlank(line)) + 1
  return lines.slice(Math.max(0, end - MOST_ROWS), end)
}

const plain = (text: string): Run => ({ classes: [], text })

/** A screen on which nothing has been run yet. */
const promptScreen = ({ welcome, commands }: Demo): Run[][] => {
  const greeting = welcome ? [...welcome.split('\n').map((line) => [plain(line)]), []] : []
  const prompts = commands.map(({ command }) => [
    { classes: ['f14'], text: '$ ' },
    plain(command.replaceAll('\n', ' ')),
  ])
  return [...greeting, ...prompts].slice(0, MOST_ROWS)
}

const screenOf = (demo: Demo, title: string): NonNullable<Card['screen']> => {
  const { recording } = demo
  const recorded = recording ? lastRows(linesOf(recording.poster)) : []
  const isNewestLast = recorded.length > 0
  return {
    title: demo.title ?? title,
    lines: isNewestLast ? recorded : promptScreen(demo),
    isNewestLast,
  }
}

type Own = Pick<Card, 'title' | 'summary' | 'kind'> & { demo?: Demo | null }

const ownOf = (data: PageData): Own => {
  const { site } = data
  const t = stringsOf(data.language)
  switch (data.page) {
    case 'home':
      return { title: site.name ?? t.home, summary: site.intro, kind: site.title }
    case 'project':
    case 'demo': {
      const { title, summary, kind, demo } = data.project
      return { title, summary, kind: kind && (t.kinds[kind] ?? kind), demo }
    }
    case 'experience': {
      const { role, company, subtitle } = data.experience
      return { title: `${role}, ${company}`, summary: subtitle, kind: t.experiences }
    }
    case 'page':
      return { title: data.content.title, summary: data.content.seo.description, kind: null }
    case 'resume':
      return { title: site.name ?? t.resume, summary: data.resume.headline, kind: t.resume }
    case 'projects':
      return { title: listTitle(data, t), summary: site.intro, kind: null }
    case 'experiences':
      return { title: t.experiences, summary: site.intro, kind: null }
  }
}

export const cardOf = (data: PageData): Card => {
  const { demo, ...words } = ownOf(data)
  const owner = data.page === 'home' || data.page === 'resume' ? null : data.site.name
  return { ...words, owner, screen: demo ? screenOf(demo, words.title) : null }
}

export const contactCardOf = (site: Site | null, language: Language): Card => {
  const { contact, contactPage } = stringsOf(language)
  const owner = site?.name ?? null
  return { title: contact, summary: contactPage.description, owner, kind: null, screen: null }
}

/** Another one whenever the picture is. In development a browser counts it as well, and knows no base64url. */
export const versionOf = (card: Card): string =>
  createHash('sha256')
    .update(JSON.stringify([DRAWING, card]))
    .digest('hex')
    .slice(0, 12)
