import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { z } from 'zod'
import { setTestEnv } from '../testing/env.ts'
import { type FakeCms, startFakeCms } from '../testing/fake-cms.ts'
import { askCms, CmsError } from './client.ts'
import { readProject, readProjects, readSite, readSlugs } from './queries.ts'

let cms: FakeCms
beforeAll(async () => {
  cms = await startFakeCms()
  setTestEnv(cms.url)
})
afterAll(() => cms.close())

test('pages are read in few questions, and only what visitors may see is asked for', async () => {
  expect((await readSite()).name).toBe('Noor Halden')
  expect(await readProjects()).toHaveLength(4)
  expect(await readSlugs()).toContain('tiny-shell')
  const asked = cms.seen.find(({ url }) => url.includes('depth=0'))
  expect(decodeURIComponent(asked?.url ?? '')).toContain('where[_status][equals]=published')
})

test('a project without anything but a title has empty parts, not missing ones', async () => {
  expect(await readProject('untitled-sketch')).toMatchObject({
    title: 'Untitled sketch',
    summary: null,
    cover: null,
    body: [],
    technologies: [],
    demo: null,
    links: { live: null, source: null, video: null },
  })
})

test('a slug that nobody has is null, and an unsafe link of the owner is left out', async () => {
  expect(await readProject('nobody')).toBeNull()
  expect((await readSite()).socials.map(({ label }) => label)).toEqual(['GitHub'])
})

test('an answer of another shape is an error that names the field', async () => {
  const schema = z.object({ name: z.number() })
  await expect(askCms({ path: 'globals/site', query: {}, schema })).rejects.toThrow(
    /\/api\/globals\/site: name:/,
  )
})

test('an error of the CMS keeps its status', async () => {
  const asked = askCms({ path: 'nothing', query: {}, schema: z.unknown() })
  await expect(asked).rejects.toThrow(CmsError)
  await expect(asked).rejects.toMatchObject({ status: 404 })
})
