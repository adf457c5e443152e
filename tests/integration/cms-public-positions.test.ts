// What the public API says of positions and of the résumé.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { eventually } from '../support/eventually.ts'
import {
  api,
  cms,
  create,
  type Data,
  get,
  json,
  project,
  site,
  slugsOf,
  startApi,
  stopApi,
  told,
  update,
} from '../support/public-api.ts'

beforeAll(startApi)
afterAll(stopApi)
beforeEach(() => {
  site.received.length = 0
})

describe('a position', () => {
  const position = (company: string, more: Data = {}) =>
    create('experiences', {
      company,
      role: 'Engineer',
      slug: company.toLowerCase(),
      period: { start: '2024-01-01' },
      _status: 'published',
      ...more,
    })

  test('leads to its published projects, and they to it, as long as it is shown', async () => {
    const { id } = await position('Acme')
    await project('At Acme', { experience: id })
    await project('Draft at Acme', { experience: id, _status: 'draft' })
    const binned = await project('Binned at Acme', { experience: id })
    await update(binned.id, { deletedAt: new Date().toISOString() })
    await position('Hidden', { active: false })
    await api.empty()
    expect(await json('/experiences/acme')).toMatchObject({
      company: 'Acme',
      period: { start: '2024-01-01', end: null },
      projects: [{ slug: 'at-acme', title: 'At Acme', summary: 'It works.' }],
    })
    expect(slugsOf(await json('/experiences'))).toEqual(['acme'])
    expect(slugsOf(await json('/projects?experience=acme'))).toEqual(['at-acme'])
    expect(await json('/projects/at-acme')).toMatchObject({ experience: { slug: 'acme' } })
    expect((await get('/projects/binned-at-acme')).status).toBe(404)
    expect((await get('/experiences/hidden')).status).toBe(404)

    site.received.length = 0
    await cms.payload.update({
      collection: 'experiences',
      id,
      data: { active: false, _status: 'published' },
      overrideAccess: true,
    })
    await told('acme')
    expect((await get('/experiences/acme')).status).toBe(404)
    expect(await json('/projects/at-acme')).toMatchObject({ experience: null })
    expect(slugsOf(await json('/projects?experience=acme'))).toEqual([])
  })

  test('is in the résumé, in its order, or with all that are shown', async () => {
    const website = 'https://bee.example/'
    const impact = [{ value: '3×', label: 'faster', description: 'Minutes' }]
    const [b, a] = [await position('Bee', { website, impact }), await position('Ant')]
    await create('experiences', {
      company: 'Unfinished',
      role: 'R',
      period: { start: '2024-01-01' },
      _status: 'draft',
    })
    await api.empty()
    const companies = async () =>
      ((await json('/resume')).experiences as Data[]).map(({ company }) => company)
    expect((await companies()).sort()).toEqual(['Ant', 'Bee'])
    site.received.length = 0
    await cms.payload.updateGlobal({
      slug: 'resume',
      data: {
        experiences: [b.id, a.id],
        languages: [{ language: 'Norwegian' }],
        _status: 'published',
      },
      overrideAccess: true,
    })
    await eventually('the site hears of the résumé', () =>
      site.received.some(({ body }) => body.collection === 'resume'),
    )
    expect(await companies()).toEqual(['Bee', 'Ant'])
    expect(await json('/resume')).toMatchObject({
      experiences: [
        { website, impact },
        { website: null, impact: [] },
      ],
      languages: [{ language: 'Norwegian', fluency: null }],
    })
  })
})
