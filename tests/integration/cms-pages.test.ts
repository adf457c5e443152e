// Pages and the texts in them: every block comes back as it was written, and nothing hostile is kept, in drafts neither.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Account, PASSWORD, startTestCms, type TestCms } from '../support/cms.ts'
import { onePixelPng } from '../support/files.ts'
import { bodyBlocksOf, layoutOf, type Samples } from '../support/page-samples.ts'

let cms: TestCms
let editor: Account
let samples: Samples
let counter = 0

beforeAll(async () => {
  cms = await startTestCms()
  editor = await cms.account('editor')
  const { payload } = cms
  const media = await payload.create({
    collection: 'media',
    data: { alt: 'A dot' },
    file: await onePixelPng('dot.png'),
    overrideAccess: true,
  })
  const technology = await payload.create({
    collection: 'technologies',
    data: { name: 'C', slug: 'c', category: 'language' },
    overrideAccess: true,
  })
  const project = await payload.create({
    collection: 'projects',
    data: {
      title: 'Shown',
      summary: 'It works.',
      slug: 'shown',
      kind: 'personal',
      _status: 'published',
    },
    overrideAccess: true,
  })
  samples = { media: media.id, technology: technology.id, project: project.id }
})
afterAll(() => cms?.stop())

const asEditor = () => ({ overrideAccess: false as const, user: editor })

type Status = 'draft' | 'published'
const save = (layout: unknown, status: Status = 'published', more: object = {}) => {
  counter += 1
  return cms.payload.create({
    collection: 'pages',
    data: { title: `Page ${counter}`, layout, _status: status, ...more } as never,
    draft: status === 'draft',
    ...asEditor(),
  })
}

const textOf = (...children: unknown[]) => ({
  root: { type: 'root', direction: null, format: '', indent: 0, version: 1, children },
})
const prose = (...children: unknown[]) => [{ blockType: 'prose', body: textOf(...children) }]
const block = (fields: object) => ({ type: 'block', version: 2, format: '', fields })
const link = (url: string) => ({
  type: 'link',
  fields: { linkType: 'custom', url },
  children: [{ type: 'text', text: 'x' }],
})

/** What the admin would tell the editor, by field. */
const refusalOf = async (act: Promise<unknown>): Promise<Record<string, string>> => {
  const error = (await act.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )) as { status?: number; data?: { errors: { path: string; message: string }[] } } | undefined
  expect(error?.status).toBe(400)
  return Object.fromEntries(error?.data?.errors.map(({ path, message }) => [path, message]) ?? [])
}

describe('round trip', () => {
  test('of every block of a page', async () => {
    const layout = layoutOf(samples)
    const { id } = await save(layout)
    const { status, body } = await cms.rest(`/pages/${id}?depth=0`)
    expect(status).toBe(200)
    expect((body as { layout: unknown[] }).layout).toMatchObject(layout)
    const offered = cms.payload.collections.pages.config.flattenedFields.find(
      ({ name }) => name === 'layout',
    ) as { blocks: { slug: string }[] }
    expect(layout.map(({ blockType }) => blockType).sort()).toEqual(
      offered.blocks.map(({ slug }) => slug).sort(),
    )
  })

  test('of every block of a body', async () => {
    const blocks = bodyBlocksOf(samples)
    const { id } = await save(prose(...blocks.map(block)))
    const { body } = await cms.rest(`/pages/${id}?depth=0`)
    const [stored] = (body as { layout: { body: ReturnType<typeof textOf> }[] }).layout
    const fields = stored?.body.root.children.map((child) => (child as { fields: object }).fields)
    expect(fields).toMatchObject(blocks)
  })

  test('pictures and projects of blocks come along for visitors', async () => {
    const { id } = await save(layoutOf(samples))
    const { body } = await cms.rest(`/pages/${id}?depth=1`)
    const blocks = (body as { layout: { blockType: string }[] }).layout
    const of = (type: string) => blocks.find(({ blockType }) => blockType === type)
    expect(of('gallery')).toMatchObject({ images: [{ media: { alt: 'A dot' } }] })
    expect(of('projectList')).toMatchObject({ projects: [{ title: 'Shown' }] })
  })
})

