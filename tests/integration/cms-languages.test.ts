// Content in two languages: what visitors read in each, what stands in for what is not translated, and how it is written.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { ownerRest } from '../support/owner-rest.ts'
import { layoutWithoutFiles } from '../support/page-samples.ts'
import {
  api,
  cms,
  create,
  type Data,
  json,
  project,
  startApi,
  stopApi,
} from '../support/public-api.ts'
import { paragraph } from '../support/rich-text.ts'

let owner: Awaited<ReturnType<typeof ownerRest>>

beforeAll(async () => {
  await startApi()
  owner = await ownerRest()
})
afterAll(stopApi)

const lines = async (path: string) => ((await json(path)) as { items: Data[] }).items

describe('a project that is translated', () => {
  let id: string
  let rows: { id: string }[]

  beforeAll(async () => {
    const made = await project('A lamp', {
      order: 1,
      summary: 'It lights up.',
      body: paragraph('English words.'),
      features: [{ text: 'Bright', completion: 100 }, { text: 'Cheap' }],
      seo: { title: 'A lamp for everybody', description: 'Lamp.' },
    })
    id = made.id
    rows = (made as unknown as { features: { id: string }[] }).features
    await project('Next one', { order: 2 })
    await api.empty()
    // As the admin does it: everything, with nothing where there is no French yet.
    await owner.inFrench(`/projects/${id}`, {
      title: 'Une lampe',
      summary: '',
      body: paragraph(''),
      features: [
        { ...rows[0], text: 'Lumineuse' },
        { ...rows[1], text: null },
      ],
      seo: { title: null, description: 'Lampe.' },
      _status: 'published',
    })
  })

  test('is read in French, with English where no French is written, and in English as before', async () => {
    expect(await json('/projects/a-lamp?locale=fr')).toMatchObject({
      slug: 'a-lamp',
      title: 'Une lampe',
      summary: 'It lights up.',
      body: [{ type: 'paragraph', pieces: [{ text: 'English words.' }] }],
      features: [
        { text: 'Lumineuse', completion: 100 },
        { text: 'Cheap', completion: null },
      ],
      seo: { title: 'A lamp for everybody', description: 'Lampe.' },
      next: { title: 'Next one' },
    })
    const english = { title: 'A lamp', features: [{ text: 'Bright' }, { text: 'Cheap' }] }
    expect(await json('/projects/a-lamp')).toMatchObject(english)
    expect(await json('/projects/a-lamp?locale=en')).toMatchObject(english)
  })

  test('stands in lists and beside its neighbours under its French name', async () => {
    expect(await lines('/projects?locale=fr')).toMatchObject([
      { title: 'Une lampe', summary: 'It lights up.' },
      { title: 'Next one' },
    ])
    expect(await lines('/projects')).toMatchObject([{ title: 'A lamp' }, { title: 'Next one' }])
    const titles = async (more: string) =>
      (await lines(`/projects?sort=title${more}`)).map(({ title }) => title)
    expect(await titles('')).toEqual(['A lamp', 'Next one'])
    expect(await titles('&locale=fr')).toEqual(['Next one', 'Une lampe'])
    const beside = async (more: string) =>
      ((await json(`/projects/next-one${more}`)).previous as Data).title
    expect([await beside(''), await beside('?locale=fr')]).toEqual(['A lamp', 'Une lampe'])
  })

  test('is found in each language by what readers of it read', async () => {
    const found = async (q: string, locale: string) =>
      (await lines(`/search?q=${q}&locale=${locale}`)).map(({ title }) => title)
    expect(await found('lampe', 'fr')).toEqual(['Une lampe'])
    expect(await found('lights', 'fr')).toEqual(['Une lampe'])
    expect(await found('bright', 'fr')).toEqual([])
    expect(await found('bright', 'en')).toEqual(['A lamp'])
    expect(await found('lumineuse', 'en')).toEqual([])
  })

  test('keeps its address, whatever it is called in French', async () => {
    await owner.inFrench(`/projects/${id}`, { title: 'Une autre lampe', _status: 'draft' })
    await owner.inFrench(`/projects/${id}`, { title: 'Une lampe', slug: '', _status: 'published' })
    expect(await json('/projects/a-lamp?locale=fr')).toMatchObject({ title: 'Une lampe' })
  })

  test('does not lose its French when the English is written anew', async () => {
    const { body } = await owner.write('PATCH', `/projects/${id}`, {
      summary: 'It lights up well.',
      features: [
        { ...rows[1], text: 'Cheap' },
        { ...rows[0], text: 'Very bright' },
      ],
      _status: 'published',
    })
    expect(body).toMatchObject({ doc: { title: 'A lamp' } })
    await api.empty()
    expect(await json('/projects/a-lamp?locale=fr')).toMatchObject({
      title: 'Une lampe',
      summary: 'It lights up well.',
      features: [{ text: 'Cheap' }, { text: 'Lumineuse' }],
    })
  })

  test('is noted in the log with what changed in which language', async () => {
    await owner.inFrench(`/projects/${id}`, { title: 'Une lampe neuve', _status: 'published' })
    const { docs } = await cms.payload.find({
      collection: 'audit-log' as 'projects',
      where: { documentId: { equals: id } } as never,
      sort: '-createdAt',
      limit: 1,
      overrideAccess: true,
    })
    expect(docs[0]).toMatchObject({ action: 'publish', documentTitle: 'Une lampe neuve' })
    const { changes } = docs[0] as unknown as { changes: string }
    expect(String(changes).split('\n')).toEqual([
      'Title (Français): “Une lampe” → “Une lampe neuve”',
    ])
    await owner.inFrench(`/projects/${id}`, { title: 'Une lampe', _status: 'published' })
  })

  test('comes back in both languages when an old version is restored', async () => {
    const { docs } = await cms.payload.findVersions({
      collection: 'projects',
      where: { parent: { equals: id }, 'version.title': { equals: 'Une lampe neuve' } },
      locale: 'fr',
      overrideAccess: true,
    })
    const version = docs[0]?.id
    await owner.write('POST', `/projects/versions/${version}?locale=en`)
    await api.empty()
    const title = async (more: string) => (await json(`/projects/a-lamp${more}`)).title
    expect([await title(''), await title('?locale=fr')]).toEqual(['A lamp', 'Une lampe neuve'])
  })

  test('is copied in both languages', async () => {
    const { body } = await owner.write('POST', `/projects/${id}/duplicate`)
    const copy = (body as { doc: { id: string } }).doc.id
    expect((await owner.read(`/projects/${copy}?locale=fr&draft=true`)).body).toMatchObject({
      title: expect.stringContaining('Une lampe neuve'),
      features: [{ text: 'Cheap' }, { text: 'Lumineuse' }],
    })
    await owner.write('DELETE', `/projects/${copy}`)
  })
})

