// The content model: what an editor fills in comes back whole, and what is wrong is refused in words.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { CollectionSlug, GlobalSlug } from 'payload'
import { ICONS } from '../../cms/src/limits.ts'
import { type Account, PASSWORD, startTestCms, type TestCms } from '../support/cms.ts'
import {
  fullExperience,
  fullProject,
  fullResume,
  fullSite,
  minimalExperience,
  minimalProject,
} from '../support/content-samples.ts'
import { onePixelPng } from '../support/files.ts'
import { logIn } from '../support/upload.ts'

type Data = Record<string, unknown>

let cms: TestCms
let editor: Account
const ids = { media: '', technology: '', experience: '', project: '' }

const create = async (collection: CollectionSlug, data: Data, more: object = {}) => {
  const made = await cms.payload.create({
    collection,
    data: data as never,
    ...more,
    overrideAccess: false,
    user: editor,
  })
  return String(made.id)
}

const published = (data: Data) => ({ ...data, _status: 'published' })

const updateGlobal = (slug: GlobalSlug, data: Data) =>
  cms.payload.updateGlobal({
    slug,
    data: (slug === 'resume' ? published(data) : data) as never,
    depth: 0,
    overrideAccess: false,
    user: editor,
  })

beforeAll(async () => {
  cms = await startTestCms()
  editor = await cms.account('editor')
  ids.media = await create('media', { alt: 'A pixel' }, { file: await onePixelPng('pixel.png') })
  ids.technology = await create('technologies', { name: 'C', category: 'language', icon: 'c' })
  ids.experience = await create('experiences', published(fullExperience(ids)))
  ids.project = await create('projects', published(fullProject(ids)))
})
afterAll(() => cms?.stop())

/** As a visitor gets it. */
const seen = async (path: string): Promise<Data> => {
  const { status, body } = await cms.rest(`${path}?depth=0`)
  expect(status).toBe(200)
  return body as Data
}

describe('every field comes back as it was filled in', () => {
  test('of a project', async () => {
    expect(await seen(`/projects/${ids.project}`)).toMatchObject({
      ...fullProject(ids),
      slug: 'everything',
    })
  })

  test('of an experience, which lists the projects that name it', async () => {
    expect(await seen(`/experiences/${ids.experience}`)).toMatchObject({
      ...fullExperience(ids),
      slug: 'harbour-office-engineer',
      projects: { docs: [ids.project], hasNextPage: false },
    })
  })

  test('of the site and the résumé', async () => {
    await updateGlobal('site', fullSite(ids))
    await updateGlobal('resume', fullResume(ids))
    expect(await seen('/globals/site')).toMatchObject(fullSite(ids))
    expect(await seen('/globals/resume')).toMatchObject(fullResume(ids))
  })
})

test('the least is enough: an experience goes on, and is shown, unless it says otherwise', async () => {
  const id = await create('experiences', published(minimalExperience('Least')))
  const doc = await seen(`/experiences/${id}`)
  expect(doc).toMatchObject({ active: true, period: { end: null } })
})

test('the résumé is there for programs too, without what visitors do not see', async () => {
  const draft = await create('experiences', minimalExperience('Secret employer'))
  const sources = { ...ids, experience: draft }
  await updateGlobal('site', fullSite(ids))
  await updateGlobal('resume', { ...fullResume(sources), experiences: [draft, ids.experience] })
  const { status, body } = await cms.rest('/globals/resume/json')
  expect(status).toBe(200)
  expect(body).toMatchObject({
    basics: { name: 'N', location: { countryCode: 'NO' } },
    work: [{ name: 'Harbour office', startDate: '2024-03-01' }],
    skills: [{ keywords: ['C'] }],
    projects: [{ name: 'Everything', url: 'http://site.example/projects/everything' }],
  })
  expect(JSON.stringify(body)).not.toContain('Secret employer')
})

test('a former text of the résumé can be had again', async () => {
  await updateGlobal('resume', { headline: 'Before' })
  await updateGlobal('resume', { headline: 'After' })
  const asEditor = { overrideAccess: false as const, user: editor }
  const { docs } = await cms.payload.findGlobalVersions({ slug: 'resume', ...asEditor })
  const before = docs.find(({ version }) => version.headline === 'Before')
  await cms.payload.restoreGlobalVersion({ slug: 'resume', id: before!.id, ...asEditor })
  expect(await seen('/globals/resume')).toMatchObject({ headline: 'Before' })
  expect((await cms.rest('/globals/resume/versions')).status).toBe(403)
})

