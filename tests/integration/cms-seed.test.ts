// The sample content: complete after the first run, untouched by the second, and never in the owner's way.
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { content, seed } from '@shellfolio/seed'
import type { CollectionSlug } from 'payload'
import { startTestCms, type TestCms } from '../support/cms.ts'

let cms: TestCms
let first: { created: number }

beforeAll(async () => {
  cms = await startTestCms()
  first = await seed(cms.payload)
})
afterAll(() => cms?.stop())

const COLLECTIONS = [
  'projects',
  'experiences',
  'technologies',
  'media',
  'demos',
  'archives',
] as const

/** Every row with its time of change, versions and queued messages included. */
const everything = async () => {
  const find = async (collection: CollectionSlug) => {
    const { docs } = await cms.payload.find({
      collection,
      depth: 0,
      pagination: false,
      overrideAccess: true,
    })
    return (docs as { id: unknown; updatedAt?: string }[])
      .map((doc) => `${collection} ${doc.id} ${doc.updatedAt}`)
      .sort()
  }
  const versions = await cms.payload.countVersions({
    collection: 'projects',
    overrideAccess: true,
  })
  const globals = await Promise.all(
    (['site', 'resume', 'terminal'] as const).map((slug) =>
      cms.payload.findGlobal({ slug, depth: 0, overrideAccess: true }),
    ),
  )
  const rows = await Promise.all([...COLLECTIONS, 'payload-jobs' as const].map(find))
  return { rows, versions: versions.totalDocs, globals }
}

test('everything is there, public, and as the content says', async () => {
  const count = async (collection: CollectionSlug) =>
    (await cms.payload.count({ collection, overrideAccess: true })).totalDocs
  expect(first.created).toBeGreaterThan(0)
  expect(await count('projects')).toBe(content.projects.length)
  expect(await count('experiences')).toBe(content.experiences.length)
  expect(await count('technologies')).toBe(content.technologies.length)
  expect(await count('media')).toBe(content.media.length)
  expect(await count('demos')).toBe(content.demos.length)
  const { body } = await cms.rest('/projects?limit=100&sort=order&depth=0')
  const { docs } = body as { docs: { slug: string }[] }
  expect(docs.map(({ slug }) => slug).sort()).toEqual(
    content.projects.map(({ slug }) => slug).sort(),
  )
})

test('no job comes by the clock, though there was a request', () => {
  expect(cms.payload.crons).toEqual([])
})

test('bodies, demos and relations survive the way into the database', async () => {
  for (const project of content.projects) {
    const { docs } = await cms.payload.find({
      collection: 'projects',
      where: { slug: { equals: project.slug } },
      depth: 1,
      overrideAccess: false,
    })
    const [doc] = docs
    const related = (doc?.related ?? []).map((other) =>
      typeof other === 'string' ? other : other.slug,
    )
    expect(related).toEqual(project.related ?? [])
    expect(doc?.body?.root.children ?? []).toHaveLength(project.body?.length ?? 0)
    expect(Boolean(doc?.demo)).toBe(Boolean(project.demo))
    expect(doc?.technologies ?? []).toHaveLength(project.technologies?.length ?? 0)
    expect(doc?.walkthrough ?? []).toHaveLength(project.walkthrough?.length ?? 0)
    expect(doc?.documents ?? []).toHaveLength(project.documents?.length ?? 0)
    expect(doc?.readme?.startsWith('# ') ?? false).toBe(Boolean(project.readme))
    const position = doc?.experience
    expect(typeof position === 'object' ? position?.slug : undefined).toBe(project.experience)
  }
})

test('the résumé names positions and projects that visitors see, in its order', async () => {
  const { body } = await cms.rest('/globals/resume?depth=1')
  const { experiences, projects } = body as Record<string, { slug: string }[]>
  expect(experiences?.map(({ slug }) => slug)).toEqual(content.resume.experiences)
  expect(projects?.map(({ slug }) => slug)).toEqual(content.resume.projects)
})

