import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { z } from 'zod'
import { siteEnv } from '../env.ts'
import { setTestEnv } from '../testing/env.ts'
import { type FakeCms, startFakeCms } from '../testing/fake-cms.ts'
import { askCms, CmsError } from './client.ts'
import { cmsHealth } from './health.ts'
import { readAddresses, readProject, readProjects, readSite } from './queries.ts'

let cms: FakeCms
beforeAll(async () => {
  cms = await startFakeCms()
  setTestEnv(cms.url)
})
afterAll(() => cms.close())

test('pages are read from the public API alone', async () => {
  expect((await readSite('en')).name).toBe('Noor Halden')
  expect((await readProjects('en', { by: 'nothing' }, 1)).items).toHaveLength(4)
  expect((await readAddresses()).projects).toContainEqual({ slug: 'tiny-shell', updatedAt: null })
  expect(cms.seen.filter(({ url }) => !url.startsWith('/api/public/v1/'))).toEqual([])
})

test('a filter and another language are asked for, and nothing where there is none', async () => {
  cms.seen.length = 0
  await readProjects('fr', { by: 'technology', technology: 'c' }, 2)
  await readSite('en')
  expect(cms.seen.map(({ url }) => url.replace('/api/public/v1/', ''))).toEqual([
    'projects?technology=c&page=2&pageSize=40&locale=fr',
    'site',
  ])
})

test('a project without anything but a title has empty parts, not missing ones', async () => {
  expect(await readProject('en', 'untitled-sketch')).toMatchObject({
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
  expect(await readProject('en', 'nobody')).toBeNull()
  expect((await readSite('en')).socials.map(({ label }) => label)).toEqual(['GitHub'])
})

test('an answer of another shape is an error that names the field', async () => {
  const schema = z.object({ name: z.number() })
  await expect(askCms({ path: 'public/v1/site', schema })).rejects.toThrow(
    /\/api\/public\/v1\/site: name:/,
  )
})

test('an error of the CMS keeps its status', async () => {
  const asked = askCms({ path: 'nothing', schema: z.unknown() })
  await expect(asked).rejects.toThrow(CmsError)
  await expect(asked).rejects.toMatchObject({ status: 404 })
})

test.each([
  ['broken', 'broken'],
  ['wrong', 'wrong'],
  ['slow', 'slow'],
] as const)('a CMS that is %s is told from one that is well', async (fault, trouble) => {
  cms.fault = fault
  await expect(readAddresses()).rejects.toMatchObject({ name: 'CmsError', trouble })
  expect(cmsHealth().trouble()).toBe(trouble)
  cms.fault = undefined
  await readAddresses()
  expect(cmsHealth().trouble()).toBeUndefined()
})

test('a CMS that is not there is told from one that does not answer', async () => {
  const gone = await startFakeCms()
  await gone.close()
  const { CMS_INTERNAL_URL } = siteEnv()
  Object.assign(siteEnv(), { CMS_INTERNAL_URL: gone.url })
  await expect(readAddresses()).rejects.toMatchObject({ trouble: 'away' })
  Object.assign(siteEnv(), { CMS_INTERNAL_URL })
})
