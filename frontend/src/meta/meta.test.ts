import { expect, test } from '@jest/globals'
import { projectSchema } from '../cms/shapes/project.ts'
import { siteSchema } from '../cms/shapes/site.ts'
import type { PageData } from '../page-data.ts'
import { CONTENT } from '../testing/content.ts'
import { linkedDataJson } from './linked-data.ts'
import { metaOf } from './meta.ts'

const ORIGIN = 'https://site.example'
const site = siteSchema.parse(CONTENT.site)
const project = projectSchema.parse(CONTENT.projects[0])
const shared = { site, language: 'en' } as const
const page: PageData = {
  ...shared,
  place: { page: 'project', slug: project.slug },
  page: 'project',
  project,
}

test('a project’s page is named after project and owner, with its own picture', () => {
  const meta = metaOf(page, ORIGIN)
  expect(meta).toMatchObject({
    title: 'Dining philosophers · Noor Halden',
    path: '/projects/philosophers',
    description: project.summary,
    alternates: [],
  })
  expect(meta.image.src).toMatch(/^\/media\/dinner/)
  expect(meta.linkedData).toMatchObject({
    '@type': 'SoftwareSourceCode',
    programmingLanguage: ['C'],
  })
})

test('what the owner wrote for search engines comes first', () => {
  const seo = { title: 'Threads', description: 'Five of them', image: null }
  const meta = metaOf({ ...page, project: { ...project, seo } }, ORIGIN)
  expect(meta.title).toBe('Threads · Noor Halden')
  expect(meta.description).toBe('Five of them')
})

test('a page without a picture has the site’s own', () => {
  const home: PageData = {
    ...shared,
    place: { page: 'home' },
    page: 'home',
    featured: [],
    experiences: [],
    technologies: [],
  }
  expect(metaOf(home, ORIGIN).image.src).toBe('/og.png')
})

test('a page in two languages names both of its addresses', () => {
  const both = { ...site, languages: ['en', 'fr'] as const }
  const meta = metaOf({ ...page, site: { ...both, languages: [...both.languages] } }, ORIGIN)
  expect(meta.alternates).toEqual([
    { language: 'en', path: '/projects/philosophers' },
    { language: 'fr', path: '/fr/projects/philosophers' },
  ])
})

test('linked data cannot end its element', () => {
  expect(linkedDataJson({ name: '</script><script>alert(1)' })).not.toContain('<')
})