type Locale = keyof typeof content.translations | 'en'

/** All documents as they were written in a language, without words that stand in. */
const readIn = async (locale: Locale, collection: CollectionSlug) => {
  const asked = { collection, locale, fallbackLocale: false, depth: 0 } as const
  const { docs } = await cms.payload.find({ ...asked, pagination: false, overrideAccess: true })
  return docs as unknown as Record<string, unknown>[]
}

test('a project is there in both languages, and its rows are the same', async () => {
  const { projects } = content.translations.fr
  const [english, french] = [await readIn('en', 'projects'), await readIn('fr', 'projects')]
  const told = (docs: typeof english, slug: string) => docs.find((doc) => doc.slug === slug)
  const rowsOf = (doc: (typeof english)[number] | undefined) =>
    (doc?.features ?? []) as { id: string; text: string }[]
  for (const { slug, title, summary, features = [] } of content.projects) {
    const [en, fr] = [told(english, slug), told(french, slug)]
    const translated = projects[slug]
    expect(en).toMatchObject({ title, summary })
    expect(fr).toMatchObject({ title: translated?.title, summary: translated?.summary })
    expect(rowsOf(en).map(({ text }) => text)).toEqual(features.map(({ text }) => text))
    expect(rowsOf(fr).map(({ text }) => text)).toEqual(
      (translated?.features ?? []).map(({ text }) => text),
    )
    expect(rowsOf(fr).map(({ id }) => id)).toEqual(rowsOf(en).map(({ id }) => id))
  }
})

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

test('every text that there is in French is there', async () => {
  const readGlobalIn = (slug: 'site' | 'resume') =>
    cms.payload.findGlobal({ slug, locale: 'fr', fallbackLocale: false, overrideAccess: true })
  const collections = ['projects', 'pages', 'experiences', 'media', 'demos'] as const
  const stored = new Set(
    textsIn([
      ...(await Promise.all(collections.map((slug) => readIn('fr', slug)))),
      await readGlobalIn('site'),
      await readGlobalIn('resume'),
    ]),
  )
  const lost = textsIn(content.translations.fr).filter((text) => !stored.has(text))
  // Names of what a body is made of: listings that are the same, and the editor's own kinds.
  expect(lost.filter((text) => !/^(?:same|bold|code|note|tip)$/.test(text))).toEqual([])
})

test('a second run changes nothing at all', async () => {
  const before = await everything()
  expect(await seed(cms.payload)).toEqual({ created: 0 })
  expect(await everything()).toEqual(before)
})

test('what the owner changed stays, and what is missing comes back', async () => {
  const [{ slug }, { slug: lost }] = [content.projects[0]!, content.projects.at(-1)!]
  const where = (value: string) => ({ slug: { equals: value } })
  await cms.payload.update({
    collection: 'projects',
    where: where(slug),
    data: { title: 'Mine now', _status: 'published' },
    overrideAccess: true,
  })
  await cms.payload.delete({ collection: 'projects', where: where(lost), overrideAccess: true })
  expect(await seed(cms.payload)).toEqual({ created: 1 })
  const { docs } = await cms.payload.find({
    collection: 'projects',
    where: { slug: { in: [slug, lost] } },
    overrideAccess: true,
  })
  expect(docs.map(({ title }) => title).sort()).toEqual(
    ['Mine now', content.projects.at(-1)!.title].sort(),
  )
})

test('what the owner has thrown away stays in the trash', async () => {
  const { slug } = content.experiences[1]!
  const where = { slug: { equals: slug } }
  const deletedAt = new Date().toISOString()
  await cms.payload.update({
    collection: 'experiences',
    where,
    data: { deletedAt },
    overrideAccess: true,
  })
  expect(await seed(cms.payload)).toEqual({ created: 0 })
  const { totalDocs } = await cms.payload.find({
    collection: 'experiences',
    where,
    overrideAccess: true,
  })
  expect(totalDocs).toBe(0)
})
