// What a message names besides the document that changed: every page that shows a part of it, and no other.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { startTestCms, type TestCms } from '../support/cms.ts'
import { onePixelPng, tarGz } from '../support/files.ts'

let cms: TestCms
let counter = 0

beforeAll(async () => {
  cms = await startTestCms()
})
afterAll(() => cms?.stop())

const sent = async (): Promise<Record<string, unknown>[]> => {
  const { docs } = await cms.payload.find({
    collection: 'webhook-deliveries',
    sort: 'createdAt',
    pagination: false,
    overrideAccess: true,
  })
  return docs.map(({ message }) => JSON.parse(message))
}

/** What the messages of `act` say, together. */
const reachOf = async (act: () => Promise<unknown>) => {
  const before = (await sent()).length
  await act()
  const messages = (await sent()).slice(before)
  expect(messages).toHaveLength(1)
  const { related, isEverywhere } = messages[0] as {
    related: { collection: string; slug: string }[]
    isEverywhere: boolean
  }
  return isEverywhere
    ? 'everywhere'
    : related.map((page) => `${page.collection}/${page.slug}`).sort()
}

const make = (data: Record<string, unknown>) =>
  cms.payload.create({
    collection: 'projects',
    data: { kind: 'personal', summary: 'It works.', _status: 'published', ...data } as never,
    overrideAccess: true,
  })

const everything = { where: { id: { exists: true } }, trash: true, overrideAccess: true } as const
beforeEach(async () => {
  counter += 1
  await cms.payload.delete({ collection: 'projects', ...everything })
  await cms.payload.delete({ collection: 'experiences', ...everything })
})

const technology = () =>
  cms.payload.create({
    collection: 'technologies',
    data: { name: `T${counter}`, slug: `t${counter}`, category: 'tool' },
    overrideAccess: true,
  })

const picture = async () =>
  cms.payload.create({
    collection: 'media',
    data: { alt: 'A dot' },
    file: await onePixelPng(`${counter}.png`),
    overrideAccess: true,
  })

const change = (
  collection: 'technologies' | 'media' | 'demos' | 'projects',
  id: string,
  data: object,
) => cms.payload.update({ collection, id, data, overrideAccess: true })

const body = (...children: object[]) => ({
  root: { type: 'root', version: 1, format: '', indent: 0, direction: null, children },
})

describe('a technology', () => {
  test('is on the published projects that name it, also when it is deleted', async () => {
    const { id } = await technology()
    await make({ title: 'Uses it', technologies: [id] })
    await make({ title: 'Does not' })
    await make({ title: 'Draft', technologies: [id], _status: 'draft' })
    expect(await reachOf(() => change('technologies', id, { order: 3 }))).toEqual([
      'projects/uses-it',
    ])
    const gone = () => cms.payload.delete({ collection: 'technologies', id, overrideAccess: true })
    expect(await reachOf(gone)).toEqual(['projects/uses-it'])
  })

  test('that is new is on none', async () => {
    await make({ title: 'Other' })
    expect(await reachOf(technology)).toEqual([])
  })
})

describe('a picture', () => {
  test('is on pages that have it as cover, in a gallery or in their text', async () => {
    const { id } = await picture()
    await make({ title: 'Cover', cover: id })
    await make({ title: 'Gallery', galleries: [{ name: 'G', images: [{ media: id }] }] })
    await make({ title: 'None' })
    expect(await reachOf(() => change('media', id, { alt: 'Another' }))).toEqual([
      'projects/cover',
      'projects/gallery',
    ])
  })

  test('that a global names may be everywhere', async () => {
    const { id } = await picture()
    await cms.payload.updateGlobal({
      slug: 'site',
      data: { name: 'N', title: 'T', intro: 'I', seo: { image: id } },
      overrideAccess: true,
    })
    expect(await reachOf(() => change('media', id, { alt: 'Another' }))).toBe('everywhere')
    await cms.payload.updateGlobal({
      slug: 'site',
      data: { seo: { image: null } },
      overrideAccess: true,
    })
  })
})

