// What the terminal plugin's watcher asks of a real CMS: which demos visitors may run now.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import {
  createPermissions,
  type Permissions,
} from '../../plugins/terminal/src/watch/permissions.ts'
import { startTestCms, type TestCms } from '../support/cms.ts'
import { tarGz } from '../support/files.ts'

const settings = {
  collections: { demos: 'demos', archives: 'archives', projects: 'projects' },
  global: 'terminal',
}

let cms: TestCms
let permissions: Permissions
let demo: string
let other: string
let project: string

beforeAll(async () => {
  cms = await startTestCms()
  permissions = createPermissions({ payload: cms.payload, settings })
  const archive = await cms.payload.create({
    collection: 'archives',
    data: {},
    file: await tarGz('demo.tar.gz', { 'main.c': 'int main;' }),
    overrideAccess: true,
  })
  const newDemo = async (title: string) => {
    const made = await cms.payload.create({
      collection: 'demos',
      data: { title, archive: archive.id, toolchain: 'c', mode: 'shell', enabled: true },
      overrideAccess: true,
    })
    return made.id
  }
  demo = await newDemo('One')
  other = await newDemo('Other')
  const made = await cms.payload.create({
    collection: 'projects',
    data: { title: 'Project', slug: 'project', summary: 'It works.', demo, _status: 'published' },
    overrideAccess: true,
  } as unknown as Parameters<typeof cms.payload.create>[0])
  project = String(made.id)
  await setEnabled(true)
})
afterAll(() => cms?.stop())

const setEnabled = (enabled: boolean) =>
  cms.payload.updateGlobal({ slug: 'terminal', data: { enabled }, overrideAccess: true })
const update = (collection: 'projects' | 'demos', id: string, data: Record<string, unknown>) =>
  cms.payload.update({ collection, id, data, overrideAccess: true })
const runnable = async () => [...(await permissions.runnable([demo, other, crypto.randomUUID()]))]

describe('the demos that visitors may run', () => {
  test('are those that a published project shows', async () => {
    expect(await runnable()).toEqual([demo])
  })

  test('stay while a draft of the project waits beside what is published', async () => {
    await cms.payload.update({
      collection: 'projects',
      id: project,
      data: { demo: other, _status: 'draft' },
      draft: true,
      overrideAccess: true,
    })
    expect(await runnable()).toEqual([demo])
  })

  test('change with the published project, its demo and the switch', async () => {
    await update('projects', project, { demo: other, _status: 'published' })
    expect(await runnable()).toEqual([other])
    await update('demos', other, { enabled: false })
    expect(await runnable()).toEqual([])
    await update('demos', other, { enabled: true })
    await setEnabled(false)
    expect(await runnable()).toEqual([])
    await setEnabled(true)
    expect(await runnable()).toEqual([other])
    await update('projects', project, { _status: 'draft' })
    expect(await runnable()).toEqual([])
  })
})
