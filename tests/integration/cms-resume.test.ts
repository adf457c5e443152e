// The résumé as a draft: what is written is seen in its preview and nowhere else until somebody publishes it.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type SeedSource, content as sample, seedFrom } from '@shellfolio/seed'
import { handleEndpoints } from 'payload'
import { fullResume, minimalExperience } from '../support/content-samples.ts'
import { api, cms, type Data, json, startApi, stopApi } from '../support/public-api.ts'
import { logIn } from '../support/upload.ts'

let editor: string
let viewer: string
let hidden: string

beforeAll(async () => {
  await startApi()
  editor = await logIn(cms, await cms.account('editor'))
  viewer = await logIn(cms, await cms.account('viewer'))
  await cms.payload.updateGlobal({
    slug: 'site',
    data: { name: 'N', title: 'T', intro: 'I', languages: ['fr'] },
    overrideAccess: true,
  })
  const position = minimalExperience('Secret employer')
  const made = await cms.payload.create({
    collection: 'experiences',
    data: position as never,
    draft: true,
    overrideAccess: true,
  })
  hidden = made.id
})
afterAll(stopApi)

const save = async (data: Data, query = '', who = editor) => {
  const { status, body } = await cms.rest(`/globals/resume${query}`, {
    method: 'POST',
    headers: { authorization: who, 'content-type': 'application/json' },
    body: JSON.stringify(data),
  })
  return { status, result: (body as { result?: Data }).result }
}
const draft = (data: Data, query = '') => save(data, `?draft=true${query}`)
const publish = (data: Data = {}, query = '') => save({ ...data, _status: 'published' }, query)
const asked = async (path: string, who?: string) =>
  (await cms.rest(path, who ? { headers: { authorization: who } } : {})) as {
    status: number
    body: Data
  }

/** The headline, by every way on which visitors and programs get it. */
const seen = async () => {
  await api.empty()
  const ofApi = (await json('/resume')).headline
  const ofRest = (await asked('/globals/resume')).body.headline
  const forPrograms = (await asked('/globals/resume/json')).body.basics as Data
  return { ofApi, ofRest, forPrograms: forPrograms.label }
}
const everywhere = (headline: string) => ({
  ofApi: headline,
  ofRest: headline,
  forPrograms: headline,
})
/** Without a headline of its own programs are told the title of the site. */
const NOWHERE = { ofApi: null, ofRest: undefined, forPrograms: 'T' }

const rowsOf = async (collection: 'audit-log' | 'webhook-deliveries', where: object) =>
  (
    await cms.payload.find({
      collection,
      where: where as never,
      sort: 'createdAt',
      pagination: false,
      overrideAccess: true,
    })
  ).docs as unknown as Data[]
const messages = async () =>
  (await rowsOf('webhook-deliveries', { subject: { equals: 'resume' } })).length
/** How many messages to the site `work` queues. */
const told = async (work: () => Promise<unknown>): Promise<number> => {
  const before = await messages()
  await work()
  return (await messages()) - before
}

describe('what was never published', () => {
  test('is seen by staff alone, and the site hears nothing of it', async () => {
    expect(await told(() => draft({ headline: 'Begun' }, '&autosave=true'))).toBe(0)
    expect(await seen()).toEqual(NOWHERE)
    for (const who of [editor, viewer]) {
      expect((await asked('/globals/resume?draft=true', who)).body).toMatchObject({
        headline: 'Begun',
        _status: 'draft',
      })
    }
  })

  test('is not overwritten by the sample content', async () => {
    const content = {
      ...sample,
      ...{ technologies: [], media: [], demos: [], experiences: [], projects: [], pages: [] },
      site: { name: 'N' },
      resume: { headline: 'Sample' },
    }
    await seedFrom(cms.payload, { content } as unknown as SeedSource)
    expect((await asked('/globals/resume?draft=true', editor)).body.headline).toBe('Begun')
    expect(await seen()).toEqual(NOWHERE)
  })
})

