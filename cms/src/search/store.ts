// The table of the search index, written in the transaction that changes the content.
import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import type { SearchRow } from './searched.ts'

type Database = Pick<PayloadRequest['payload']['db']['drizzle'], 'execute'>

/** The transaction of `req`, or the pool. */
const databaseOf = async ({ payload, transactionID }: PayloadRequest): Promise<Database> => {
  const id = await transactionID
  const session = id === undefined ? undefined : payload.db.sessions?.[id]
  return (session?.db as Database | undefined) ?? payload.db.drizzle
}

const keep = (database: Database, row: SearchRow) => {
  const { collection, id, locale, slug, title, summary, body, technologies, words } = row
  return database.execute(sql`
    insert into "search_documents" (
      "collection", "doc_id", "locale", "slug", "title", "summary", "body", "technologies",
      "title_words", "technology_words", "summary_words", "body_words"
    ) values (
      ${collection}, ${id}, ${locale}, ${slug}, ${title}, ${summary}, ${body},
      array(select jsonb_array_elements_text(${JSON.stringify(technologies)}::jsonb)),
      ${words.title}, ${words.technologies}, ${words.summary}, ${words.body}
    )
    on conflict ("collection", "doc_id", "locale") do update set
      "slug" = excluded."slug",
      "title" = excluded."title",
      "summary" = excluded."summary",
      "body" = excluded."body",
      "technologies" = excluded."technologies",
      "title_words" = excluded."title_words",
      "technology_words" = excluded."technology_words",
      "summary_words" = excluded."summary_words",
      "body_words" = excluded."body_words"`)
}

export const keepRows = async (req: PayloadRequest, rows: readonly SearchRow[]): Promise<void> => {
  const database = await databaseOf(req)
  for (const row of rows) await keep(database, row)
}

/** The document in all languages. */
export const dropRows = async (
  req: PayloadRequest,
  collection: string,
  id: string,
): Promise<void> => {
  const database = await databaseOf(req)
  await database.execute(
    sql`delete from "search_documents" where "collection" = ${collection} and "doc_id" = ${id}`,
  )
}

export const dropAll = async (req: PayloadRequest): Promise<void> => {
  const database = await databaseOf(req)
  await database.execute(sql`delete from "search_documents"`)
}

/** Documents that are found by the name of this technology, collection by collection. */
export const documentsWith = async (
  req: PayloadRequest,
  technology: string,
): Promise<Map<string, string[]>> => {
  const database = await databaseOf(req)
  const { rows } = await database.execute(sql`
    select distinct "collection", "doc_id" from "search_documents"
    where "technologies" @> array[${technology}]::text[]`)
  const found = new Map<string, string[]>()
  for (const { collection, doc_id: id } of rows as { collection: string; doc_id: string }[]) {
    found.set(collection, [...(found.get(collection) ?? []), id])
  }
  return found
}
