// What visitors do not see: drafts, the trash, and what was switched off; by any way, and the site is told.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Account, startTestCms, type TestCms } from '../support/cms.ts'
import { minimalExperience, minimalProject } from '../support/content-samples.ts'

type Collection = 'projects' | 'experiences'
type Status = 'draft' | 'published'
const COLLECTIONS: Collection[] = ['projects', 'experiences']

let cms: TestCms
let editor: Account
let viewer: Account
let counter = 0

beforeAll(async () => {
  cms = await startTestCms()
  editor = await cms.account('editor')
  viewer = await cms.account('viewer')
})
afterAll(() => cms?.stop())

const by = (user: Account) => ({ overrideAccess: false as const, user })

/** A new document whose texts hold `secret`, a word of its own. */
const create = async (
  collection: Collection,
  status: Status,
  more: Record<string, unknown> = {},
) => {
  counter += 1
  const secret = `Quokka${counter}`
  const minimal = collection === 'projects' ? minimalProject(secret) : minimalExperience(secret)
  const { id, slug } = await cms.payload.create({
    collection,
    data: { ...minimal, ...more, _status: status } as never,
    ...by(editor),
  })
  return { id, slug: slug as string, secret }
}

const update = (collection: Collection, id: string, data: Record<string, unknown>, user = editor) =>
  cms.payload.update({ collection, id, data, trash: true, ...by(user) })

/** As the admin does it. */
const throwAway = (collection: Collection, id: string, user = editor) =>
  update(collection, id, { deletedAt: new Date().toISOString() }, user)
const restore = (collection: Collection, id: string, status: Status) =>
  update(collection, id, { deletedAt: null, _status: status })

/** Every way by which a stranger may ask for a document of `collection`. */
const waysTo = (collection: Collection, id: string, slug: string) => {
  const list = `/${collection}?limit=100`
  return [
    `/${collection}/${id}`,
    `/${collection}/${id}?trash=true`,
    `/${collection}/${id}?draft=true&trash=true`,
    list,
    `${list}&trash=true`,
    `${list}&draft=true&trash=true`,
    `${list}&trash=true&where[deletedAt][exists]=true`,
    `${list}&trash=true&where[or][0][deletedAt][exists]=true&where[or][1][slug][equals]=${slug}`,
    `/${collection}/versions?trash=true`,
  ]
}

const leaks = async (paths: string[], secret: string): Promise<string[]> => {
  const found: string[] = []
  for (const path of paths) {
    const { body } = await cms.rest(path)
    if (JSON.stringify(body).includes(secret)) found.push(path)
  }
  return found
}

/** What strangers may count; a question that is refused counts nothing. */
const count = async (collection: Collection, id: string): Promise<number> => {
  const query = `where[id][equals]=${id}`
  const bodies = [`?${query}`, `?trash=true&${query}`].map(async (question) => {
    const { body } = await cms.rest(`/${collection}/count${question}`)
    return (body as { totalDocs?: number }).totalDocs ?? 0
  })
  return Math.max(...(await Promise.all(bodies)))
}

describe.each(COLLECTIONS)('of %s', (collection) => {
  test('visitors see what is published, so that the ways below do lead somewhere', async () => {
    const { id, slug, secret } = await create(collection, 'published')
    const found = await leaks(waysTo(collection, id, slug), secret)
    expect(found).toEqual(
      expect.arrayContaining([`/${collection}/${id}`, `/${collection}?limit=100`]),
    )
    expect(await count(collection, id)).toBe(1)
  })

  test('visitors see no draft', async () => {
    const { id, slug, secret } = await create(collection, 'draft')
    expect(await leaks(waysTo(collection, id, slug), secret)).toEqual([])
    expect(await count(collection, id)).toBe(0)
  })

  test('visitors see nothing that lies in the trash, and see it again when it is restored', async () => {
    const { id, slug, secret } = await create(collection, 'published')
    await throwAway(collection, id)
    expect(await leaks(waysTo(collection, id, slug), secret)).toEqual([])
    expect(await count(collection, id)).toBe(0)
    await restore(collection, id, 'draft')
    expect(await leaks(waysTo(collection, id, slug), secret)).toEqual([])
    await update(collection, id, { _status: 'published' })
    expect(await leaks([`/${collection}/${id}`], secret)).toHaveLength(1)
  })

  test('staff find it there, and only editors put it there', async () => {
    const { id } = await create(collection, 'published')
    await expect(throwAway(collection, id, viewer)).rejects.toMatchObject({ status: 403 })
    await throwAway(collection, id)
    const find = (trash: boolean) =>
      cms.payload.find({ collection, where: { id: { equals: id } }, trash, ...by(viewer) })
    expect((await find(false)).totalDocs).toBe(0)
    expect((await find(true)).totalDocs).toBe(1)
    const patch = await cms.rest(`/${collection}/${id}?trash=true`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ deletedAt: null }),
    })
    expect(patch.status).toBe(403)
  })
})

test('an experience that is switched off is not shown', async () => {
  const { id, slug, secret } = await create('experiences', 'published', { active: false })
  expect(await leaks(waysTo('experiences', id, slug), secret)).toEqual([])
})

