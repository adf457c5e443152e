// GET /archives/:id/tree and /archives/:id/files?path=: the source of a published project, where its owner shows it.
import type { Endpoint, Payload, PayloadRequest } from 'payload'
import { z } from 'zod'
import { answering } from '../answering.ts'
import { CmsRefusal } from '../errors.ts'
import { MAX_ARCHIVE_PATH } from '../limits.ts'
import type { Archive } from '../payload-types.ts'
import { taggedAnswer } from '../tagged-answer.ts'
import { namedEntries, readShown } from './shown.ts'
import type { Sources } from './sources.ts'

const idSchema = z.uuid()
const pathSchema = z.string().min(1).max(MAX_ARCHIVE_PATH)

const HEADERS = {
  // Asked anew each time: what an owner hides is hidden at once.
  'cache-control': 'public, max-age=0, must-revalidate',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
}

/** A visitor can reach the demo of this archive through a project. */
const isPublic = async (payload: Payload, id: string): Promise<boolean> => {
  const { totalDocs } = await payload.count({
    collection: 'projects',
    where: {
      and: [
        { _status: { equals: 'published' } },
        { 'demo.enabled': { equals: true } },
        { 'demo.archive': { equals: id } },
      ],
    },
    overrideAccess: true,
  })
  return totalDocs > 0
}

/** Whatever is not shown is not there, and nobody learns which of the conditions failed. @throws {CmsRefusal} */
const shownArchive = async ({ payload, routeParams }: PayloadRequest): Promise<Archive> => {
  const id = idSchema.safeParse(routeParams?.id)
  if (!id.success) throw new CmsRefusal('not-found')
  const { docs } = await payload.find({
    collection: 'archives',
    where: { and: [{ id: { equals: id.data } }, { showSource: { equals: true } }] },
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: true,
  })
  const [archive] = docs
  if (!archive || !(await isPublic(payload, id.data))) throw new CmsRefusal('not-found')
  return archive
}

/** `{entries: [{path, kind, bytes, isShown}], unpackedBytes}`; names that look secret are left out. */
export const treeEndpoint: Endpoint = {
  path: '/:id/tree',
  method: 'get',
  handler: answering(async (req) => {
    const archive = await shownArchive(req)
    const { sha256, unpackedBytes } = archive
    return taggedAnswer(req, {
      of: ['tree', sha256 ?? ''],
      headers: { ...HEADERS, 'content-type': 'application/json' },
      body: () => JSON.stringify({ entries: namedEntries(archive), unpackedBytes }),
    })
  }),
}

/** The file as plain text. A path that is not letter for letter one of the tree's is not there. */
export const fileEndpoint = (sources: Sources): Endpoint => ({
  path: '/:id/files',
  method: 'get',
  handler: answering(async (req) => {
    const path = pathSchema.safeParse(req.searchParams.get('path'))
    if (!path.success) throw new CmsRefusal('bad-request', { detail: 'Give a path of the tree.' })
    const archive = await shownArchive(req)
    const entry = namedEntries(archive).find((one) => one.path === path.data)
    if (!archive.sha256 || !entry) throw new CmsRefusal('not-found')
    if (!entry.isShown) throw new CmsRefusal('file-not-shown')
    const text = await readShown({ payload: req.payload, sources }, archive, entry)
    if (!text) throw new CmsRefusal('not-found')
    return taggedAnswer(req, {
      of: ['file', archive.sha256, entry.path],
      headers: { ...HEADERS, 'content-type': 'text/plain; charset=utf-8' },
      body: () => new Uint8Array(text),
    })
  }),
})
