import { expect, test } from '@jest/globals'
import { renderToStaticMarkup } from 'react-dom/server'
import { projectSchema, projectSummarySchema } from '../cms/shapes/project.ts'
import { siteSchema } from '../cms/shapes/site.ts'
import { Page } from '../components/page/page.tsx'
import { CONTENT } from '../testing/content.ts'
import { expectOutline } from '../testing/outline.ts'
import { Home } from './home.tsx'
import { Project } from './project.tsx'
import { Projects } from './projects.tsx'

const site = siteSchema.parse(CONTENT.site)
const projects = CONTENT.projects.map((project) => projectSummarySchema.parse(project))
const bare = projectSchema.parse(CONTENT.projects[3])

type HomeContent = Parameters<typeof Home>[0]['content']
type ListContent = Parameters<typeof Projects>[0]['content']

const home = (featured: HomeContent['featured']): HomeContent => ({
  page: 'home',
  featured,
  experiences: [],
  technologies: [],
  activity: null,
})

const list = (items: ListContent['list']['items']): ListContent => ({
  page: 'projects',
  filter: { by: 'nothing' },
  list: { items, page: 1, pageSize: 40, pages: 1, total: items.length },
  technologies: [],
  kinds: [],
})

test('a project with nothing but a title says so and leads on', () => {
  const html = renderToStaticMarkup(<Project project={bare} />)
  expectOutline(html)
  expect(html).toContain('There is only a title.')
  expect(html).toContain('href="/projects"')
  expect(html).not.toMatch(/<dl|<img|live-terminal|undefined|null|NaN/)
})

test('home names its owner, its selected projects and those that can be run', () => {
  const html = renderToStaticMarkup(<Home site={site} content={home(projects)} />)
  expectOutline(html)
  expect(html).toContain('Noor Halden')
  expect(html.match(/class="card/g)?.length).toBeGreaterThan(2)
  expect(html).toContain('href="/projects/philosophers#terminal"')
})

test('a portfolio without projects and without an owner is still a page', () => {
  const empty = siteSchema.parse({})
  const html = renderToStaticMarkup(<Home site={empty} content={home([])} />)
  expect(html).toContain('Come back soon.')
  expect(html).not.toMatch(/undefined|null/)
  expect(renderToStaticMarkup(<Projects content={list([])} />)).toContain('Come back soon.')
})

test('the list holds every project in the owner’s order', () => {
  const html = renderToStaticMarkup(<Projects content={list(projects)} />)
  expectOutline(html)
  const hrefs = Array.from(html.matchAll(/href="\/projects\/([^"]+)"/g), ([, slug]) => slug)
  expect(hrefs).toEqual(projects.map(({ slug }) => slug))
})

test('every page has one main that the first link leads to', () => {
  const html = renderToStaticMarkup(
    <Page site={site} place={{ page: 'home' }}>
      content
    </Page>,
  )
  expect(html).toMatch(/^<a class="skip" href="#main">/)
  expect(html.match(/<main /g)).toHaveLength(1)
  expect(html).toContain('<header')
  expect(html).toContain('<footer')
})