describe('what a published page must not hold', () => {
  const gone = '00000000-0000-4000-8000-000000000000'
  const table = (...widths: number[]) => ({
    blockType: 'table',
    caption: 'T',
    rows: widths.map((width) => ({ cells: Array(width).fill({ text: 'x' }) })),
  })
  const action = (href: string) => ({
    blockType: 'callToAction',
    title: 'T',
    actions: [{ label: 'Go', href }],
  })
  test.each([
    ['a table whose rows differ', table(2, 3), 'layout.0.rows', /^Row 2 has 3 cells/],
    ['a link that runs script', action('javascript:alert(1)'), 'layout.0.actions.0.href', /path/],
    ['a picture that is not there', { blockType: 'hero', picture: gone }, 'layout.0.picture', /./],
    ['one tab', { blockType: 'tabs', title: 'T', tabs: [{ label: 'A' }] }, 'layout.0.tabs', /2/],
    ['a text too long', { blockType: 'hero', title: 'x'.repeat(201) }, 'layout.0.title', /200/],
    [
      'a kind nobody knows',
      { blockType: 'projectList', choice: 'rule', kind: 'secret' },
      'layout.0.kind',
      /./,
    ],
  ])('%s', async (_, wrong, path, message) => {
    expect((await refusalOf(save([wrong])))[path]).toMatch(message)
  })

  const step = { blockType: 'terminalStep', label: 'L' }
  const video = { blockType: 'video', title: 'V', source: 'host' }
  test.each([
    ['a terminal step of two lines', { ...step, command: 'ls\nrm -rf ~' }],
    ['a terminal step with an escape', { ...step, command: 'ls \u001b]52;c;x' }],
    ['a video of another host', { ...video, address: 'https://evil.example/v' }],
    ['a video that runs script', { ...video, address: 'javascript:alert(1)' }],
    ['a source that runs script', { blockType: 'quote', text: 'Q', source: 'javascript:alert(1)' }],
    ['a tree that is none', { blockType: 'fileTree', tree: 'a\n    b' }],
    ['code without a line', { blockType: 'code', language: 'c', code: '' }],
    ['a language nobody knows', { blockType: 'code', language: 'x"onclick', code: 'x' }],
    ['a tone nobody knows', { blockType: 'callout', tone: 'x', text: 'x' }],
    ['a diagram without words', { blockType: 'diagram', kind: 'ascii', source: 'a -> b' }],
  ])('a text with %s', async (_, fields) => {
    const errors = await refusalOf(save(prose(block(fields))))
    expect(errors['layout.0.body']).toMatch(/^A block or a link of the text needs another look: /)
  })

  test.each(['projects', 'Resume', 'api', 'SEARCH'])('the address /%s', async (slug) => {
    const errors = await refusalOf(save([{ blockType: 'hero' }], 'published', { slug }))
    expect(errors.slug).toMatch(/^The site itself uses/)
  })
})

