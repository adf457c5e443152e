// Before publishing: what the checklist says of a document, and that what harms readers is not published by anybody.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Account, startTestCms, type TestCms } from '../support/cms.ts'
import { minimalExperience, minimalProject } from '../support/content-samples.ts'
import { onePixelPng, tarGz } from '../support/files.ts'
import { logIn } from '../support/upload.ts'

type Slug = 'projects' | 'experiences' | 'pages'
type Item = { level: string; message: string; where: { path: string; label: string; tab?: string } }

let cms: TestCms
let editor: Account
let authorization: Record<'editor' | 'viewer', string>

beforeAll(async () => {
  cms = await startTestCms()
  editor = await cms.account('editor')
  authorization = {
    editor: await logIn(cms, editor),
    viewer: await logIn(cms, await cms.account('viewer')),
  }
})
afterAll(() => cms?.stop())

const asEditor = () => ({ overrideAccess: false as const, user: editor })
const create = (collection: Slug, data: object, status: 'draft' | 'published' = 'draft') =>
  cms.payload.create({
    collection,
    data: { ...data, _status: status } as never,
    draft: status === 'draft',
    ...asEditor(),
  })
const publish = (collection: Slug, id: string, data: object = {}) =>
  cms.payload.update({
    collection,
    id,
    data: { ...data, _status: 'published' } as never,
    ...asEditor(),
  })
/** What the admin tells the editor, by field. */
const refusal = async (work: Promise<unknown>) => {
  const error = (await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )) as { status?: number; data?: { errors: { path: string; message: string }[] } } | undefined
  return error?.data?.errors.map(({ path, message }) => [path, message])
}
const isPublished = async (collection: Slug, id: string) => {
  const { status } = await cms.rest(`/${collection}/${id}`)
  return status === 200
}

const ask = (path: string, who: keyof typeof authorization | null = 'editor') =>
  cms.rest(path, who ? { headers: { authorization: authorization[who] } } : {})
const items = async (collection: Slug, id: string): Promise<Item[]> => {
  const { status, body } = await ask(`/${collection}/${id}/checklist?draft=true`)
  expect(status).toBe(200)
  return (body as { items: Item[] }).items
}
const told = async (collection: Slug, id: string, level?: string) =>
  (await items(collection, id))
    .filter((item) => level === undefined || item.level === level)
    .map(({ message, where: { path } }) => [path, message])

const text = (...children: unknown[]) => ({
  root: { type: 'root', direction: null, format: '', indent: 0, version: 1, children },
})
const linkTo = (url: string) => ({
  type: 'paragraph',
  children: [
    { type: 'link', fields: { linkType: 'custom', url }, children: [{ type: 'text', text: 'x' }] },
  ],
})
const linkToProject = (value: string) => ({
  type: 'paragraph',
  children: [
    {
      type: 'link',
      fields: { linkType: 'internal', doc: { relationTo: 'projects', value } },
      children: [{ type: 'text', text: 'x' }],
    },
  ],
})
const heading = (tag: string) => ({ type: 'heading', tag, children: [{ type: 'text', text: 'H' }] })

/** A picture as one of an earlier time: nobody was asked for words. */
const silentPicture = async () => {
  const { id } = await cms.payload.create({
    collection: 'media',
    data: { alt: 'A dot' },
    file: await onePixelPng('silent.png'),
    overrideAccess: true,
  })
  await cms.payload.db.updateOne({ collection: 'media', id, data: { alt: { en: '' } } })
  return id
}

