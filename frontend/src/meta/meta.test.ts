import { expect, test } from '@jest/globals'
import { projectSchema } from '../cms/shapes/project.ts'
import { siteSchema } from '../cms/shapes/site.ts'
import type { PageData } from '../page-data.ts'
import { CONTENT } from '../testing/content.ts'
import { contactMetaOf, metaOf } from './meta.ts'

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

test('a project’s page is named after project and owner, with a picture drawn of it', () => {
  const meta = metaOf(page, ORIGIN)
  expect(meta).toMatchObject({
    title: 'Dining philosophers · Noor Halden',
    path: '/projects/philosophers',
    description: project.summary,
    alternates: [],
  })
  expect(meta.image).toMatchObject({ type: 'image/png', width: 1200, height: 630 })
  expect(meta.image.src).toMatch(/^\/og\/projects\/philosophers\.png\?v=[\w-]{12}$/)
  expect(meta.linkedData).toMatchObject({
    '@graph': [{ '@type': 'SoftwareSourceCode', programmingLanguage: ['C'] }, {}],
  })
})

test('what the owner wrote for search engines comes first', () => {
  const seo = { title: 'Threads', description: 'Five of them', image: null }
  const meta = metaOf({ ...page, project: { ...project, seo } }, ORIGIN)
  expect(meta.title).toBe('Threads · Noor Halden')
  expect(meta.description).toBe('Five of them')
})

test('the picture’s address changes with what is on it, and only then', () => {
  const source = (more: object) =>
    metaOf({ ...page, project: { ...project, ...more } }, ORIGIN).image.src
  expect(source({ title: 'Forks' })).not.toBe(source({}))
  expect(source({ demo: null })).not.toBe(source({}))
  expect(source({ lessons: 'More' })).toBe(source({}))
})

test('a picture that the owner chose for previews is shown instead', () => {
  const image = {
    alt: 'A fork',
    caption: null,
    lighter: [],
    sources: [{ src: '/media/f.jpg?v=1', width: 800, height: 400 }],
  }
  const seo = { title: null, description: null, image }
  expect(metaOf({ ...page, project: { ...project, seo } }, ORIGIN).image).toEqual({
    src: '/media/f.jpg?v=1',
    alt: 'A fork',
    type: 'image/jpeg',
    width: 800,
    height: 400,
  })
})

test('a page in two languages names both of its addresses, and the one for readers of others', () => {
  const both = { ...site, languages: ['en', 'fr'] as const }
  const meta = metaOf({ ...page, site: { ...both, languages: [...both.languages] } }, ORIGIN)
  expect(meta.alternates).toEqual([
    { language: 'en', path: '/projects/philosophers' },
    { language: 'fr', path: '/fr/projects/philosophers' },
    { language: 'x-default', path: '/projects/philosophers' },
  ])
})

test('the page to write to the owner says of itself what the others do, also when nobody knows whose it is', () => {
  const meta = contactMetaOf({ site, language: 'fr' }, ORIGIN)
  expect(meta).toMatchObject({
    title: 'Contact · Noor Halden',
    path: '/fr/contact',
    isIndexed: true,
    locale: 'fr_FR',
    feeds: [{ path: '/fr/feed.xml' }, {}, {}],
    markdown: null,
    linkedData: { '@graph': [{ '@type': 'ContactPage', inLanguage: 'fr' }] },
  })
  expect(meta.image.src).toMatch(/^\/og\/fr\/contact\.png\?v=[\w-]{12}$/)
  const unknown = contactMetaOf({ site: null, language: 'en' }, ORIGIN)
  expect(unknown).toMatchObject({ title: 'Contact', path: '/contact', alternates: [] })
})
