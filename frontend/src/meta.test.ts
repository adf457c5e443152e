import { expect, test } from '@jest/globals'
import { projectSchema, siteSchema } from './cms/shapes.ts'
import { linkedDataJson, metaOf } from './meta.ts'
import { CONTENT } from './testing/content.ts'

const ORIGIN = 'https://site.example'
const site = siteSchema.parse(CONTENT.site)
const project = projectSchema.parse(CONTENT.projects[0])

test('a project’s page is named after project and owner, with its own picture', () => {
  const meta = metaOf({ page: 'project', site, project }, ORIGIN)
  expect(meta).toMatchObject({
    title: 'Dining philosophers · Noor Halden',
    path: '/projects/philosophers',
    description: project.summary,
  })
  expect(meta.image.src).toMatch(/^\/media\/dinner/)
  expect(meta.linkedData).toMatchObject({
    '@type': 'SoftwareSourceCode',
    programmingLanguage: ['C'],
  })
})

test('what the owner wrote for search engines comes first', () => {
  const seo = { title: 'Threads', description: 'Five of them', image: null }
  const meta = metaOf({ page: 'project', site, project: { ...project, seo } }, ORIGIN)
  expect(meta.title).toBe('Threads · Noor Halden')
  expect(meta.description).toBe('Five of them')
})

test('a page without any picture has the site’s own', () => {
  expect(metaOf({ page: 'home', site, projects: [] }, ORIGIN).image.src).toBe('/og.png')
})

test('linked data cannot end its element', () => {
  expect(linkedDataJson({ name: '</script><script>alert(1)' })).not.toContain('<')
})
