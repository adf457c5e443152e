import { beforeAll, describe, expect, test } from '@jest/globals'
import { resumeSchema } from '../../../cms/shapes/resume.ts'
import { siteSchema } from '../../../cms/shapes/site.ts'
import { speakingOf } from '../../../i18n/speaking.ts'
import { resumeOutline } from '../../../resume/outline.ts'
import { CONTENT } from '../../../testing/content.ts'
import { runsOf } from './fonts.ts'
import { drawResume } from './resume-pdf.ts'

const site = siteSchema.parse(CONTENT.site)
const outline = resumeOutline(site, resumeSchema.parse(CONTENT.resume), speakingOf('fr'))

const draw = async (more: object = {}) =>
  (
    await drawResume({
      outline: { ...outline, ...more },
      language: 'fr',
      origin: 'https://site.example',
      title: 'Noor Halden, CV',
      summaryHeading: 'Profil',
      pageOf: (page, pages) => `${page} / ${pages}`,
    })
  ).toString('latin1')

const count = (pdf: string, pattern: RegExp) => pdf.match(pattern)?.length ?? 0
const pagesOf = (pdf: string) => count(pdf, /\/Type \/Page\b(?!s)/g)
/** Kinds of all elements of the structure, in the order of their numbers. */
const tagsOf = (pdf: string) => Array.from(pdf.matchAll(/\/S \/([A-Z]\w*)\b/g), ([, tag]) => tag)

describe('the résumé as a PDF', () => {
  let pdf = ''
  beforeAll(async () => {
    pdf = await draw()
  })

  test('is a PDF that says its title, language and structure', () => {
    expect(pdf.startsWith('%PDF-1.7')).toBe(true)
    expect(pdf).toContain('/Lang (fr)')
    expect(pdf).toContain('(Noor Halden, CV)')
    expect(pdf).toContain('/DisplayDocTitle true')
    expect(pdf).toContain('/Marked true')
    const tags = tagsOf(pdf)
    expect(tags.filter((tag) => tag === 'H1')).toHaveLength(1)
    expect(tags.filter((tag) => tag === 'H2')).toHaveLength(outline.sections.length + 1)
    for (const tag of ['Document', 'Sect', 'H3', 'P', 'L', 'LI', 'LBody', 'Link']) {
      expect(tags).toContain(tag)
    }
  })

  test('has an outline of its parts', () => {
    expect(count(pdf, /\/Dest \[\d+ 0 R \/Fit\]/g)).toBe(outline.sections.length + 1)
  })

  test('leads to its own site and to where its owner can be reached, and says where', () => {
    for (const address of [
      'https://site.example/fr/projects/philosophers',
      'mailto:noor@example.com',
      'tel:+31105550123',
    ]) {
      expect(pdf).toContain(`/URI (${address})`)
    }
    expect(pdf).toContain('/Contents (noor@example.com)')
    expect(count(pdf, /\/Subtype \/Link/g)).toBe(count(pdf, /\/Type \/OBJR/g))
  })

  test('brings its own fonts, and only those that are written in', () => {
    expect(pdf).not.toContain('Helvetica')
    expect(count(pdf, /\/FontFile[23]? /g)).toBe(2)
  })

  test('fits one page, and a long one goes on, with numbers', async () => {
    expect(pagesOf(pdf)).toBe(1)
    const [experience] = outline.sections
    const long = {
      ...experience!,
      entries: Array.from({ length: 30 }, () => experience!.entries[0]!),
    }
    expect(pagesOf(await draw({ sections: [long] }))).toBeGreaterThan(2)
  })

  test('of nobody is still a page', async () => {
    const empty = await draw({ headline: null, summary: null, contacts: [], sections: [] })
    expect(pagesOf(empty)).toBe(1)
  })

  test('writes names of other alphabets as far as its face goes', async () => {
    expect(runsOf('Łódź', 'regular').map(({ font, text }) => [font, text])).toEqual([
      ['regular-latin-ext', 'Ł'],
      ['regular-latin', 'ód'],
      ['regular-latin-ext', 'ź'],
    ])
    expect(runsOf('Nguyễn 山', 'semibold').map(({ text }) => text)).toEqual(['Nguy', 'ễ', 'n ?'])
    expect(pagesOf(await draw({ name: 'Łukasz Nguyễn 山' }))).toBe(1)
  })

  test('writes the narrow spaces of French with a space that its face has', () => {
    const [run, ...others] = runsOf('Qui\u202f?\u2009Moi', 'regular')
    expect([run?.text, others]).toEqual(['Qui\u00a0? Moi', []])
  })
})