describe('a page', () => {
  test('has its blocks in both languages', async () => {
    const technology = await create('technologies', { name: 'C', slug: 'c', category: 'language' })
    const shown = await project('Shown')
    const samples = { technology: technology.id, project: shown.id }
    const layout = layoutWithoutFiles(samples)
    const made = (await create('pages', {
      title: 'About',
      layout,
      _status: 'published',
    })) as unknown as { id: string; layout: Data[] }
    const english = await json('/pages/about')
    expect(await json('/pages/about?locale=fr')).toEqual(english)

    const [hero, prose, ...others] = made.layout
    const french = [
      { ...prose, body: paragraph('Des mots') },
      { ...hero, title: 'En haut', text: null },
      ...others,
    ]
    await owner.inFrench(`/pages/${made.id}`, {
      title: 'À propos',
      layout: french,
      _status: 'published',
    })
    expect(await json('/pages/about?locale=fr')).toMatchObject({
      title: 'À propos',
      layout: [
        { type: 'prose', body: [{ pieces: [{ text: 'Des mots' }] }] },
        { type: 'hero', title: 'En haut', text: 'T', actions: [{ label: 'Go' }] },
        ...(english.layout as Data[]).slice(2),
      ],
    })
    expect((await json('/pages/about')).layout).toEqual([
      (english.layout as Data[])[1],
      (english.layout as Data[])[0],
      ...(english.layout as Data[]).slice(2),
    ])
    expect(await lines('/pages?locale=fr')).toMatchObject([{ title: 'À propos' }])
  })
})

