// Pages, texts and diagrams as the public API tells them, with what they name as far as visitors see it.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { file, png, tarGz } from '../support/files.ts'
import { bodyBlocksOf, layoutOf } from '../support/page-samples.ts'
import {
  api,
  type Collection,
  cms,
  create,
  type Data,
  get,
  project,
  slugsOf,
  startApi,
  stopApi,
} from '../support/public-api.ts'
import { mp4 } from '../support/videos.ts'

beforeAll(startApi)
afterAll(stopApi)

const update = (collection: Collection, id: string, data: Data) =>
  cms.payload.update({ collection, id, data: data as never, overrideAccess: true })

/** As it is now, whenever the site hears of it. */
const ask = async (path: string) => {
  await api.empty()
  return get(path)
}
const json = async (path: string) => (await ask(path)).json() as Promise<Data>
const statusOf = async (path: string) => (await ask(path)).status

const textOf = (...children: object[]) => ({
  root: { type: 'root', direction: null, format: '', indent: 0, version: 1, children },
})
const blockIn = (fields: object) => ({ type: 'block', version: 2, format: '', fields })

test('a video of the library is told with its captions, each at an address where it is', async () => {
  const text = 'WEBVTT\n\n00:01.000 --> 00:04.500\nA fork is taken.\n'
  const clip = mp4({ width: 64, height: 36, seconds: 5, note: '' })
  const { id } = await cms.payload.create({
    collection: 'media',
    data: { title: 'A talk', captions: [{ language: 'fr', text }] },
    file: file('talk.mp4', 'video/mp4', clip),
    overrideAccess: true,
  })
  const video = { id: 'video', blockType: 'video', title: 'A talk', source: 'upload', file: id }
  await project('With a talk', { body: textOf(blockIn(video)) })
  const { body } = await json('/projects/with-a-talk')
  const [told] = body as { captions: { language: string; url: string }[] }[]
  expect(told?.captions).toEqual([{ language: 'fr', url: expect.any(String) }])
  const { url = '' } = told?.captions[0] ?? {}
  expect(await cms.rest(url.replace(/^\/api/, ''))).toEqual({ status: 200, body: text })
})

