import { expect, test } from '@jest/globals'
import { renderToStaticMarkup } from 'react-dom/server'
import { type Project as ProjectContent, projectSchema } from '../cms/shapes/project.ts'
import { Speaks } from '../i18n/context.tsx'
import { CONTENT } from '../testing/content.ts'
import { expectOutline, expectSoundIds } from '../testing/outline.ts'
import { Project } from './project.tsx'

const full = projectSchema.parse(CONTENT.projects[0])
const bare = projectSchema.parse({ slug: 'bare', title: 'Bare' })
const html = (project: ProjectContent) => renderToStaticMarkup(<Project project={project} />)
const page = html(full)

const SECTIONS = [
  'problem',
  'work',
  'challenges',
  'lessons',
  'role',
  'impact',
  'figures',
  'features',
  'diagrams',
  'walkthrough',
  'pictures',
  'install',
  'readme',
  'documents',
]

test('a full project shows every part in the order of reading, with an outline that skips no level', () => {
  expectOutline(page)
  expectSoundIds(page)
  const ids = Array.from(page.matchAll(/<h2 class="section-heading" id="([^"]+)"/g), ([, id]) => id)
  expect(ids).toEqual(['terminal-heading', ...SECTIONS, 'related'])
  expect(page).not.toMatch(/undefined|NaN|\[object|style=/)
})

test('what it is and what one can do with it come before everything else', () => {
  const places = [
    '<h1>Dining philosophers</h1>',
    'nobody starves.</p>',
    'class="badges"',
    'href="#terminal"',
    'href="https://example.com/philosophers"',
    'class="facts"',
    '<live-terminal',
    'class="cover"',
    'class="contents"',
  ].map((part) => page.indexOf(part))
  expect(places).not.toContain(-1)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})

test('technologies lead to what else is made with them, and the position to its page', () => {
  expect(page).toContain('<a href="/projects/technology/posix-threads">POSIX threads</a>')
  expect(page).toContain('<a href="/experiences/harbour-office">Harbour Office</a>')
  expect(page).toContain('125 / 100')
})

test('the contents lead to every section and to the chapters of the text', () => {
  const [, beside = ''] = /<nav class="contents-beside"[^>]*>([\s\S]*?)<\/nav>/.exec(page) ?? []
  const targets = Array.from(beside.matchAll(/href="#([^"]+)"/g), ([, id]) => id)
  expect(targets).toEqual([
    ...SECTIONS.slice(0, 2),
    'work-who-picks-up-which-fork-first',
    'work-noticing-a-death-in-time',
    ...SECTIONS.slice(2),
  ])
  for (const id of targets) expect(page).toContain(`id="${id}"`)
})

test('documents are grouped, each with its type and size', () => {
  expect(page).toMatch(/>Given<\/p>[\s\S]*The exercise<\/a><span[^>]*>PDF · 482 kB/)
  expect(page).toMatch(/>Evidence<\/p>[\s\S]*SVG · 900 bytes/)
  expect(page).toContain('<span>Gone</span>')
})

test('one button of the page is filled: the terminal’s', () => {
  const filled = [...page.matchAll(/<(?:a|button)[^>]* class="button"[^>]*>/g)].map(([tag]) => tag)
  expect(filled).toHaveLength(1)
  expect(filled[0]).toContain('data-terminal-launch')
  expect(page).toContain('<a class="button button-quiet" href="#terminal">')
})

test('the neighbours are named, each on its own side', () => {
  expect(page).toContain('href="/projects/tiny-shell" rel="next"')
  expect(page).not.toContain('rel="prev"')
  expect(html(bare)).not.toContain('neighbours')
})

test('a tone that nobody knows is no class of the owner’s choice', () => {
  expect(page).toContain('<li class="badge">Odd</li>')
})

/** The name of a part, and its content when there is none. */
const PARTS = Object.entries(bare).filter(([name]) => !['title', 'slug'].includes(name))

test.each(PARTS)('without its %s a project is still a sound page', (name, nothing) => {
  const all = html({ ...full, [name]: nothing })
  expectOutline(all)
  expectSoundIds(all)
  expect(all).not.toMatch(/undefined|NaN|<(?:ul|ol|dl|nav|section)[^>]*><\//)
})

test.each(PARTS)('with nothing but its %s a project is a sound page', (name) => {
  const all = html({ ...bare, [name]: full[name as keyof ProjectContent] })
  expectOutline(all)
  expectSoundIds(all)
  expect(all).not.toMatch(/undefined|NaN|<(?:ul|ol|dl|nav|section)[^>]*><\//)
})

test('in French the page leads to French pages, and its drawings are of that page', () => {
  const all = renderToStaticMarkup(
    <Speaks language="fr" place={{ page: 'project', slug: full.slug }}>
      <Project project={full} />
    </Speaks>,
  )
  expectOutline(all)
  expect(all).toContain('href="/fr/projects/technology/c"')
  expect(all).toContain('src="/diagrams/fr/projects/philosophers/')
  expect(all).toContain('Sur cette page')
})
