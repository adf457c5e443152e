// What is on the picture of a page that link previews show: words, and of a demo its screen. Pure.
import { createHash } from 'node:crypto'
import type { Demo } from '../cms/shapes/project.ts'
import { stringsOf } from '../i18n/context.tsx'
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
  /** Lines of a terminal, or null where nothing can be run. */
  screen: { title: string; cols: number; lines: Run[][] } | null
}

/** Changed when the drawing changes, so that previews are fetched anew. */
const DRAWING = 1
export const CARD = { width: 1200, height: 630 } as const
/** Rows that fit below a short title and one line of summary; longer ones take the room of some. */
const SCREEN_ROWS = 8
const LONG_TITLE = 48
const LONG_SUMMARY = 80
const ROWS_OF_A_LINE = 2
const PROMPT_COLS = 80
const MOST_COLS = 120

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
const lastRows = (lines: readonly Run[][], room: number): Run[][] => {
  const end = lines.findLastIndex((line) => !isBlank(line)) + 1
  return lines.slice(Math.max(0, end - room), end)
}

const plain = (text: string): Run => ({ classes: [], text })

/** A screen on which nothing has been run yet. */
const promptScreen = ({ welcome, commands }: Demo, room: number): Run[][] => {
  const greeting = welcome ? [...welcome.split('\n').map((line) => [plain(line)]), []] : []
  const prompts = commands.map(({ command }) => [
    { classes: ['f14'], text: '$ ' },
    plain(command.replaceAll('\n', ' ')),
  ])
  return [...greeting, ...prompts].slice(0, room)
}

const roomBelow = ({ title, summary }: Pick<Card, 'title' | 'summary'>): number =>
  SCREEN_ROWS -
  (title.length > LONG_TITLE ? ROWS_OF_A_LINE : 0) -
  ((summary?.length ?? 0) > LONG_SUMMARY ? ROWS_OF_A_LINE : 0)

const screenOf = (demo: Demo, words: Pick<Card, 'title' | 'summary'>): Card['screen'] => {
  const { recording } = demo
  const room = roomBelow(words)
  const recorded = recording ? lastRows(linesOf(recording.poster), room) : []
  const isRecorded = recording !== null && recorded.length > 0
  return {
    title: demo.title ?? words.title,
    cols: isRecorded ? Math.min(recording.cols, MOST_COLS) : PROMPT_COLS,
    lines: isRecorded ? recorded : promptScreen(demo, room),
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
  return { ...words, owner, screen: demo ? screenOf(demo, words) : null }
}

/** Another one whenever the picture is. */
export const versionOf = (card: Card): string =>
  createHash('sha256')
    .update(JSON.stringify([DRAWING, card]))
    .digest('base64url')
    .slice(0, 12)