describe('writing in French', () => {
  test('asks for nothing that is written in English, and for all that is not', async () => {
    const page = await owner.write('POST', '/pages?draft=true', { title: 'Words' })
    const { id } = (page.body as { doc: { id: string } }).doc
    const layout = [
      { blockType: 'callToAction', title: 'Go', actions: [{ label: 'On', href: '/' }] },
    ]
    await owner.write('PATCH', `/pages/${id}`, { layout, _status: 'published' })
    await owner.inFrench(`/pages/${id}`, { _status: 'published' })

    const stored = (await owner.read(`/pages/${id}`)).body as { layout: Data[] }
    const added = [
      ...stored.layout,
      { blockType: 'callToAction', title: 'Allez', actions: [{ label: 'Là', href: '/' }] },
    ]
    const { status, body } = await owner.write('PATCH', `/pages/${id}?locale=fr`, {
      layout: added,
      _status: 'published',
    })
    expect(status).toBe(400)
    const { errors } = body as { errors: { data: { errors: Data[] } }[] }
    expect(errors[0]?.data.errors).toMatchObject([
      { path: 'layout.1.title', message: expect.stringMatching(/^English: /) },
      { path: 'layout.1.actions.0.label' },
    ])
  })

  test('saves the settings of the site, which need texts, in parts', async () => {
    await owner.write('POST', '/globals/site', {
      name: 'A. Person',
      title: 'Engineer',
      intro: 'I make things.',
      navigation: [{ label: 'Work', href: '/projects' }],
    })
    const french = { title: 'Ingénieure', languages: ['fr'] }
    const { status, body } = await owner.write('POST', '/globals/site?locale=fr', french)
    expect({ status, body }).toMatchObject({ status: 200 })
    await api.empty()
    expect(await json('/site?locale=fr')).toMatchObject({
      name: 'A. Person',
      title: 'Ingénieure',
      intro: 'I make things.',
      navigation: [{ label: 'Work' }],
      languages: ['en', 'fr'],
    })
    // Nothing of the English was taken for French.
    await owner.write('POST', '/globals/site', { intro: 'I make better things.', languages: [] })
    await api.empty()
    expect(await json('/site?locale=fr')).toMatchObject({
      title: 'Ingénieure',
      intro: 'I make better things.',
      languages: ['en'],
    })
  })

  test('is what visitors read beside every terminal, and all that they read of how those are set up', async () => {
    expect(await json('/site')).toMatchObject({ terminalNotice: null })
    await owner.write('POST', '/globals/terminal', { notice: 'Back at noon.' })
    await api.empty()
    expect(await json('/site?locale=fr')).toMatchObject({ terminalNotice: 'Back at noon.' })
    const french = await owner.write('POST', '/globals/terminal?locale=fr', {
      notice: 'De retour à midi.',
    })
    expect(french).toMatchObject({ status: 200 })
    await api.empty()
    expect(await json('/site?locale=fr')).toMatchObject({ terminalNotice: 'De retour à midi.' })
    const site = await json('/site')
    expect(site).toMatchObject({ terminalNotice: 'Back at noon.' })
    expect(JSON.stringify(site)).not.toMatch(/capacity|maxSessions|replay/)
    const status = await cms.rest('/terminal/status')
    expect(status.body).toMatchObject({ notice: 'Back at noon.' })
  })

  test('gives lists of words to the résumé', async () => {
    const { body } = await owner.write('POST', '/globals/resume', {
      _status: 'published',
      headline: 'Engineer',
      interests: [{ name: 'Sea', keywords: ['sailing', 'rowing'] }],
    })
    const { interests } = (body as { result: { interests: Data[] } }).result
    const french = await owner.write('POST', '/globals/resume?locale=fr', {
      interests: [{ ...interests[0], name: 'Mer', keywords: ['voile'] }],
    })
    expect(french).toMatchObject({ status: 200 })
    await api.empty()
    expect(await json('/resume?locale=fr')).toMatchObject({
      headline: 'Engineer',
      interests: [{ name: 'Mer', keywords: ['voile'] }],
    })
    expect(await json('/resume')).toMatchObject({
      interests: [{ name: 'Sea', keywords: ['sailing', 'rowing'] }],
    })
    const forPrograms = await cms.rest('/globals/resume/json?locale=fr')
    expect(forPrograms.body).toMatchObject({ interests: [{ name: 'Mer', keywords: ['voile'] }] })
  })

  test('waits for English before a document that began in French has an address', async () => {
    const begun = await owner.write('POST', '/projects?draft=true&locale=fr', {
      title: 'Commencé en français',
      kind: 'personal',
    })
    const { id, slug } = (begun.body as { doc: { id: string; slug?: string } }).doc
    expect(slug).toBeFalsy()
    const early = await owner.write('PATCH', `/projects/${id}?locale=fr`, {
      summary: 'Phrase.',
      _status: 'published',
    })
    expect(early).toMatchObject({ status: 400 })
    await owner.write('PATCH', `/projects/${id}`, {
      title: 'Begun in French',
      summary: 'Sentence.',
      _status: 'published',
    })
    await api.empty()
    expect(await json('/projects/begun-in-french?locale=fr')).toMatchObject({
      title: 'Commencé en français',
    })
  })
})

