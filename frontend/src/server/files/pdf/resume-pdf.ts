// The résumé as a PDF: the same words as its page, headings in the margin, at most two pages for most people.
import type { ResumeEntry, ResumeOutline, ResumeSection } from '../../../resume/outline.ts'
import { createSheet, type Element, QUIET, type Sheet, type Style } from './sheet.ts'

const NAME: Style = { size: 24, weight: 'semibold' }
const HEADLINE: Style = { size: 12.5, color: QUIET }
const HEADING: Style = { size: 10, weight: 'semibold' }
const TITLE: Style = { size: 10.5, weight: 'semibold' }
const WORDS: Style = { size: 9.5 }
const ASIDE: Style = { size: 9, color: QUIET }
/** Between parts, entries and lines, in points. */
const GAPS = { part: 14, entry: 8, line: 2 }
const WHEN_WIDTH = 120
const BULLET_INDENT = 10
const BRIEF_LABEL = 110

export type ResumePdfOptions = {
  outline: ResumeOutline
  language: string
  /** Of the site: paths of the résumé become addresses. */
  origin: string
  title: string
  summaryHeading: string
  pageOf: (page: number, pages: number) => string
}

type Place = { x: number; width: number }

const addressOf = (href: string, origin: string) => (href.startsWith('/') ? origin + href : href)

/** Text that may lead somewhere. */
const writeTitle = (
  sheet: Sheet,
  parent: Element,
  { title, href }: Pick<ResumeEntry, 'title' | 'href'>,
  { place, origin }: { place: Place; origin: string },
) => {
  if (!href) return sheet.write(parent, 'H3', title, TITLE, place)
  const heading = sheet.group(parent, 'H3')
  sheet.link(heading, title, addressOf(href, origin), { ...TITLE, color: '#1d1b18' }, place)
}

const writePoints = (sheet: Sheet, parent: Element, points: string[], { x, width }: Place) => {
  if (points.length === 0) return
  const list = sheet.group(parent, 'L')
  for (const point of points) {
    const item = sheet.group(list, 'LI')
    const { y } = sheet.doc
    sheet.write(item, 'Lbl', '•', { ...WORDS, color: QUIET }, { x, width: BULLET_INDENT, y })
    const place = { x: x + BULLET_INDENT, width: width - BULLET_INDENT, y }
    sheet.write(item, 'LBody', point, WORDS, place)
    sheet.doc.y += GAPS.line
  }
}

/** How high an entry is; what it is measured in may be off by a line, so pages have room below. */
const entryHeight = (sheet: Sheet, { where, text, points, tags }: ResumeEntry, width: number) =>
  [where, text, ...points, tags.join(', ')]
    .filter((words) => words !== null && words !== '')
    .reduce((sum, words) => sum + sheet.heightOf(words ?? '', WORDS, width) + GAPS.line, 16)

const writeEntry = (sheet: Sheet, parent: Element, entry: ResumeEntry, origin: string) => {
  const { x, width } = sheet.column
  const { doc } = sheet
  sheet.keep(entryHeight(sheet, entry, width))
  const { y } = doc
  const titleWidth = entry.when ? width - WHEN_WIDTH : width
  writeTitle(sheet, parent, entry, { place: { x, width: titleWidth }, origin })
  const below = doc.y
  if (entry.when) {
    const place = {
      x: x + width - WHEN_WIDTH,
      width: WHEN_WIDTH,
      y: y + 1,
      align: 'right' as const,
    }
    sheet.write(parent, 'P', entry.when, ASIDE, place)
  }
  doc.y = below + GAPS.line
  if (entry.where) sheet.write(parent, 'P', entry.where, ASIDE, { x, width })
  if (entry.text) {
    doc.y += GAPS.line
    sheet.write(parent, 'P', entry.text, WORDS, { x, width })
  }
  doc.y += GAPS.line
  writePoints(sheet, parent, entry.points, { x, width })
  if (entry.tags.length > 0) sheet.write(parent, 'P', entry.tags.join(', '), ASIDE, { x, width })
}

const writeBrief = (sheet: Sheet, parent: Element, { title, text }: ResumeEntry) => {
  const { x, width } = sheet.column
  const wordsWidth = width - BRIEF_LABEL
  sheet.keep(sheet.heightOf(text ?? title, WORDS, wordsWidth))
  const { y } = sheet.doc
  sheet.write(parent, 'P', title, { ...WORDS, weight: 'semibold' }, { x, width: BRIEF_LABEL - 8 })
  const below = sheet.doc.y
  if (text) sheet.write(parent, 'P', text, WORDS, { x: x + BRIEF_LABEL, width: wordsWidth, y })
  sheet.doc.y = Math.max(below, sheet.doc.y)
}

/** The heading in the margin, above a hairline; content begins on its line. */
const beginPart = (sheet: Sheet, heading: string, firstHeight: number): Element => {
  const { doc } = sheet
  doc.y += GAPS.part
  sheet.keep(firstHeight + GAPS.part)
  sheet.rule(doc.y)
  doc.y += GAPS.entry
  const part = sheet.part(heading)
  const { y } = doc
  sheet.write(part, 'H2', heading, HEADING, {
    x: sheet.left,
    width: sheet.column.x - sheet.left - 8,
  })
  doc.y = y
  return part
}

const writeSection = (sheet: Sheet, section: ResumeSection, origin: string) => {
  const [first] = section.entries
  const height = first ? entryHeight(sheet, first, sheet.column.width) : 0
  const part = beginPart(sheet, section.heading, height)
  section.entries.forEach((entry, index) => {
    if (index > 0) sheet.doc.y += section.isBrief ? GAPS.line : GAPS.entry
    if (section.isBrief) writeBrief(sheet, part, entry)
    else writeEntry(sheet, part, entry, origin)
  })
  part.end()
}

/** All on as many lines as it takes; an address is never broken. */
const writeContacts = (sheet: Sheet, contacts: ResumeOutline['contacts']) => {
  const { doc, full } = sheet
  const parent = sheet.group(null, 'P')
  const lineHeight = 14
  let x = full.x
  for (const { label, href } of contacts) {
    const width = doc.font('regular-latin', ASIDE.size).widthOfString(label) + 2
    if (x > full.x && x + width > full.x + full.width) {
      x = full.x
      doc.y += lineHeight
    }
    const { y } = doc
    if (href) sheet.link(parent, label, href, { size: ASIDE.size }, { x, width, y })
    else sheet.write(parent, 'Span', label, ASIDE, { x, width, y })
    doc.y = y
    x += width + 14
  }
  doc.y += lineHeight
  parent.end()
}

export const drawResume = async (options: ResumePdfOptions): Promise<Buffer> => {
  const { outline, language, origin, title, summaryHeading, pageOf } = options
  const { name, headline, summary, contacts, sections } = outline
  const sheet = await createSheet({ title, author: name, subject: headline, language })
  const { doc, full, column } = sheet
  sheet.write(null, 'H1', name, NAME, full)
  if (headline) sheet.write(null, 'P', headline, HEADLINE, full)
  doc.y += GAPS.entry
  if (contacts.length > 0) writeContacts(sheet, contacts)
  if (summary) {
    const part = beginPart(sheet, summaryHeading, sheet.heightOf(summary, WORDS, column.width))
    sheet.write(part, 'P', summary, WORDS, column)
    part.end()
  }
  for (const section of sections) writeSection(sheet, section, origin)
  return sheet.finish(pageOf)
}
