import { describe, expect, test } from '@jest/globals'
import { jsonResume, type ResumeSources } from './json-resume.ts'

const technology = { id: 't', name: 'Erlang', slug: 'erlang', category: 'language' as const }
const period = { start: '2024-03-01T00:00:00.000Z', end: '2025-02-28T00:00:00.000Z' }

const full = {
  resume: {
    id: 'r',
    updatedAt: '2026-01-02T03:04:05.000Z',
    headline: 'Headline',
    summary: 'Summary',
    contact: {
      email: 'mail@example.com',
      phone: '+47 55 00 00 00',
      website: 'https://me.example/',
      city: 'City',
      region: 'Region',
      countryCode: 'NO',
    },
    education: [
      {
        id: 'e1',
        institution: 'Institution',
        area: 'Area',
        studyType: 'Degree',
        score: 'Score',
        period,
        website: 'https://school.example/',
        courses: ['Course one', 'Course two'],
      },
    ],
    certificates: [
      {
        id: 'c1',
        name: 'Paper',
        issuer: 'Issuer',
        date: period.end,
        website: 'https://c.example/',
      },
    ],
    skills: [{ id: 's1', name: 'Group', level: 'Level', technologies: [technology] }],
    languages: [{ id: 'l1', language: 'Language', fluency: 'Fluency' }],
    interests: [{ id: 'i1', name: 'Interest', keywords: ['Key one', 'Key two'] }],
  },
  site: {
    id: 'site',
    name: 'Name',
    title: 'Title',
    intro: 'Intro',
    socials: [{ label: 'Network', url: 'https://network.example/me' }],
  },
  experiences: [
    {
      id: 'x1',
      company: 'Company',
      role: 'Position',
      slug: 'company',
      subtitle: 'Subtitle',
      location: 'Place',
      website: 'https://company.example/',
      period: { start: period.start },
      overview: 'Overview',
      impact: [{ value: '3×', label: 'faster', description: 'Minutes' }, { label: 'calmer' }],
    },
  ],
  projects: [
    {
      id: 'p1',
      title: 'Project',
      slug: 'project',
      kind: 'school',
      summary: 'Sentence',
      period,
      role: 'Author',
      technologies: [technology, 'an-id-that-was-not-filled-in'],
    },
  ],
  siteUrl: 'https://site.example',
  language: 'en',
} as unknown as ResumeSources

const out = jsonResume(full)

/** Every text in `value`, ids and dates apart. */
const texts = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => (key === 'id' ? [] : texts(inner)))
}

/** The parts that the schema knows; it calls others errors of whoever wrote them. */
const KNOWN = {
  work: 'name location description position url startDate endDate summary highlights',
  education: 'institution url area studyType startDate endDate score courses',
  certificates: 'name date url issuer',
  skills: 'name level keywords',
  languages: 'language fluency',
  interests: 'name keywords',
  projects: 'name description highlights keywords startDate endDate url roles entity type',
} as const

test('everything that the résumé holds is in it', () => {
  const { updatedAt, ...resume } = full.resume
  const written = JSON.stringify(out)
  const days = (text: string) => text.replace(/T00:00:00\.000Z$/, '')
  const names = texts(resume).filter((text) => !['erlang', 'language'].includes(text))
  expect(names.length).toBeGreaterThan(20)
  expect(names.map(days).filter((text) => !written.includes(text))).toEqual([])
  expect(out.meta?.lastModified).toBe(updatedAt)
})

test.each(Object.keys(KNOWN) as (keyof typeof KNOWN)[])(
  '%s has only parts of the schema',
  (name) => {
    const [entry] = out[name] ?? []
    const known = KNOWN[name].split(' ')
    expect(Object.keys(entry ?? {}).filter((key) => !known.includes(key))).toEqual([])
    expect(Object.keys(entry ?? {}).length).toBeGreaterThan(1)
  },
)

test('positions and projects are told in its words', () => {
  expect(out.work).toEqual([
    {
      name: 'Company',
      position: 'Position',
      description: 'Subtitle',
      location: 'Place',
      url: 'https://company.example/',
      startDate: '2024-03-01',
      summary: 'Overview',
      highlights: ['3× faster: Minutes', 'calmer'],
    },
  ])
  expect(out.projects?.[0]).toMatchObject({
    url: 'https://site.example/projects/project',
    keywords: ['Erlang'],
    roles: ['Author'],
  })
})

test('a colon stands as the language sets it', () => {
  const french = jsonResume({ ...full, language: 'fr' })
  expect(french.work?.[0]?.highlights).toEqual(['3× faster\u202f: Minutes', 'calmer'])
})

describe('an empty résumé', () => {
  const empty = jsonResume({
    ...full,
    resume: { id: 'r' } as ResumeSources['resume'],
    experiences: [],
    projects: [],
  })

  test('takes what it can from the site', () => {
    expect(empty.basics).toMatchObject({
      name: 'Name',
      label: 'Title',
      summary: 'Intro',
      url: 'https://site.example',
    })
  })

  test('holds neither null nor an empty list', () => {
    expect(JSON.stringify(empty)).not.toMatch(/null|\[\]|""/)
  })
})