/** What the editor is told, by field. */
const complaints = async (act: () => Promise<unknown>): Promise<Record<string, string>> => {
  try {
    await act()
  } catch (error) {
    const { data, status } = error as {
      status: number
      data: { errors: { path: string; message: string }[] }
    }
    expect(status).toBe(400)
    return Object.fromEntries(data.errors.map(({ path, message }) => [path, message]))
  }
  throw new Error('This was accepted.')
}

const listing = { title: 'T', language: 'c', code: 'one\ntwo' }
const rows = (count: number, row: Data) => Array.from({ length: count }, () => row)

describe('of a project, is refused', () => {
  test.each<{ what: string; data: Data; path: string; says: RegExp }>([
    {
      what: 'a marked line that the listing does not have',
      data: { walkthrough: [{ ...listing, highlight: '1,3' }] },
      path: 'walkthrough.0.highlight',
      says: /no line 3: the code has 2/,
    },
    {
      what: 'a marked line in words',
      data: { walkthrough: [{ ...listing, highlight: 'the first' }] },
      path: 'walkthrough.0.highlight',
      says: /“3-5,9”/,
    },
    {
      what: 'a listing without code',
      data: { walkthrough: [{ ...listing, code: '' }] },
      path: 'walkthrough.0.code',
      says: /Write or paste/,
    },
    {
      what: 'code that is no text',
      data: { walkthrough: [{ ...listing, code: { $ne: 1 } }] },
      path: 'walkthrough.0.code',
      says: /not text/,
    },
    {
      what: 'a language that the site cannot colour',
      data: { walkthrough: [{ ...listing, language: 'klingon' }] },
      path: 'walkthrough.0.language',
      says: /invalid selection/,
    },
    {
      what: 'a README of a megabyte',
      data: { readme: 'x'.repeat(1_000_000) },
      path: 'readme',
      says: /At most 100,000 characters/,
    },
    {
      what: 'a badge in a colour of its own',
      data: { badges: [{ text: 'B', tone: '#f00' }] },
      path: 'badges.0.tone',
      says: /invalid selection/,
    },
    {
      what: 'a wall of badges',
      data: { badges: rows(9, { text: 'B', tone: 'info' }) },
      path: 'badges',
      says: /8/,
    },
    {
      what: 'an impact without words',
      data: { impact: [{ value: '3' }] },
      path: 'impact.0.label',
      says: /required/,
    },
    {
      what: 'a document without a title',
      data: { documents: [{ category: 'C' }] },
      path: 'documents.0.title',
      says: /required/,
    },
    {
      what: 'an end before the start',
      data: { period: { start: '2025-02-01', end: '2025-01-01' } },
      path: 'period.end',
      says: /before the start/,
    },
    {
      what: 'an address that runs a script',
      data: { links: { live: 'javascript:alert(1)' } },
      path: 'links.live',
      says: /https:/,
    },
    {
      what: 'an address without an end',
      data: { links: { live: `https://a.example/${'a'.repeat(3000)}` } },
      path: 'links.live',
      says: /At most 2000 characters/,
    },
    { what: 'a score of 126', data: { score: 126 }, path: 'score', says: /125/ },
  ])('$what', async ({ data, path, says }) => {
    const told = await complaints(() =>
      create('projects', published({ ...minimalProject('Wrong'), ...data })),
    )
    expect(told).toEqual({ [path]: expect.stringMatching(says) })
  })

  test('publishing what a draft may still have wrong', async () => {
    const id = await create(
      'projects',
      {
        ...minimalProject('Unfinished'),
        walkthrough: [{ ...listing, highlight: '7' }],
        _status: 'draft',
      },
      { draft: true },
    )
    const told = await complaints(() =>
      cms.payload.update({
        collection: 'projects',
        id,
        data: { _status: 'published' },
        overrideAccess: false,
        user: editor,
      }),
    )
    expect(Object.keys(told)).toEqual(['walkthrough.0.highlight'])
  })
})

test.each<{ what: string; data: Data; path: string; says: RegExp }>([
  { what: 'no start', data: { period: {} }, path: 'period.start', says: /required/ },
  { what: 'no company', data: { company: '' }, path: 'company', says: /required/ },
  {
    what: 'a website that is none',
    data: { website: 'harbour' },
    path: 'website',
    says: /whole address/,
  },
])('an experience with $what is refused', async ({ data, path, says }) => {
  const told = await complaints(() =>
    create('experiences', published({ ...minimalExperience('Wrong'), ...data })),
  )
  expect(told).toMatchObject({ [path]: expect.stringMatching(says) })
})

