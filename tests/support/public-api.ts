// The public API of a CMS inside the test's process, with a site that hears of changes, for the test files of the API.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { outboxWorkerOf } from '../../cms/src/outbox/worker.ts'
import type { PublicApi } from '../../cms/src/public-api/api.ts'
import { openPublicApi } from '../../cms/src/public-api/instance.ts'
import { servePublicApi } from '../../cms/src/public-api/serve.ts'
import { startTestCms, type TestCms } from './cms.ts'
import { eventually } from './eventually.ts'
import { type FakeSite, startFakeSite } from './fake-site.ts'

export let cms: TestCms
export let site: FakeSite
export let api: PublicApi
let server: Server
export let base: string

/** Before all tests of a file. */
export const startApi = async (): Promise<void> => {
  site = await startFakeSite()
  cms = await startTestCms({ siteUrl: site.url })
  outboxWorkerOf(cms.payload).start()
  api = openPublicApi(cms.payload)
  server = createServer((request, response) => void servePublicApi(api, request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/public/v1`
}

/** After all of them. */
export const stopApi = async (): Promise<void> => {
  server?.closeAllConnections()
  server?.close()
  await cms?.stop()
  await site?.stop()
}

export const get = (path: string, init: RequestInit = {}) => fetch(`${base}${path}`, init)
export const json = async (path: string) =>
  (await get(path)).json() as Promise<Record<string, unknown>>

export type Data = Record<string, unknown>
export type Collection = 'demos' | 'experiences' | 'pages' | 'projects' | 'technologies'
export const create = (collection: Collection, data: Data) =>
  cms.payload.create({ collection, data: data as never, overrideAccess: true })

export const project = (title: string, more: Data = {}) =>
  create('projects', {
    title,
    summary: 'It works.',
    kind: 'personal',
    _status: 'published',
    ...more,
  })

export const update = (id: string, data: Data, more: { draft?: boolean } = {}) =>
  cms.payload.update({ collection: 'projects', id, data, overrideAccess: true, ...more })

/** The site has been told: from now on nobody may be given anything older. */
export const told = (slug: string) =>
  eventually(`the site hears of ${slug}`, () =>
    site.received.some(({ body }) => body.slug === slug || body.previousSlug === slug),
  )

export const slugsOf = ({ items }: Data) => (items as { slug: string }[]).map(({ slug }) => slug)
