import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { LIMITS } from '../../limits.ts'
import { setTestEnv } from '../../testing/env.ts'
import { type FakeCms, startFakeCms } from '../../testing/fake-cms.ts'
import { keptOf } from '../kept.ts'
import type { FileKind } from './file.ts'
import { fileAt } from './files.ts'
import { createFileServer } from './serve.ts'

let cms: FakeCms
beforeAll(async () => {
  cms = await startFakeCms()
  setTestEnv(cms.url)
})
afterAll(() => cms.close())

test('a walk through all cheap files takes no picture away, and one through all pictures no cheap file', async () => {
  const made: string[] = []
  const kindOf = (shelf: FileKind['shelf']): FileKind => ({
    pattern: /./,
    ...(shelf ? { shelf } : {}),
    make: async ({ path }) => {
      made.push(path)
      return { type: 'image/png', body: Buffer.from(path) }
    },
  })
  const pictures = kindOf('pictures')
  const others = kindOf(undefined)
  const files = createFileServer('https://site.example', {
    find: (path) => ({
      kind: path.startsWith('/og/') ? pictures : others,
      language: 'en',
      path,
      groups: [],
    }),
  })
  const server = createServer(
    (request, response) => void files.answer(request, response, request.url ?? ''),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const get = async (path: string) => (await fetch(base + path)).text()
  const walk = async (prefix: string) => {
    for (let index = 0; index <= LIMITS.shelves.files.maxEntries; index += 1) {
      await get(`${prefix}${index}`)
    }
  }
  const isMadeAgain = async (path: string) => {
    made.length = 0
    await get(path)
    return made.length > 0
  }
  await get('/og/first.png')
  await walk('/md/')
  expect(await isMadeAgain('/md/0')).toBe(true)
  expect(await isMadeAgain('/og/first.png')).toBe(false)
  await walk('/og/')
  expect(await isMadeAgain('/og/first.png')).toBe(true)
  expect(await isMadeAgain('/md/0')).toBe(false)
  server.closeAllConnections()
  server.close()
})

test('pictures for link previews have a shelf of their own', async () => {
  const { bytes } = await keptOf({ type: 'image/png', body: Buffer.alloc(30_000) })
  const { maxEntries, maxBytes } = LIMITS.shelves.pictures
  expect(maxEntries * bytes).toBeLessThan(maxBytes)
  expect(fileAt('/og/projects/tiny-shell.png')?.kind.shelf).toBe('pictures')
  expect(fileAt('/projects/tiny-shell.md')?.kind.shelf).toBeUndefined()
})