test.each<{ what: string; slug: GlobalSlug; data: Data; path: string; says: RegExp }>([
  {
    what: 'a telephone number in words',
    slug: 'resume',
    data: { contact: { phone: 'call me' } },
    path: 'contact.phone',
    says: /\+47/,
  },
  {
    what: 'a country by its name',
    slug: 'resume',
    data: { contact: { countryCode: 'Norway' } },
    path: 'contact.countryCode',
    says: /two capital letters/,
  },
  {
    what: 'a school without a name',
    slug: 'resume',
    data: { education: [{ area: 'A' }] },
    path: 'education.0.institution',
    says: /required/,
  },
  {
    what: 'a link that leaves its scheme open',
    slug: 'site',
    data: {
      ...fullSite({ media: '' }),
      portrait: null,
      seo: {},
      footerLinks: [{ label: 'L', href: '//evil.example' }],
    },
    path: 'footerLinks.0.href',
    says: /path/,
  },
  {
    what: 'a fourth button at the top',
    slug: 'site',
    data: {
      ...fullSite({ media: '' }),
      portrait: null,
      seo: {},
      hero: { actions: rows(4, { label: 'L', href: '/' }) },
    },
    path: 'hero.actions',
    says: /3/,
  },
])('in $slug, $what is refused', async ({ slug, data, path, says }) => {
  const told = await complaints(() => updateGlobal(slug, data))
  expect(told).toEqual({ [path]: expect.stringMatching(says) })
})

describe('what the database alone notices is the mistake of who sent it', () => {
  const gone = 'c0ffee00-0000-4000-8000-000000000000'
  let token: string
  beforeAll(async () => {
    const login = { email: editor.email, password: PASSWORD }
    const answer = await cms.payload.login({ collection: 'users', data: login })
    token = String(answer.token)
  })

  test.each<{ what: string; data: Data }>([
    { what: 'a cover that is gone', data: { cover: gone } },
    {
      what: 'a document whose file is gone',
      data: { documents: [{ title: 'T', file: gone }] },
    },
    { what: 'a technology without an id', data: { technologies: ['c'] } },
    { what: 'a zero byte', data: { summary: 'a\u0000b' } },
  ])('$what', async ({ data }) => {
    const title = `Refused ${Math.random()}`
    const { status, body } = await cms.rest('/projects', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `JWT ${token}` },
      body: JSON.stringify({ ...minimalProject(title), ...data, _status: 'published' }),
    })
    const { errors } = body as { errors: { message: string }[] }
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expect(errors[0]?.message).toMatch(/^[A-Z]/)
    expect(errors[0]?.message).not.toContain('Something went wrong')
    const { totalDocs } = await cms.payload.count({
      collection: 'projects',
      where: { title: { equals: title } },
      overrideAccess: true,
    })
    expect(totalDocs).toBe(0)
  })
})

test('an icon that does not exist is refused together with those that may be meant', async () => {
  const told = await complaints(() =>
    create('technologies', { name: 'Postgres', category: 'platform', icon: 'postgres' }),
  )
  expect(told.icon).toContain('postgresql')
})

test('staff get icons to choose from, drawn and a portion at a time, and nobody else does', async () => {
  const headers = { authorization: await logIn(cms, editor) }
  const ask = async (query: string) => {
    const { status, body } = await cms.rest(`/technologies/icons?${query}`, { headers })
    expect(status).toBe(200)
    return body as { icons: { slug: string; path: string }[]; total: number }
  }
  const first = await ask('q=')
  expect(first.total).toBeGreaterThan(3000)
  expect(first.icons).toHaveLength(ICONS.portion)
  expect(first.icons[0]?.path).toMatch(/^M/i)
  const next = await ask(`q=&from=${ICONS.portion}`)
  expect(next.icons).toHaveLength(ICONS.portion)
  expect(next.icons).not.toContainEqual(first.icons[0])
  expect((await ask('q=Node.js')).icons[0]).toMatchObject({ slug: 'nodedotjs' })
  expect((await ask('q=..%2F..%2Fpackage')).icons).toEqual([])
  for (const wrong of [`q=${'x'.repeat(81)}`, 'from=-1', 'from=x']) {
    expect((await cms.rest(`/technologies/icons?${wrong}`, { headers })).status).toBe(400)
  }
  expect((await cms.rest('/technologies/icons?q=c')).status).toBe(403)
})
