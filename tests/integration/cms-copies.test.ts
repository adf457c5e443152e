// Copies and earlier versions: a copy is a draft of its own, and an old version comes back unless its address is taken.
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Account, startTestCms, type TestCms } from '../support/cms.ts'
import { minimalExperience, minimalProject } from '../support/content-samples.ts'
import { logIn } from '../support/upload.ts'

type Slug = 'projects' | 'experiences' | 'pages'
type Made = { id: string; slug: string; _status: string; summary?: string }

let cms: TestCms
let editor: Account
let authorization: string

beforeAll(async () => {
  cms = await startTestCms()
  editor = await cms.account('editor')
  authorization = await logIn(cms, editor)
})
afterAll(() => cms?.stop())

const SAMPLES: Record<Slug, object> = {
  projects: minimalProject('Copied'),
  experiences: minimalExperience('Copied'),
  pages: { title: 'Copied', layout: [{ blockType: 'quote', text: 'Q' }] },
}

const make = (collection: Slug, data: object) =>
  cms.payload.create({
    collection,
    data: { ...data, _status: 'published' } as never,
    overrideAccess: false,
    user: editor,
  }) as Promise<unknown> as Promise<Made>
const update = (collection: Slug, id: string, data: object) =>
  cms.payload.update({
    collection,
    id,
    data: { ...data, _status: 'published' } as never,
    overrideAccess: false,
    user: editor,
  })
const oldestVersion = async (collection: Slug, id: string) => {
  const { docs } = await cms.payload.findVersions({
    collection,
    where: { parent: { equals: id } },
    sort: 'createdAt',
    limit: 1,
    overrideAccess: true,
  })
  return docs[0]!.id
}
/** As the admin's button does it. */
const post = (path: string) =>
  cms.rest(path, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: '{}',
  })

test.each(Object.entries(SAMPLES) as [Slug, object][])(
  'a copy of published %s is a draft at a free address that visitors do not see',
  async (collection, sample) => {
    const original = await make(collection, sample)
    const { status, body } = await post(`/${collection}/${original.id}/duplicate`)
    expect(status).toBe(200)
    const { doc } = body as { doc: Made }
    expect(doc._status).toBe('draft')
    expect(doc.slug).toMatch(new RegExp(`^${original.slug}-\\d+$`))
    expect((await cms.rest(`/${collection}/${doc.id}`)).status).toBe(404)
    expect((await cms.rest(`/${collection}/${original.id}`)).status).toBe(200)
  },
)

const quote = (text: string) => ({ layout: [{ blockType: 'quote', text }] })
const CHANGES: Record<Slug, [before: object, after: object]> = {
  projects: [{ summary: 'Before.' }, { summary: 'After.' }],
  experiences: [{ subtitle: 'Before.' }, { subtitle: 'After.' }],
  pages: [quote('Before.'), quote('After.')],
}

test.each(Object.entries(CHANGES) as [Slug, [object, object]][])(
  'an earlier version of %s comes back, published as it was',
  async (collection, [before, after]) => {
    const { id } = await make(collection, { ...SAMPLES[collection], ...before })
    await update(collection, id, after)
    expect((await cms.rest(`/${collection}/${id}`)).body).toMatchObject(after)
    const version = await oldestVersion(collection, id)
    expect((await post(`/${collection}/versions/${version}`)).status).toBe(200)
    expect((await cms.rest(`/${collection}/${id}`)).body).toMatchObject(before)
  },
)

test('an earlier version whose address is taken by now stays where it is, and says so', async () => {
  const { id, slug } = await make('projects', minimalProject('Took it first'))
  await update('projects', id, { slug: 'elsewhere-now' })
  await make('projects', { ...minimalProject('Took it second'), slug })
  const { status, body } = await post(`/projects/versions/${await oldestVersion('projects', id)}`)
  expect(status).toBe(400)
  expect(JSON.stringify(body)).toMatch(/Another document has this address/)
  expect((await cms.rest(`/projects/${id}`)).body).toMatchObject({ slug: 'elsewhere-now' })
})