describe('what is published', () => {
  test('is there in every form, and stays while a draft is written', async () => {
    expect(await told(() => publish({ headline: 'Shown' }))).toBe(1)
    expect(await seen()).toEqual(everywhere('Shown'))
    expect(await told(() => draft({ headline: 'Drafted' }, '&autosave=true'))).toBe(0)
    expect(await seen()).toEqual(everywhere('Shown'))
    expect(await told(() => publish())).toBe(1)
    expect(await seen()).toEqual(everywhere('Drafted'))
  })

  test('is all that a visitor can ask for', async () => {
    await publish({ headline: 'Shown' })
    await draft({ headline: 'Drafted' })
    const { status, body } = await asked('/globals/resume?draft=true')
    expect(status).toBe(400)
    expect(JSON.stringify(body)).not.toContain('Drafted')
    expect((await asked('/globals/resume/versions')).status).toBe(403)
    expect((await save({ headline: 'Mine' }, '', viewer)).status).toBe(403)
    expect(await seen()).toEqual(everywhere('Shown'))
  })

  test('is known to be there by the form, which selects little of it', async () => {
    await publish({ headline: 'Shown' })
    await draft({ headline: 'Drafted' })
    const row = await cms.payload.findGlobal({
      slug: 'resume',
      select: { updatedAt: true },
      overrideAccess: true,
    })
    expect(row).toMatchObject({ _status: 'published' })
    expect(row).not.toHaveProperty('headline')
  })

  test('can be taken back, which the site hears', async () => {
    await publish({ headline: 'Shown' })
    expect(await told(() => save({ _status: 'draft' }))).toBe(1)
    expect(await seen()).toEqual(NOWHERE)
    expect(await told(() => publish())).toBe(1)
    expect(await seen()).toEqual(everywhere('Shown'))
  })

  test('is checked as a whole, a draft is not', async () => {
    const education = [{ area: 'A' }]
    expect((await draft({ education })).status).toBe(200)
    expect((await publish()).status).toBe(400)
    expect((await publish({ education: [] })).status).toBe(200)
  })

  test('stays when an earlier version is made the draft, and goes when one is restored', async () => {
    await publish({ headline: 'First' })
    const whole = fullResume({ technology: '', experience: '', project: '' })
    await publish({ ...whole, experiences: [], projects: [], skills: [], headline: 'Second' })
    await publish({ headline: 'Deuxième' }, '?locale=fr')
    const stored = () => cms.payload.db.findGlobal({ slug: 'resume', req: {} })
    const before = await stored()
    const { docs } = await cms.payload.findGlobalVersions({
      slug: 'resume',
      where: { 'version.headline': { equals: 'First' } },
      overrideAccess: true,
    })
    const restore = (query: string) =>
      cms.rest(`/globals/resume/versions/${docs[0]?.id}${query}`, {
        method: 'POST',
        headers: { authorization: editor },
      })
    expect(await told(() => restore('?draft=true'))).toBe(0)
    expect(await stored()).toEqual(before)
    expect(await seen()).toEqual(everywhere('Second'))
    expect((await asked('/globals/resume?draft=true', editor)).body).toMatchObject({
      headline: 'First',
      _status: 'draft',
    })
    expect(await told(() => restore(''))).toBe(1)
    expect(await seen()).toEqual(everywhere('First'))
  })
})

