// Which other pages show a part of a document: those that name it, and those that it names.
import { sql } from '@payloadcms/db-postgres'
import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { CollectionSlug, GlobalSlug, PayloadRequest, Where } from 'payload'
import { PUBLISHED } from '../access/rules.ts'
import { OUTBOX as LIMITS } from '../limits.ts'
import { projectListBlock } from '../page-layout/project-list.ts'
import { ADDRESSED } from '../redirects/addresses.ts'
import { EVERYWHERE, type Page, type Reach } from './change.ts'
import { canName, mentionsOf } from './mentions.ts'

type Named = { id: string; slug: string }
type Subject = { collection: string; id: string }
type Column = { name: string }
type Connection = { execute: (query: SQL) => Promise<{ rows: { id: string }[] }> }

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** Ids of all documents that `docs` name, and a few that are none. */
const idsIn = (...docs: unknown[]): string[] => [
  ...new Set(docs.flatMap((doc) => JSON.stringify(doc ?? null).match(UUID) ?? [])),
]

/** Published documents of `collection` that `where` selects, one more than a message may name. */
const find = async (req: PayloadRequest, collection: string, where: Where): Promise<Named[]> => {
  const { docs } = await req.payload.find({
    collection: collection as CollectionSlug,
    where: { and: [PUBLISHED, where] },
    select: { slug: true } as never,
    depth: 0,
    limit: LIMITS.maxRelated + 1,
    pagination: false,
    overrideAccess: true,
    req,
  })
  return docs as unknown as Named[]
}

/** What the text of a row holds when it shows the subject: its id, or a list of whatever fits. */
const marksOf = ({ collection, id }: Subject): string[] =>
  collection === 'projects' ? [id, JSON.stringify(projectListBlock.slug)] : [id]

/** Ids of the rows of `collection` whose rich text or blocks show the subject. Payload has no query for that. */
const idsByText = async (
  req: PayloadRequest,
  { collection, texts, subject }: { collection: string; texts: string[]; subject: Subject },
): Promise<string[]> => {
  const { db } = req.payload
  // Texts that have languages are in a table of their own, a row for each language of a document.
  const tables = [
    { table: collection, id: 'id' },
    { table: `${collection}_locales`, id: '_parent_id' },
  ]
  const queries = tables.flatMap(({ table, id }) => {
    const columns = (db.tables?.[table] ?? {}) as Record<string, Column>
    const tests = texts.flatMap((text) => {
      const column = columns[text]
      if (!column) return []
      const name = sql.identifier(column.name)
      return marksOf(subject).map((mark) => sql`${name}::text like ${`%${mark}%`}`)
    })
    if (tests.length === 0) return []
    return [
      sql`select ${sql.identifier(id)} as id from ${sql.identifier(table)} where ${sql.join(tests, sql` or `)}`,
    ]
  })
  if (queries.length === 0) return []
  const transaction = await req.transactionID
  const session = transaction === undefined ? undefined : db.sessions?.[transaction]
  const { rows } = await ((session?.db ?? db.drizzle) as Connection).execute(
    sql.join(queries, sql` union `),
  )
  return rows.map((row) => row.id)
}

const pagesOf = async (
  req: PayloadRequest,
  collection: string,
  subject: Subject,
  named: string[],
): Promise<(Page & { id: string })[]> => {
  const { fields } = req.payload.collections[collection as CollectionSlug].config
  const { id } = subject
  const mentions = mentionsOf(fields, subject.collection as CollectionSlug)
  const byText = await idsByText(req, { collection, texts: mentions.texts, subject })
  const found = await find(req, collection, {
    or: [
      { id: { in: [...named, ...byText] } },
      ...mentions.paths.map((path): Where => ({ [path]: { equals: id } })),
      ...(mentions.isElsewhere ? [{ id: { exists: true } }] : []),
    ],
  })
  return found.map(({ slug, id: own }) => ({ collection, slug, id: own }))
}

/** Whether a global, which may be on every page, names the document. Those that name none of its kind are not read. */
const isInGlobal = async (req: PayloadRequest, { collection, id }: Subject): Promise<boolean> => {
  for (const { slug, fields } of req.payload.config.globals) {
    if (!canName(mentionsOf(fields, collection as CollectionSlug))) continue
    const global = await req.payload.findGlobal({
      slug: slug as GlobalSlug,
      depth: 0,
      overrideAccess: true,
      req,
    })
    if (idsIn(global).includes(id)) return true
  }
  return false
}

/** Where else a change of `subject` shows. `docs`: what it was and is; what they name is touched too. */
export const reachOf = async (
  req: PayloadRequest,
  subject: Subject,
  ...docs: unknown[]
): Promise<Reach> => {
  if (await isInGlobal(req, subject)) return EVERYWHERE
  const named = idsIn(...docs).filter((id) => id !== subject.id)
  const pages: (Page & { id: string })[] = []
  for (const collection of Object.keys(ADDRESSED)) {
    pages.push(...(await pagesOf(req, collection, subject, named)))
  }
  const others = pages.filter(({ id }) => id !== subject.id)
  if (others.length > LIMITS.maxRelated) return EVERYWHERE
  return {
    related: others.map(({ collection, slug }) => ({ collection, slug })),
    isEverywhere: false,
  }
}
