// What the database says about the things that a document names.
import type { CollectionSlug, PayloadRequest } from 'payload'
import { lastTryOf } from '../demos/last-try.ts'
import { DEFAULT_LANGUAGE } from '../languages/languages.ts'
import { CHECKLIST } from '../limits.ts'
import { addressOf, hasAddress } from '../redirects/addresses.ts'
import { sitePath, withoutOrigin } from '../redirects/site-path.ts'
import { documentAt, isPublicRow, redirectFrom } from '../redirects/store.ts'
import type { Contents, DemoState, Facts } from './facts.ts'
import { type Data, wordsOf } from './values.ts'

type Row = Data & { id: string }
type Self = { collection: string; id: string | undefined; slug: string }
type Asked = { req: PayloadRequest; self: Self; siteUrl: string }

/** Addresses that the site always has. */
const ALWAYS = new Set(['/', '/projects', '/robots.txt', '/sitemap.xml'])
/** Parts of the site whose addresses no collection knows. */
const NOT_KNOWN_HERE =
  /^\/(?:api|contact|demos?|experiences|feed|resume|rss|search|status|technologies)(?:[./]|$)/
const FILE = /^\/media\/([^/]+)$/

const rowsById = async (req: PayloadRequest, collection: string, ids: string[]) => {
  const wanted = [...new Set(ids)].slice(0, CHECKLIST.maxTargets)
  if (wanted.length === 0) return new Map<string, Row>()
  const { docs } = await req.payload.find({
    collection: collection as CollectionSlug,
    where: { id: { in: wanted } },
    depth: 0,
    pagination: false,
    trash: true,
    fallbackLocale: DEFAULT_LANGUAGE,
    overrideAccess: true,
    req,
  })
  return new Map((docs as unknown as Row[]).map((row) => [row.id, row]))
}

const isFile = async (req: PayloadRequest, name: string): Promise<boolean> => {
  const { totalDocs } = await req.payload.count({
    collection: 'media',
    where: { filename: { equals: name } },
    overrideAccess: true,
    req,
  })
  return totalDocs > 0
}

const leadsSomewhere = async (path: string, { req, self }: Asked): Promise<boolean> => {
  if (ALWAYS.has(path)) return true
  if (hasAddress(self.collection) && path === addressOf(self.collection, self.slug)) return true
  const file = FILE.exec(path)?.[1]
  if (file) return isFile(req, decodeURIComponent(file))
  if (await documentAt(req, path)) return true
  return NOT_KNOWN_HERE.test(path) || (await redirectFrom(req, path)) !== undefined
}

/** Whether an address is one of this site without a page. Others, anchors and mail are not judged. */
const isBrokenAddress = async (address: string, asked: Asked): Promise<boolean> => {
  const own = withoutOrigin(address, asked.siteUrl)
  if (!own.startsWith('/')) return false
  const path = sitePath(own)
  try {
    return path === undefined || !(await leadsSomewhere(path, asked))
  } catch (error) {
    // An escape that is none.
    if (error instanceof URIError) return true
    throw error
  }
}

type Rows = Map<string, Map<string, Row>>

/** Related documents that have drafts, by collection: only those can be hidden from visitors. */
const readDocuments = async (
  { links, shown }: Contents,
  { req, self }: Asked,
): Promise<{ rows: Rows; isPublic: (collection: string, id: string) => boolean }> => {
  const rows: Rows = new Map()
  const targets = [
    ...shown,
    ...links.flatMap((link) => ('document' in link ? [link.document] : [])),
  ]
  for (const collection of new Set(targets.map((target) => target.collection))) {
    if (!hasAddress(collection)) continue
    const ids = targets.filter((target) => target.collection === collection).map(({ id }) => id)
    rows.set(collection, await rowsById(req, collection, ids))
  }
  const isPublic = (collection: string, id: string) => {
    const isSelf = collection === self.collection && id === self.id
    return isSelf || !hasAddress(collection) || isPublicRow(rows.get(collection)?.get(id))
  }
  return { rows, isPublic }
}

const nameOf = (row: Row | undefined): string => {
  const name = wordsOf(row?.title) || wordsOf(row?.company)
  return name ? `“${name}”` : 'a document that is gone'
}

/** What is known of the files, links and related documents of `contents`. */
export const lookUp = async (
  contents: Contents,
  asked: Asked,
): Promise<Pick<Facts, 'pictures' | 'links' | 'shown'>> => {
  const { req } = asked
  const files = await rowsById(
    req,
    'media',
    contents.pictures.map(({ id }) => id),
  )
  const { rows, isPublic } = await readDocuments(contents, asked)
  const broken = new Map<string, boolean>()
  const links: Facts['links'] = []
  for (const link of contents.links) {
    if ('document' in link) {
      const { document, ...at } = link
      const { collection, id } = document
      const to = nameOf(rows.get(collection)?.get(id))
      links.push({ ...at, to, isBroken: !isPublic(collection, id) })
      continue
    }
    const { address, ...at } = link
    if (!broken.has(address) && broken.size < CHECKLIST.maxTargets) {
      broken.set(address, await isBrokenAddress(address, asked))
    }
    links.push({ ...at, to: `“${address}”`, isBroken: broken.get(address) ?? false })
  }
  return {
    pictures: contents.pictures.map(({ id, ...at }) => {
      const file = files.get(id)
      const isPicture = wordsOf(file?.mimeType).startsWith('image/')
      const isTold = wordsOf(file?.alt) !== '' || file?.decorative === true
      const state = !file ? 'is-gone' : isPicture && !isTold ? 'has-no-words' : 'is-fine'
      return { ...at, name: wordsOf(file?.filename), state }
    }),
    links,
    shown: contents.shown.map(({ collection, id, ...at }) => ({
      ...at,
      name: nameOf(rows.get(collection)?.get(id)),
      isPublic: isPublic(collection, id),
    })),
  }
}

/** How the demo did when it was last tried; `undefined` when there is no such demo. */
export const demoState = async (
  req: PayloadRequest,
  id: string,
): Promise<DemoState | undefined> => {
  const demo = (await rowsById(req, 'demos', [id])).get(id)
  if (!demo) return undefined
  if (demo.enabled === false) return 'off'
  const last = await lastTryOf(req.payload, id, req)
  return last ? (last.ok ? 'works' : 'failed') : 'untested'
}