describe('what not even a draft keeps', () => {
  const deep = (levels: number) => {
    let node: object = { type: 'paragraph', children: [] }
    for (let level = 0; level < levels; level += 1) node = { type: 'quote', children: [node] }
    return node
  }
  const manyRows = { blockType: 'table', rows: Array(10_000).fill({ cells: [{ text: 'x' }] }) }
  const wide = { blockType: 'table', rows: [{ cells: Array(10_000).fill({ text: 'x' }) }] }
  test.each<[string, unknown, string, RegExp]>([
    ['an unknown block', [{ blockType: 'iframe' }], 'layout', /no block “iframe”/],
    ['a block of texts', [{ blockType: 'callout', text: 'x' }], 'layout', /no block “callout”/],
    ['a block that is no block', ['hero'], 'layout', /no block/],
    ['10 000 blocks', Array(10_000).fill({ blockType: 'hero' }), 'layout', /At most 40 blocks/],
    ['10 000 rows', [manyRows], 'layout', /at most 100, and these are 10000/],
    ['10 000 cells', [wide], 'layout', /at most 12, and these are 10000/],
    ['an object for a text', [{ blockType: 'hero', title: { $ne: 1 } }], 'layout', /no text/],
    [
      'a text for a text of the editor',
      [{ blockType: 'prose', body: 'x' }],
      'layout',
      /no text of/,
    ],
    ['a body 100 deep', prose(deep(100)), 'layout.0.body', /levels/],
    ['an unknown node', prose({ type: 'script' }), 'layout.0.body', /“script”/],
    ['an unknown block in a body', prose(block({ blockType: 'hero' })), 'layout.0.body', /“hero”/],
    ['a link that runs script', prose(link('javascript:alert(1)')), 'layout.0.body', /leads to/],
  ])('%s', async (_, layout, path, message) => {
    expect((await refusalOf(save(layout, 'draft')))[path]).toMatch(message)
  })

  test('a request that is 20 000 deep, in any field', async () => {
    const send = (path: string, body: string, headers: HeadersInit = {}) =>
      cms.rest(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
      })
    const login = await send(
      '/users/login',
      JSON.stringify({ email: editor.email, password: PASSWORD }),
    )
    const { token } = login.body as { token: string }
    for (const field of ['layout', 'title', 'seo']) {
      const deepest = `${'{"x":['.repeat(20_000)}${']}'.repeat(20_000)}`
      const body = `{"title":"T","${field}":${deepest}}`
      const answer = await send('/pages?draft=true', body, { authorization: `JWT ${token}` })
      expect(answer).toMatchObject({
        status: 400,
        body: { errors: [{ data: { code: 'bad-request' } }] },
      })
    }
  })

  test('names that no field has, the prototype’s among them', async () => {
    const hostile = JSON.parse(
      '{"blockType":"hero","title":"T","onclick":"x","__proto__":{"text":"x"},"constructor":{"prototype":{"polluted":1}}}',
    )
    const { id } = await save([hostile], 'draft')
    const doc = await cms.payload.findByID({
      collection: 'pages',
      id,
      draft: true,
      ...asEditor(),
    })
    expect(Object.keys(doc.layout[0] ?? {}).sort()).not.toContain('onclick')
    expect(JSON.stringify(doc)).not.toMatch(/polluted|onclick|"text":"x"/)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  test('an update that is refused leaves what was there', async () => {
    const { id } = await save([{ blockType: 'hero', title: 'Before' }])
    const update = cms.payload.update({
      collection: 'pages',
      id,
      data: { title: 'After', layout: [{ blockType: 'iframe' }] } as never,
      ...asEditor(),
    })
    await refusalOf(update)
    expect((await cms.rest(`/pages/${id}`)).body).toMatchObject({
      layout: [{ title: 'Before' }],
    })
  })
})

describe('visitors', () => {
  const everywhere = async (id: string) => {
    const paths = [`/pages/${id}`, `/pages?where[id][equals]=${id}`, '/pages?trash=true&limit=0']
    const extra = ['?draft=true', '&draft=true', '&draft=true']
    const answers = await Promise.all(
      paths.flatMap((path, index) => [cms.rest(path), cms.rest(`${path}${extra[index]}`)]),
    )
    return JSON.stringify(answers)
  }

  test('never meet a draft', async () => {
    const { id } = await save([{ blockType: 'hero', title: 'Nobody knows' }], 'draft')
    expect(await everywhere(id)).not.toContain('Nobody knows')
  })

  test('meet a page until it lies in the trash, and again when it is taken out', async () => {
    const { id } = await save([{ blockType: 'hero', title: 'Now and then' }])
    expect(await everywhere(id)).toContain('Now and then')
    const put = (deletedAt: string | null) =>
      cms.payload.update({
        collection: 'pages',
        id,
        data: { deletedAt },
        trash: true,
        ...asEditor(),
      })
    await put(new Date().toISOString())
    expect(await everywhere(id)).not.toContain('Now and then')
    await put(null)
    expect(await everywhere(id)).toContain('Now and then')
  })
})