describe('the checklist', () => {
  test('is told to staff only, viewers included, and to nobody else', async () => {
    const { id } = await create('projects', minimalProject('Secret'))
    const path = `/projects/${id}/checklist?draft=true`
    expect((await ask(path, null)).status).toBe(403)
    expect((await ask(path, 'viewer')).status).toBe(200)
    const missing = '/projects/00000000-0000-4000-8000-000000000000/checklist'
    expect((await ask(missing)).status).toBe(404)
    expect((await ask('/projects/nonsense/checklist')).status).toBe(404)
  })

  test('is told of what lies in the trash as well, whose form asks for it', async () => {
    const { id } = await create('projects', { title: 'Thrown away', kind: 'personal' })
    const trash = { deletedAt: new Date().toISOString() }
    await cms.payload.update({ collection: 'projects', id, data: trash, ...asEditor() })
    expect(await told('projects', id, 'blocks')).toEqual([
      ['summary', expect.stringMatching(/Summary is required/)],
    ])
  })

  test('says that all is right of what is', async () => {
    const { id } = await create('projects', {
      ...minimalProject('A project with all'),
      summary: 'One sentence that says in so many words what came of it.',
      body: text(heading('h2'), heading('h3'), linkTo('/projects')),
    })
    expect(await items('projects', id)).toEqual([])
  })

  test('follows what is being written, and not what visitors see', async () => {
    const { id } = await create('projects', minimalProject('Half a thing'), 'published')
    await cms.payload.update({
      collection: 'projects',
      id,
      data: { summary: '' },
      draft: true,
      ...asEditor(),
    })
    expect(await told('projects', id, 'blocks')).toEqual([
      ['summary', expect.stringMatching(/Summary is required/)],
    ])
    expect(await isPublished('projects', id)).toBe(true)
    expect((await items('projects', id))[0]?.where).toMatchObject({ tab: 'Overview' })
  })

  test('advises on headings, lengths, empty sections, hidden projects and untried demos', async () => {
    const archive = await cms.payload.create({
      collection: 'archives',
      data: {},
      file: await tarGz('demo.tar.gz', { 'main.c': 'int main(void) { return 0; }' }),
      overrideAccess: true,
    })
    const demo = await cms.payload.create({
      collection: 'demos',
      data: { title: 'D', archive: archive.id, toolchain: 'c', mode: 'shell', enabled: true },
      overrideAccess: true,
    })
    const hidden = await create('projects', minimalProject('Hidden'))
    const { id } = await create('projects', {
      ...minimalProject('Advised'),
      summary: 'Short.',
      body: text(heading('h4')),
      related: [hidden.id],
      galleries: [{ name: 'Nothing', images: [] }],
      seo: { title: 'x'.repeat(61) },
      demo: demo.id,
    })
    expect(await told('projects', id, 'blocks')).toEqual([])
    expect((await told('projects', id)).map(([path]) => path).sort()).toEqual([
      'body',
      'demo',
      'galleries.0',
      'related',
      'seo.description',
      'seo.title',
    ])
  })

  test('knows positions and pages too', async () => {
    const experience = await create('experiences', minimalExperience('Harbour'))
    expect(await told('experiences', experience.id, 'blocks')).toEqual([])
    const page = await create('pages', {
      title: 'A page of mine',
      layout: [
        { blockType: 'callToAction', title: 'Go', actions: [{ label: 'On', href: '/gone' }] },
        { blockType: 'prose', body: text() },
      ],
    })
    const paths = (await items('pages', page.id)).map(({ level, where }) => [level, where.path])
    expect(paths).toEqual([
      ['blocks', 'layout.0.actions.0.href'],
      ['advice', 'layout.1'],
      ['advice', 'seo.description'],
    ])
  })
})