describe('a language that there is not', () => {
  test.each(['locale=all', 'locale=*', 'locale=de', 'locale=fr&publishSpecificLocale=fr'])(
    'is not written in: %s',
    async (query) => {
      const { docs } = (await owner.read('/projects?where[slug][equals]=a-lamp')).body as {
        docs: Data[]
      }
      const [before] = docs
      const answer = await owner.write('PATCH', `/projects/${before?.id}?${query}`, {
        title: 'Lost',
      })
      expect(answer).toMatchObject({ status: 400, body: { code: 'bad-request' } })
      const after = await owner.read(`/projects/${before?.id}?draft=true`)
      expect(after.body).toMatchObject({ title: before?.title })
      const settings = await owner.write('POST', `/globals/site?${query}`, { title: 'Lost' })
      expect(settings).toMatchObject({ status: 400, body: { code: 'bad-request' } })
    },
  )

  test('gives strangers no way around the rules for reading', async () => {
    expect(await cms.rest('/projects?locale=fr&limit=1')).toMatchObject({ status: 200 })
    for (const query of ['locale=all', 'locale=*', 'locale=de', 'fallback-locale=fr']) {
      const refused = { status: 400, body: { code: 'query-refused' } }
      expect(await cms.rest(`/projects?${query}`)).toMatchObject(refused)
    }
    await create('projects', { title: 'Hidden', kind: 'personal', _status: 'draft' })
    const { body } = await cms.rest('/projects?locale=fr')
    expect(JSON.stringify(body)).not.toContain('Hidden')
  })
})

test('a preview leads to the language in which the document was open, once visitors have it', async () => {
  const { docs } = (await owner.read('/projects?limit=1')).body as { docs: { id: string }[] }
  const link = async () => {
    const asked = { collection: 'projects', id: docs[0]?.id, locale: 'fr' }
    return new URL(
      ((await owner.write('POST', '/preview-links', asked)).body as { url: string }).url,
    )
  }
  await owner.write('POST', '/globals/site', { languages: [] })
  expect((await link()).searchParams.get('locale')).toBeNull()
  await owner.write('POST', '/globals/site', { languages: ['fr'] })
  const url = await link()
  expect(url.searchParams.get('locale')).toBe('fr')
  await owner.inFrench(`/projects/${docs[0]?.id}`, { title: 'Brouillon', _status: 'draft' })
  const seen = await cms.rest('/preview-draft?locale=fr', {
    headers: { 'x-preview-token': url.searchParams.get('token') ?? '' },
  })
  expect(seen.body).toMatchObject({ document: { title: 'Brouillon' } })
})

test('the checklist counts what waits for its translation, once visitors have the language', async () => {
  const { id } = await project('Nothing in French yet', { summary: 'Two texts.' })
  const advice = async () => {
    const { body } = await owner.read(`/projects/${id}/checklist?draft=true&locale=fr`)
    return (body as { items: Data[] }).items.filter(({ rule }) => rule === 'translation')
  }
  await owner.write('POST', '/globals/site', { languages: [] })
  expect(await advice()).toEqual([])
  await owner.write('POST', '/globals/site', { languages: ['fr'] })
  expect(await advice()).toMatchObject([{ level: 'advice', where: { path: 'title' } }])
  await owner.inFrench(`/projects/${id}`, {
    title: 'Rien',
    summary: 'Deux textes.',
    _status: 'published',
  })
  expect(await advice()).toEqual([])
})
