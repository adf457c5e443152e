import { expect, test } from '@jest/globals'
import { activitySchema } from '../cms/shapes/activity.ts'
import { pageSchema } from '../cms/shapes/page.ts'
import { projectSchema } from '../cms/shapes/project.ts'
import { resumeSchema } from '../cms/shapes/resume.ts'
import { richTextSchema } from '../cms/shapes/rich-text.ts'
import { siteSchema } from '../cms/shapes/site.ts'
import { routeOfMarkdown } from '../machine-paths.ts'
import type { PageData } from '../page-data.ts'
import { activityAt, CONTENT } from '../testing/content.ts'
import { pageMarkdown } from './page.ts'
import { richText } from './rich-text.ts'
import { writingOf } from './writing.ts'

const SITE = 'https://site.example'
const site = siteSchema.parse(CONTENT.site)
const shared = { site, language: 'en' } as const
const project = projectSchema.parse(CONTENT.projects[0])

const markdown = (data: PageData) => pageMarkdown(data, SITE)
const projectPage = (more: object = {}): PageData => ({
  ...shared,
  place: { page: 'project', slug: project.slug },
  page: 'project',
  project: { ...project, ...more },
})
const laidOut = (...layout: object[]): PageData => ({
  ...shared,
  place: { page: 'page', slug: 'uses' },
  page: 'page',
  content: pageSchema.parse({ slug: 'uses', title: 'Uses', layout, seo: null }),
})