describe('a page', () => {
  const page = (title: string, layout: object[], more: Data = {}) =>
    create('pages', { title, layout, _status: 'published', ...more })
  const hero = { blockType: 'hero', title: 'H' }

  test('is listed and told while it is published and not in the trash', async () => {
    await page('Zebra', [hero])
    const { id } = await page('About', [hero])
    await page('Unfinished page', [hero], { _status: 'draft' })
    expect(await json('/pages?pageSize=1')).toMatchObject({
      items: [{ slug: 'about', title: 'About', updatedAt: expect.any(String) }],
      total: 2,
      pages: 2,
    })
    expect(await json('/pages/about')).toMatchObject({ layout: [{ type: 'hero', title: 'H' }] })
    expect(await statusOf('/pages/unfinished-page')).toBe(404)
    await update('pages', id, { deletedAt: new Date().toISOString() })
    expect(await statusOf('/pages/about')).toBe(404)
    expect(slugsOf(await json('/pages'))).toEqual(['zebra'])
  })

  test('shows every block of its layout and of its texts, with what they name', async () => {
    const media = await cms.payload.create({
      collection: 'media',
      data: { alt: 'A dot' },
      file: await png('page.png', 600, 300),
      overrideAccess: true,
    })
    const technology = await create('technologies', {
      name: 'Ada',
      slug: 'ada',
      category: 'language',
    })
    const shown = await project('Shown on a page', { cover: media.id })
    const samples = { media: media.id, technology: technology.id, project: shown.id }
    const link = {
      type: 'link',
      fields: { linkType: 'internal', doc: { relationTo: 'projects', value: shown.id } },
      children: [{ type: 'text', text: 'there' }],
    }
    const body = textOf(
      { type: 'paragraph', children: [link] },
      ...bodyBlocksOf(samples).map(blockIn),
    )
    await page('Everything', [...layoutOf(samples), { blockType: 'prose', body }])
    const { layout } = (await json('/pages/everything')) as { layout: Data[] }
    expect(layout).toHaveLength(15)
    const image = { alt: 'A dot', width: 600, sizes: expect.arrayContaining([expect.anything()]) }
    const linked = { slug: 'shown-on-a-page', title: 'Shown on a page' }
    expect(layout).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({ type: 'hero', picture: expect.objectContaining(image) }),
        expect.objectContaining({
          type: 'caseStudy',
          project: expect.objectContaining(linked),
        }),
        expect.objectContaining({
          type: 'projectList',
          projects: [expect.objectContaining({ ...linked, cover: expect.objectContaining(image) })],
        }),
        expect.objectContaining({
          type: 'technologyGroups',
          groups: [
            expect.objectContaining({ technologies: [expect.objectContaining({ name: 'Ada' })] }),
          ],
        }),
      ]),
    )
    const [paragraph, ...blocks] = layout.at(-1)!.body as Data[]
    expect(paragraph).toMatchObject({ pieces: [{ type: 'link', project: 'shown-on-a-page' }] })
    expect(blocks).toHaveLength(11)
    expect(blocks).toContainEqual({
      type: 'gallery',
      name: 'Views',
      description: 'Two',
      images: [{ image: expect.objectContaining(image), caption: 'One' }],
    })
    expect(JSON.stringify(layout)).not.toContain(media.id)
  })

  test('lists the projects that its rule selects now, and none that it may not', async () => {
    const technology = await create('technologies', {
      name: 'Cobol',
      slug: 'cobol',
      category: 'language',
    })
    const made = { technologies: [technology.id], order: 2 }
    const second = await project('Listed second', made)
    await project('Listed first', { ...made, order: 1 })
    await project('Listed never', { ...made, _status: 'draft' })
    const byRule = { blockType: 'projectList', choice: 'rule', technology: technology.id, limit: 5 }
    const byHand = { blockType: 'projectList', choice: 'hand', projects: [second.id] }
    await page('Lists', [byRule, { ...byRule, limit: 1 }, byHand])
    const lists = async () =>
      ((await json('/pages/lists')).layout as Data[]).map(({ projects }) =>
        (projects as Data[]).map(({ slug }) => slug),
      )
    expect(await lists()).toEqual([
      ['listed-first', 'listed-second'],
      ['listed-first'],
      ['listed-second'],
    ])
    await update('projects', second.id, { deletedAt: new Date().toISOString() })
    expect(await lists()).toEqual([['listed-first'], ['listed-first'], []])
  })
})

test('diagrams are told wherever they are, with the drawings that are stored', async () => {
  const drawing =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9" /></svg>'
  const diagram = { kind: 'svg', source: drawing, textAlternative: 'A line' }
  await project('Drawn', {
    diagrams: [diagram],
    body: textOf(blockIn({ blockType: 'diagram', ...diagram })),
  })
  await create('experiences', {
    company: 'Drawn works',
    role: 'R',
    slug: 'drawn-works',
    period: { start: '2024-01-01' },
    architecture: { description: 'D', diagrams: [diagram] },
    _status: 'published',
  })
  const kept = { kind: 'svg', textAlternative: 'A line', lightSvg: expect.stringMatching(/^<svg/) }
  expect(await json('/projects/drawn')).toMatchObject({
    diagrams: [kept],
    body: [{ type: 'diagram', diagram: kept }],
  })
  expect(await json('/experiences/drawn-works')).toMatchObject({
    architecture: 'D',
    diagrams: [kept],
  })
})

test('a step in a terminal names its demo only while that may be started', async () => {
  const archive = await cms.payload.create({
    collection: 'archives',
    data: {},
    file: await tarGz('demo.tar.gz', { 'main.c': 'int main;' }),
    overrideAccess: true,
  })
  const demo = await create('demos', {
    title: 'Try it',
    archive: archive.id,
    toolchain: 'c',
    enabled: true,
  })
  const step = { blockType: 'terminalStep', label: 'L', command: './a', demo: demo.id }
  await project('Steps', { body: textOf(blockIn(step)) })
  const shown = async () => ((await json('/projects/steps')).body as Data[])[0]
  expect(await shown()).toMatchObject({ demo: { id: demo.id, title: 'Try it' } })
  await update('demos', demo.id, { enabled: false })
  expect(await shown()).toMatchObject({ demo: null, isForOwnDemo: false })
})
