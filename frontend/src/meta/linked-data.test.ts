import { expect, test } from '@jest/globals'
import { z } from 'zod'
import { experienceSchema, experienceSummarySchema } from '../cms/shapes/experience.ts'
import { pageSchema } from '../cms/shapes/page.ts'
import { projectSchema, projectSummarySchema } from '../cms/shapes/project.ts'
import { resumeSchema } from '../cms/shapes/resume.ts'
import { siteSchema } from '../cms/shapes/site.ts'
import type { Language } from '../i18n/languages.ts'
import type { Content, PageData } from '../page-data.ts'
import { type Place, PROJECTS } from '../routes.ts'
import { CONTENT } from '../testing/content.ts'
import { linkedDataJson, linkedDataOf } from './linked-data.ts'

const ORIGIN = 'https://site.example'
const site = siteSchema.parse(CONTENT.site)
const project = projectSchema.parse(CONTENT.projects[0])
const items = CONTENT.projects.map((each) => projectSummarySchema.parse(each))
const experiences = CONTENT.experiences.map((each) => experienceSummarySchema.parse(each))

const page = (place: Place, content: Content, language: Language = 'en'): PageData => ({
  site,
  language,
  place,
  ...content,
})

const list = { items, page: 1, pageSize: 40, pages: 1, total: items.length }
const kind = { by: 'kind', kind: 'school' } as const
const sourceless = { ...project, links: { live: null, source: null, video: null } }

const PAGES: [string, PageData, string, number][] = [
  [
    'home',
    page(
      { page: 'home' },
      { page: 'home', featured: items, experiences, technologies: [], activity: null },
    ),
    'ProfilePage',
    0,
  ],
  [
    'projects',
    page(PROJECTS, {
      page: 'projects',
      filter: { by: 'nothing' },
      list,
      technologies: [],
      kinds: [],
    }),
    'CollectionPage',
    2,
  ],
  [
    'projects of a kind',
    page({ ...PROJECTS, filter: kind } as Place, {
      page: 'projects',
      filter: kind,
      list,
      technologies: [],
      kinds: [],
    }),
    'CollectionPage',
    3,
  ],
  [
    'a project with its source',
    page({ page: 'project', slug: project.slug }, { page: 'project', project }),
    'SoftwareSourceCode',
    3,
  ],
  [
    'a project without its source',
    page({ page: 'project', slug: project.slug }, { page: 'project', project: sourceless }),
    'CreativeWork',
    3,
  ],
  [
    'experiences',
    page({ page: 'experiences' }, { page: 'experiences', experiences }),
    'CollectionPage',
    2,
  ],
  [
    'a position',
    page(
      { page: 'experience', slug: 'harbour-office' },
      { page: 'experience', experience: experienceSchema.parse(CONTENT.experiences[0]) },
    ),
    'WebPage',
    3,
  ],
  [
    'a page',
    page(
      { page: 'page', slug: 'uses' },
      { page: 'page', content: pageSchema.parse(CONTENT.pages[0]) },
    ),
    'WebPage',
    2,
  ],
  [
    'the résumé',
    page({ page: 'resume' }, { page: 'resume', resume: resumeSchema.parse(CONTENT.resume) }),
    'ProfilePage',
    2,
  ],
]

const url = z.url({ protocol: /^https?$/ })
const day = z.union([z.iso.date(), z.iso.datetime()])
const name = z.string().min(1)

const person = z.strictObject({
  '@type': z.literal('Person'),
  '@id': z.literal(`${ORIGIN}/#person`),
  name,
  jobTitle: name.optional(),
  description: name.optional(),
  image: url.optional(),
  homeLocation: z.strictObject({ '@type': z.literal('Place'), name }).optional(),
  url,
  sameAs: z.array(url),
})
const always = { url, inLanguage: z.enum(['en', 'fr']) }
const work = {
  ...always,
  name,
  description: name.optional(),
  author: person,
  image: url.optional(),
  keywords: name.optional(),
  dateCreated: day.optional(),
  dateModified: day.optional(),
}

/** Types that are used here, with all that may stand in them. */
const node = z.discriminatedUnion('@type', [
  z.strictObject({ '@type': z.literal('ProfilePage'), ...always, mainEntity: person }),
  z.strictObject({ '@type': z.literal('CollectionPage'), ...always, name }),
  z.strictObject({
    '@type': z.literal('WebPage'),
    ...always,
    name,
    author: person,
    about: z
      .strictObject({ '@type': z.literal('Organization'), name, url: url.optional() })
      .optional(),
    dateModified: day.optional(),
  }),
  z.strictObject({
    '@type': z.literal('SoftwareSourceCode'),
    ...work,
    codeRepository: url,
    programmingLanguage: z.array(name),
  }),
  z.strictObject({ '@type': z.literal('CreativeWork'), ...work }),
  z.strictObject({
    '@type': z.literal('BreadcrumbList'),
    itemListElement: z
      .array(z.strictObject({ '@type': z.literal('ListItem'), position: z.int(), name, item: url }))
      .min(2),
  }),
])
const document = z.strictObject({
  '@context': z.literal('https://schema.org'),
  '@graph': z.array(node).min(1).max(2),
})

/** As a reader of the page gets it: what is undefined is not there. */
const read = (data: PageData) =>
  document.parse(JSON.parse(linkedDataJson(linkedDataOf(data, ORIGIN))))

test.each(PAGES)(
  '%s says what it is, and the way to it where it has one',
  (_, data, type, steps) => {
    const [subject, way] = read(data)['@graph']
    expect(subject?.['@type']).toBe(type)
    if (steps === 0) expect(way).toBeUndefined()
    else {
      const crumbs = way?.['@type'] === 'BreadcrumbList' ? way.itemListElement : []
      expect(crumbs.map(({ position }) => position)).toEqual(
        Array.from({ length: steps }, (__, index) => index + 1),
      )
      expect(crumbs[0]?.item).toBe(`${ORIGIN}/`)
      expect(crumbs.at(-1)?.item).toBe((subject as { url: string }).url)
    }
  },
)

test('a page in French names French addresses', () => {
  const data = page({ page: 'project', slug: project.slug }, { page: 'project', project }, 'fr')
  const [subject, way] = read(data)['@graph']
  expect(subject).toMatchObject({ inLanguage: 'fr', url: `${ORIGIN}/fr/projects/philosophers` })
  expect(way).toMatchObject({ itemListElement: [{ name: 'Accueil' }, { name: 'Projets' }, {}] })
})

test('linked data cannot end its element', () => {
  expect(linkedDataJson({ name: '</script><script>alert(1)' })).not.toContain('<')
})