test('a demo is on the projects that show it', async () => {
  const archive = await cms.payload.create({
    collection: 'archives',
    data: {},
    file: await tarGz(`${counter}.tar.gz`, { 'main.c': 'x' }),
    overrideAccess: true,
  })
  const { id } = await cms.payload.create({
    collection: 'demos',
    data: { title: 'Demo', archive: archive.id, toolchain: 'c' },
    overrideAccess: true,
  } as never)
  await make({ title: 'Shows it', demo: id })
  expect(await reachOf(() => change('demos', String(id), { title: 'Better' }))).toEqual([
    'projects/shows-it',
  ])
})

describe('a project', () => {
  test('is on those that name it, in a field or in their text, and on those that it names', async () => {
    const position = await cms.payload.create({
      collection: 'experiences',
      data: {
        company: 'A',
        role: 'B',
        slug: 'a',
        period: { start: '2026-01-01' },
        _status: 'published',
      },
      overrideAccess: true,
    })
    const { id } = await make({ title: 'Subject', experience: position.id })
    await make({ title: 'Related', related: [id] })
    const link = {
      type: 'link',
      version: 3,
      fields: { linkType: 'internal', doc: { relationTo: 'projects', value: id } },
      children: [{ type: 'text', version: 1, text: 'there' }],
    }
    await make({ title: 'Links', body: body({ type: 'paragraph', version: 1, children: [link] }) })
    await make({ title: 'Other' })
    const expected = ['experiences/a', 'projects/links', 'projects/related']
    expect(
      await reachOf(() => change('projects', id, { summary: 'S', _status: 'published' })),
    ).toEqual(expected)
    expect(await reachOf(() => change('projects', id, { _status: 'draft' }))).toEqual(expected)
  })

  test('was on what it no longer names', async () => {
    const other = await make({ title: 'Was named' })
    const { id } = await make({ title: 'Names', related: [other.id] })
    const forget = () => change('projects', id, { related: [], _status: 'published' })
    expect(await reachOf(forget)).toEqual(['projects/was-named'])
  })

  test('in the trash is gone from the pages that name it', async () => {
    const { id } = await make({ title: 'Subject' })
    await make({ title: 'Related', related: [id] })
    const trash = () => change('projects', id, { deletedAt: new Date().toISOString() })
    expect(await reachOf(trash)).toEqual(['projects/related'])
    const [message] = (await sent()).slice(-1)
    expect(message).toMatchObject({ previousSlug: 'subject' })
    expect(message).not.toHaveProperty('slug')
  })
})

test('a page of blocks is touched by what it shows, and one that lists projects by all of them', async () => {
  const page = (title: string, layout: object[]) =>
    cms.payload.create({
      collection: 'pages',
      data: { title, layout, _status: 'published' } as never,
      overrideAccess: true,
    })
  const { id: picture1 } = await picture()
  await page('Pictures', [{ blockType: 'gallery', images: [{ media: picture1, caption: 'C' }] }])
  await page('Lists', [{ blockType: 'projectList', choice: 'rule' }])
  expect(await reachOf(() => change('media', picture1, { alt: 'Another' }))).toEqual([
    'pages/pictures',
  ])
  expect(await reachOf(() => make({ title: 'New' }))).toEqual(['pages/lists'])
  await cms.payload.delete({ collection: 'pages', ...everything })
})

test('drafts are never named', async () => {
  const { id } = await make({ title: 'Subject' })
  const { id: secret } = await make({ title: 'Secret plan', related: [id], _status: 'draft' })
  expect(
    await reachOf(() => change('projects', id, { summary: 'S', _status: 'published' })),
  ).toEqual([])
  await cms.payload.delete({ collection: 'projects', id: secret, overrideAccess: true })
  expect(JSON.stringify(await sent())).not.toContain('secret')
})