test('a project is its title, outcome, facts and every part, with code as it is', () => {
  const text = markdown(projectPage())
  expect(text.startsWith('# Dining philosophers\n\n> Five threads share')).toBe(true)
  expect(text).toContain('- **Made with:** C, POSIX threads, Make')
  expect(text).toContain('- **Source:** <https://example.com/philosophers>')
  for (const heading of ['Run it here', 'The problem', 'The work', 'Run it at home', 'Related']) {
    expect(text).toContain(`\n## ${heading}\n`)
  }
  expect(text).toContain('Each is a **thread**, each fork')
  expect(text).toContain('reads `last_meal_ms` under')
  expect(text).toContain('```c\n// The order of addresses')
  expect(text).toContain('- No data race under ThreadSanitizer.\n  - Checked at every commit.')
  expect(text).toContain('> **Careful**\n>\n> usleep() oversleeps')
  expect(text).toContain(
    `- [A tiny shell](${SITE}/projects/tiny-shell.md): Pipes, jobs and quoting.`,
  )
  expect(text).toMatch(/!\[Five rows of bars\]\(https:\/\/site\.example\/media\/chart-a/)
  expect(text).not.toMatch(/undefined|null|\n{3}/)
})

test('a README is put under its section, its code untouched', () => {
  const text = markdown(projectPage({ readme: '# Philo\n\n```sh\n# not a heading\n```\n## Use' }))
  expect(text).toContain('## Its README\n\n### Philo\n\n```sh\n# not a heading\n```\n#### Use')
})

const figure = { value: '3', label: 'boats', description: null }

test.each<[string, object, string]>([
  [
    'hero',
    { title: 'Hi', text: 'Me', actions: [{ label: 'See', href: '/projects' }] },
    `- [See](${SITE}/projects.md)`,
  ],
  [
    'prose',
    { body: [{ type: 'paragraph', pieces: [{ type: 'text', text: 'P', marks: [] }] }] },
    '\nP\n',
  ],
  [
    'caseStudy',
    { title: 'T', problem: 'P', approach: 'A', result: 'R', figures: [figure] },
    '### The result\n\nR\n\n- **3** boats',
  ],
  [
    'callToAction',
    { title: 'T', text: 'X', actions: [{ label: 'Mail', href: 'mailto:a@b.example' }] },
    '- [Mail](mailto:a@b.example)',
  ],
  ['statBar', { stats: [figure] }, '- **3** boats'],
  [
    'featureCards',
    { title: 'T', cards: [{ title: 'C', text: 'D', links: [] }] },
    '## T\n\n### C\n\nD',
  ],
  [
    'tabs',
    { title: 'T', tabs: [{ label: 'L', sections: [{ title: 'S', text: 'D', links: [] }] }] },
    '### L\n\n#### S\n\nD',
  ],
  [
    'table',
    {
      caption: 'Tides',
      hasHeaderRow: true,
      hasHeaderColumn: true,
      rows: [
        ['a', 'b'],
        ['c|d', 'e'],
      ],
    },
    'Tides\n\n| **a** | b |\n| --- | --- |\n| **c\\|d** | e |',
  ],
  [
    'projectList',
    { title: 'T', projects: [{ slug: 'x', title: 'X', summary: 'S' }] },
    `- [X](${SITE}/projects/x.md): S`,
  ],
  [
    'technologyGroups',
    { title: 'T', groups: [{ title: 'G', technologies: [{ name: 'C', slug: 'c' }] }] },
    '- **G**: C',
  ],
  [
    'documents',
    { title: 'T', documents: [{ title: 'D', file: { url: '/api/media/file/d.pdf' } }] },
    `- [D](${SITE}/media/d.pdf)`,
  ],
  ['gallery', { name: 'G', images: [] }, '## G'],
  ['code', { language: 'c', code: 'a```b', caption: 'Cap' }, '````c\na```b\n````\n\nCap'],
  ['quotation', { text: 'Q', author: 'A', role: null, source: null }, '> Q\n>\n> — A'],
])('a page with “%s” has it as Markdown', (type, block, expected) => {
  expect(markdown(laidOut({ type, ...block }))).toContain(expected)
})

const diagram = { kind: 'mermaid', title: 'D', source: 'graph TD', textAlternative: 'A to B' }

test.each<[string, object, string]>([
  [
    'walkthrough',
    { title: 'W', steps: [{ title: 'S', language: 'c', code: 'x' }] },
    '### W\n\n#### S\n\n```c\nx\n```',
  ],
  ['diagram', { diagram }, '### D\n\n```mermaid\ngraph TD\n```\n\nA to B'],
  ['metrics', { title: 'M', metrics: [figure] }, '### M\n\n- **3** boats'],
  [
    'timeline',
    { title: 'T', events: [{ when: '1999', title: 'E', text: 'X' }] },
    '- **1999** E\n\n  X',
  ],
  ['video', { title: 'V', hosted: { host: 'vimeo', id: '7' } }, '[V](https://vimeo.com/7)'],
  [
    'fileTree',
    {
      title: null,
      lines: [
        { depth: 0, name: 'src', isFolder: true },
        { depth: 1, name: 'a.c', isFolder: false, remark: 'main' },
      ],
    },
    '```text\nsrc/\n  a.c  # main\n```',
  ],
  [
    'terminalStep',
    { label: 'L', command: 'make', expected: 'ok', isForOwnDemo: true },
    'L\n\n```sh\nmake\n```\n\n```text\nok\n```',
  ],
])('a text with “%s” has it as Markdown', (type, block, expected) => {
  const nodes = richTextSchema.parse([{ type, ...block }])
  expect(nodes).toHaveLength(1)
  expect(richText(nodes, writingOf('en', SITE))).toContain(expected)
})

test('what an owner wrote at the start of a line does not become a list or a heading', () => {
  const text = (value: string) => ({ type: 'text', text: value, marks: [] })
  const nodes = richTextSchema.parse([
    {
      type: 'paragraph',
      pieces: [text('# one'), text('\n'), text('- two'), text('\n'), text('1. three')],
    },
  ])
  expect(richText(nodes, writingOf('en', SITE))).toBe('\\# one\\\n\\- two\\\n1\\. three')
})

test('the résumé says all that it has', () => {
  const resume = resumeSchema.parse(CONTENT.resume)
  const text = markdown({ ...shared, place: { page: 'resume' }, page: 'resume', resume })
  expect(text).toContain('# Noor Halden\n\n> Systems programmer, ten years of C')
  expect(text).toContain(
    `- [Systems programmer, Harbour Office](${SITE}/experiences/harbour-office.md)`,
  )
  expect(text).toContain('- **Delft**: BSc, Computer science')
  expect(text).toContain('- **Dutch**: Native')
})

test('in French its words and the addresses of its links are French', () => {
  const text = markdown({ ...projectPage(), language: 'fr' })
  expect(text).toContain('## Le problème')
  expect(text).toContain(`${SITE}/fr/projects/tiny-shell.md`)
})

test('home tells the year on GitHub with its date, if there is one', () => {
  const home = (activity: object | null): PageData => ({
    ...shared,
    place: { page: 'home' },
    page: 'home',
    featured: [],
    experiences: [],
    technologies: [],
    activity: activity && activitySchema.parse(activity),
  })
  const text = markdown(home({ ...activityAt('2026-10-01T10:00:00.000Z'), total: 1234 }))
  expect(text).toContain(
    '## Activity\n\n[noor](https://github.com/noor) made 1,234 contributions on GitHub in the last year.\n\nAs of 1 Oct 2026, 10:00 UTC\n',
  )
  expect(markdown(home(null))).not.toContain('Activity')
})

test.each([
  ['/index.md', '/', 'home'],
  ['/projects.md', '/projects', 'projects'],
  ['/projects/a.md', '/projects/a', 'project'],
  ['/fr/index.md', '/fr', 'home'],
  ['/fr.md', '', 'missing'],
  ['/projects//a.md', '', 'missing'],
])('%s is the Markdown of one page at most', (path, _, page) => {
  expect(routeOfMarkdown(path).page).toBe(page)
})