describe('publishing is refused', () => {
  test('without a summary, with the field named, and goes through once there is one', async () => {
    const { id } = await create('projects', { title: 'Bare', kind: 'personal' })
    expect(await refusal(publish('projects', id))).toEqual([
      ['summary', expect.stringMatching(/Summary is required/)],
    ])
    expect(await isPublished('projects', id)).toBe(false)
    await publish('projects', id, { summary: 'There.' })
    expect(await isPublished('projects', id)).toBe(true)
  })

  test('over REST with the words that an editor reads', async () => {
    const { status, body } = await cms.rest('/projects', {
      method: 'POST',
      headers: { authorization: authorization.editor, 'content-type': 'application/json' },
      body: JSON.stringify({ title: 'Bare', kind: 'personal', _status: 'published' }),
    })
    expect(status).toBe(400)
    expect(body).toMatchObject({
      errors: [{ data: { errors: [{ path: 'summary', label: 'Summary' }] } }],
    })
  })

  test('while a picture has neither words nor is decorative', async () => {
    const picture = await silentPicture()
    const { id } = await create('projects', { ...minimalProject('Silent'), cover: picture })
    expect(await refusal(publish('projects', id))).toEqual([
      ['cover', expect.stringMatching(/silent.*\.png.*decorative/)],
    ])
    await cms.payload.update({
      collection: 'media',
      id: picture,
      data: { decorative: true },
      overrideAccess: true,
    })
    await publish('projects', id)
  })

  test('while a link leads to a draft, the trash or nowhere', async () => {
    const other = await create('projects', minimalProject('Other end'))
    const { id } = await create('projects', {
      ...minimalProject('Linked'),
      body: text(linkToProject(other.id)),
    })
    const says = [['body', expect.stringMatching(/“Other end” leads nowhere/)]]
    expect(await refusal(publish('projects', id))).toEqual(says)
    await publish('projects', other.id)
    await publish('projects', id)
    const trash = { deletedAt: new Date().toISOString() }
    await cms.payload.update({ collection: 'projects', id: other.id, data: trash, ...asEditor() })
    expect(await refusal(publish('projects', id))).toEqual(says)
    // What is thrown away is not looked at.
    await cms.payload.update({ collection: 'projects', id, data: trash, ...asEditor() })
  })

  test.each([
    ['/', true],
    ['/projects?x=1#there', true],
    ['#there', true],
    ['mailto:a@b.example', true],
    ['https://elsewhere.example/nowhere', true],
    ['http://site.example/projects', true],
    ['/projects/the-target', true],
    ['/projects/the-target/', true],
    ['/old-way', true],
    ['/projects/nowhere', false],
    ['/about-nobody', false],
    ['http://site.example/projects/nowhere', false],
    ['/media/nowhere.png', false],
    ['/media/%zz', false],
    ['/projects/../admin', false],
  ])('by the address %s: %s', async (url, isFine) => {
    const { docs } = await cms.payload.find({
      collection: 'projects',
      where: { slug: { equals: 'the-target' } },
      overrideAccess: true,
    })
    if (docs.length === 0) {
      await create('projects', minimalProject('The target'), 'published')
      await cms.payload.create({
        collection: 'redirects',
        data: { from: '/old-way', type: '308', target: 'address', address: '/projects' } as never,
        overrideAccess: true,
      })
    }
    const { id } = await create('projects', {
      ...minimalProject('Typed'),
      body: text(linkTo(url)),
    })
    expect(await refusal(publish('projects', id))).toEqual(
      isFine ? undefined : [['body', expect.stringContaining('leads nowhere')]],
    )
  })

  test('not to a document that links to itself', async () => {
    const { id } = await create('projects', minimalProject('Circle'))
    await publish('projects', id, { body: text(linkToProject(id), linkTo('/projects/circle')) })
  })

  test('to a restored version as well', async () => {
    const other = await create('projects', minimalProject('Restored end'), 'published')
    const { id } = await create(
      'projects',
      { ...minimalProject('Goes back'), body: text(linkToProject(other.id)) },
      'published',
    )
    await publish('projects', id, { body: text() })
    const { docs } = await cms.payload.findVersions({
      collection: 'projects',
      where: { parent: { equals: id } },
      sort: 'createdAt',
      limit: 1,
      overrideAccess: true,
    })
    await cms.payload.update({
      collection: 'projects',
      id: other.id,
      data: { _status: 'draft' },
      ...asEditor(),
    })
    const restore = () =>
      cms.payload.restoreVersion({ collection: 'projects', id: docs[0]!.id, ...asEditor() })
    expect(await refusal(restore())).toEqual([['body', expect.stringMatching(/nowhere/)]])
  })
})

describe('a scheduled publication', () => {
  const schedule = async (collection: Slug, id: string, type: 'publish' | 'unpublish') => {
    const job = await cms.payload.jobs.queue({
      task: 'schedulePublish',
      input: {
        type,
        doc: { relationTo: collection, value: id },
        user: { relationTo: 'users', value: editor.id },
      } as never,
      waitUntil: new Date(Date.now() - 1000),
      overrideAccess: true,
    })
    await cms.payload.jobs.run({ overrideAccess: true, silent: true })
    return cms.payload
      .findByID({ collection: 'payload-jobs', id: job.id, overrideAccess: true })
      .catch(() => undefined)
  }

  test('publishes and takes back', async () => {
    const { id } = await create('projects', minimalProject('On time'))
    await schedule('projects', id, 'publish')
    expect(await isPublished('projects', id)).toBe(true)
    await schedule('projects', id, 'unpublish')
    expect(await isPublished('projects', id)).toBe(false)
  })

  test('of what would harm readers fails, and the job says why', async () => {
    const { id } = await create('projects', { title: 'Late', kind: 'personal' })
    const job = await schedule('projects', id, 'publish')
    expect(await isPublished('projects', id)).toBe(false)
    expect(job).toMatchObject({ hasError: true })
    expect(JSON.stringify(job)).toMatch(/Summary/)
  })
})
