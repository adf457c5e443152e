import { beforeEach, describe, expect, test } from '@jest/globals'
import { type FakePayload, fakePayload } from '../../../../tests/support/plugin/fake-payload.ts'
import { createPermissions, type Permissions } from './permissions.ts'

let cms: FakePayload
let permissions: Permissions

const settings = {
  collections: { demos: 'demos', archives: 'archives', projects: 'projects' },
  global: 'terminal',
}

beforeEach(() => {
  cms = fakePayload()
  permissions = createPermissions({ payload: cms.payload, settings })
})

const runnable = async () => [...(await permissions.runnable(['demo-1', 'demo-2', 'nowhere']))]
const change = (collection: string, id: string, more: Record<string, unknown>) => {
  const found = cms.documents[collection]?.find((document) => document.id === id)
  Object.assign(found ?? {}, more)
}

describe('what visitors may run', () => {
  test('is what is enabled and shown by a published project', async () => {
    expect(await runnable()).toEqual(['demo-1'])
  })

  test('is read as a visitor where the host decides what they see', async () => {
    await runnable()
    expect(cms.accesses).toEqual([true, true, false])
  })

  test.each<[string, () => void]>([
    ['terminals are switched off', () => Object.assign(cms.terminal, { enabled: false })],
    ['the demo is disabled', () => change('demos', 'demo-1', { enabled: false })],
    ['the demo is unpublished', () => change('demos', 'demo-1', { _status: 'draft' })],
    ['the demo is deleted', () => cms.documents.demos?.splice(0, 1)],
    ['its project is unpublished', () => change('projects', 'p1', { _status: 'draft' })],
    ['its project shows another one', () => change('projects', 'p1', { demo: 'demo-2' })],
    ['its project is deleted', () => cms.documents.projects?.splice(0, 1)],
  ])('is nothing of it once %s', async (_, forbid) => {
    forbid()
    expect(await runnable()).toEqual([])
  })

  test('is the same when the host’s hooks fill relationships in', async () => {
    const find = cms.payload.find.bind(cms.payload)
    const filled = async (asked: Parameters<typeof find>[0]) => {
      const { docs } = await find(asked)
      return { docs: docs.map((document) => ({ ...document, demo: { id: 'demo-1' } })) }
    }
    cms.payload.find = filled as unknown as typeof cms.payload.find
    expect(await runnable()).toEqual(['demo-1'])
  })

  test('does not decide over the switch', async () => {
    expect(await permissions.areOn()).toBe(true)
    Object.assign(cms.terminal, { enabled: false })
    expect(await permissions.areOn()).toBe(false)
  })

  test('is not known, rather than nothing, when the database does not answer', async () => {
    cms.payload.find = () => Promise.reject(new Error('away'))
    await expect(runnable()).rejects.toThrow('away')
  })

  test('asks for nothing when nothing is asked', async () => {
    expect(await permissions.shown([])).toEqual(new Set())
    expect(cms.accesses).toEqual([])
  })
})