describe('the preview', () => {
  const mint = async (who = editor, locale = 'en') =>
    (
      await cms.rest('/preview-links', {
        method: 'POST',
        headers: { authorization: who, 'content-type': 'application/json' },
        body: JSON.stringify({ collection: 'resume', locale }),
      })
    ).body as { url: string; code?: string }
  const tokenOf = (url: string) => new URL(url).searchParams.get('token') ?? ''
  const look = async (token: string, query = '') => {
    const headers = { 'x-preview-token': token }
    const { status, body } = await cms.rest(`/preview-draft${query}`, { headers })
    return { status, ...(body as { collection?: string; code?: string; document?: Data }) }
  }

  test('shows the draft in both languages, and of other documents what visitors see', async () => {
    await publish({ headline: 'Shown' })
    await draft({ headline: 'Drafted', experiences: [hidden] })
    await draft({ headline: 'Brouillon' }, '&locale=fr')
    const token = tokenOf((await mint(viewer)).url)
    const english = await look(token)
    expect(english).toMatchObject({ status: 200, collection: 'resume' })
    expect(english.document).toMatchObject({ headline: 'Drafted', experiences: [] })
    expect(JSON.stringify(english)).not.toContain('Secret employer')
    expect(await look(token, '?locale=fr')).toMatchObject({ document: { headline: 'Brouillon' } })
    expect(await seen()).toEqual(everywhere('Shown'))
    expect((await mint(editor, 'fr')).url).toMatch(/&locale=fr$/)
  })

  test('is drawn of a draft that lacks what must be there', async () => {
    await draft({ education: [{ area: 'A' }], skills: [{}] })
    const { document } = await look(tokenOf((await mint()).url))
    expect(document).toMatchObject({ education: [{ area: 'A' }], skills: [{ technologies: [] }] })
    await draft({ education: [], skills: [] })
  })

  test('is for staff, and its token is worth nothing elsewhere', async () => {
    expect((await mint('')).code).toBe('not-allowed')
    const token = tokenOf((await mint()).url)
    const headers = { 'x-preview-token': token }
    const other = await cms.rest('/globals/resume', { headers })
    expect((other.body as Data).headline).toBe('Shown')
    expect((await look(token.replace('resume', 'site'))).code).toBe('preview-unknown')
    expect((await look(token.replace('resume', `projects.${hidden}`))).code).toBe('preview-unknown')
  })

  test('of a project is none of the résumé', async () => {
    const { body } = await cms.rest('/preview-links', {
      method: 'POST',
      headers: { authorization: editor, 'content-type': 'application/json' },
      body: JSON.stringify({ collection: 'resume', id: hidden }),
    })
    expect((body as Data).code).toBe('bad-request')
  })

  test('is opened by the button of the form, and stands beside it in the theme of the admin', async () => {
    const { admin } = cms.payload.config.globals.find(({ slug }) => slug === 'resume') ?? {}
    const button = await admin?.preview?.({}, { locale: 'fr' } as never)
    expect(button).toBe('http://cms.example/api/preview-links?collection=resume&locale=fr')
    const request = new Request(String(button), {
      headers: {
        cookie: `payload-token=${editor.replace('JWT ', '')}`,
        'sec-fetch-site': 'same-origin',
      },
    })
    const followed = await handleEndpoints({ config: cms.payload.config, request })
    expect(followed.headers.get('location')).toMatch(
      /^http:\/\/site\.example\/preview\?token=resume\./,
    )
    const { url, breakpoints } = admin?.livePreview ?? {}
    expect(breakpoints?.map(({ width }) => width)).toEqual([360, 768, 1440])
    if (typeof url !== 'function') throw new Error('The address is no function.')
    const { user } = await cms.payload.auth({ headers: new Headers({ authorization: editor }) })
    const beside = (cookie: string) =>
      url({
        data: {},
        req: { user, payload: cms.payload, headers: new Headers({ cookie }) },
      } as never)
    expect(await beside('a=b; payload-theme=dark')).toMatch(/token=resume\.[^&]+&around=dark$/)
    for (const cookie of ['', 'payload-theme=auto', 'payload-theme=%26theme']) {
      expect(await beside(cookie)).toMatch(/token=resume\.[^&]+$/)
    }
  })
})

describe('the checklist', () => {
  test('tells staff what visitors will not see, and what is not translated', async () => {
    await draft({ headline: 'H', summary: 'S', experiences: [hidden] })
    const path = '/globals/resume/checklist?draft=true'
    const { status, body } = await asked(path, viewer)
    expect(status).toBe(200)
    const items = body.items as { level: string; message: string; where: Data }[]
    expect(items.every(({ level }) => level === 'advice')).toBe(true)
    const at = (wanted: string) => items.find(({ where }) => where.path === wanted)
    expect(at('experiences')).toMatchObject({
      message: expect.stringContaining('“Secret employer” is not published'),
      where: { tab: 'Work' },
    })
    expect(at('headline')).toMatchObject({
      message: expect.stringContaining('not in Français yet'),
      where: { tab: 'Profile', label: 'Headline' },
    })
    expect((await asked(path)).status).toBe(403)
  })
})

test('the log has one entry for an hour of typing, and one for what was published', async () => {
  await publish({ headline: 'Old' })
  const someone = await cms.account('editor')
  const token = await logIn(cms, someone)
  for (const headline of ['N', 'Ne', 'New']) {
    await save({ headline }, '?draft=true&autosave=true', token)
  }
  await save({ _status: 'published' }, '', token)
  await save({ _status: 'draft' }, '', token)
  const entries = await rowsOf('audit-log', {
    actorId: { equals: someone.id },
    place: { equals: 'resume' },
  })
  expect(entries).toMatchObject([
    { action: 'draft' },
    { action: 'publish', changes: 'Headline: “Old” → “New”' },
    { action: 'unpublish' },
  ])
})