describe('through what refers to it', () => {
  test('an experience lists only projects that visitors see', async () => {
    const experience = await create('experiences', 'published')
    const of = (status: Status) => create('projects', status, { experience: experience.id })
    const shown = await of('published')
    const hidden = await of('draft')
    const thrown = await of('published')
    await throwAway('projects', thrown.id)
    const waiting = await of('published')
    await cms.payload.update({
      collection: 'projects',
      id: waiting.id,
      data: { title: 'Wombat' },
      draft: true,
      ...by(editor),
    })
    const path = `/experiences/${experience.id}`
    const queries = [
      '',
      '?depth=3',
      '?draft=true&trash=true&depth=2',
      '?depth=2&joins[projects][limit]=0',
    ]
    for (const query of queries) {
      const { body } = await cms.rest(`${path}${query}`)
      const text = JSON.stringify(body)
      for (const { secret } of [hidden, thrown]) expect(text).not.toContain(secret)
      expect(text).not.toContain('Wombat')
    }
    const { projects } = (await cms.rest(`${path}?depth=0`)).body as {
      projects: { docs: string[] }
    }
    expect(projects.docs.sort()).toEqual([shown.id, waiting.id].sort())
  })

  test.each(['draft', 'thrown away', 'switched off'])(
    'neither a project nor the résumé gives away an experience that is %s',
    async (state) => {
      const { id, secret } = await create(
        'experiences',
        state === 'draft' ? 'draft' : 'published',
        {
          active: state !== 'switched off',
        },
      )
      const project = await create('projects', 'published', { experience: id })
      await cms.payload.updateGlobal({
        slug: 'resume',
        data: { experiences: [id], projects: [project.id], _status: 'published' },
        ...by(editor),
      })
      if (state === 'thrown away') await throwAway('experiences', id)
      const paths = [
        `/projects/${project.id}?depth=3`,
        `/projects?depth=3&limit=100&trash=true`,
        '/globals/resume?depth=3',
        '/globals/resume?depth=3&draft=true',
      ]
      expect(await leaks(paths, secret)).toEqual([])
      expect((await leaks(paths, project.secret)).length).toBeGreaterThanOrEqual(2)
    },
  )

  test('nobody can guess the company of a hidden experience by searching projects', async () => {
    const { id, secret } = await create('experiences', 'draft')
    await create('projects', 'published', { experience: id })
    const query = `where[experience.company][equals]=${secret}`
    const { body } = await cms.rest(`/projects?${query}`)
    expect((body as { totalDocs?: number }).totalDocs ?? 0).toBe(0)
  })
})

describe('the site is told', () => {
  /** What waits in the outbox, which nobody empties here. */
  const messages = async () => {
    const { docs } = await cms.payload.find({
      collection: 'webhook-deliveries',
      sort: 'createdAt',
      pagination: false,
      overrideAccess: true,
    })
    return docs.map(({ message }) => {
      const { collection, slug, previousSlug } = JSON.parse(message) as Record<string, unknown>
      return {
        collection,
        ...(slug ? { slug } : {}),
        ...(previousSlug ? { previousSlug } : {}),
      }
    })
  }

  beforeEach(async () => {
    await cms.payload.delete({
      collection: 'webhook-deliveries',
      where: { id: { exists: true } },
      overrideAccess: true,
    })
  })

  test.each(COLLECTIONS)(
    'of a removal when one of %s is thrown away, and not again later',
    async (collection) => {
      const { id, slug } = await create(collection, 'published')
      await throwAway(collection, id)
      const told = [
        { collection, slug },
        { collection, previousSlug: slug },
      ]
      expect(await messages()).toEqual(told)
      await cms.payload.delete({ collection, id, trash: true, ...by(editor) })
      expect(await messages()).toEqual(told)
    },
  )

  test.each(COLLECTIONS)(
    'of a change when one of %s is restored as published',
    async (collection) => {
      const { id, slug } = await create(collection, 'published')
      await throwAway(collection, id)
      await restore(collection, id, 'published')
      expect((await messages()).at(-1)).toEqual({ collection, slug })
      expect(await messages()).toHaveLength(3)
    },
  )

  test('nothing of drafts on their way through the trash', async () => {
    const { id } = await create('experiences', 'draft')
    await throwAway('experiences', id)
    await restore('experiences', id, 'draft')
    await throwAway('experiences', id)
    await cms.payload.delete({ collection: 'experiences', id, trash: true, ...by(editor) })
    expect(await messages()).toEqual([])
  })

  test('of the résumé', async () => {
    const data = { headline: 'H', _status: 'published' as const }
    await cms.payload.updateGlobal({ slug: 'resume', data, ...by(editor) })
    expect(await messages()).toEqual([{ collection: 'resume' }])
  })
})

describe('addresses', () => {
  const make = (data: Record<string, unknown>) =>
    cms.payload.create({
      collection: 'projects',
      data: { ...minimalProject('Twice'), ...data, _status: 'published' } as never,
      ...by(editor),
    })

  test('a title that is there twice gets a number, and so does a copy', async () => {
    const first = await make({})
    expect(first.slug).toBe('twice')
    expect((await make({})).slug).toBe('twice-2')
    const copy = () =>
      cms.payload.duplicate({ collection: 'projects', id: first.id, draft: true, ...by(editor) })
    expect((await copy()).slug).toBe('twice-3')
    expect((await copy()).slug).toBe('twice-4')
  })

  test('one that is taken is refused, and the trash is named when it lies there', async () => {
    const { id, slug } = await make({ title: 'Mine' })
    const told = async () => {
      const error = await make({ slug }).catch((reason: unknown) => reason)
      return (error as { data: { errors: unknown[] } }).data.errors
    }
    const about = (says: RegExp) => [
      expect.objectContaining({ path: 'slug', message: expect.stringMatching(says) }),
    ]
    expect(await told()).toEqual(about(/Another document/))
    await throwAway('projects', id)
    expect(await told()).toEqual(about(/trash/))
    await cms.payload.delete({ collection: 'projects', id, trash: true, ...by(editor) })
    expect((await make({ slug })).slug).toBe(slug)
  })
})
