// Asks the index.
import type { Payload } from 'payload'
import { excerptOf, markIn, type Piece } from './excerpt.ts'
import { questionOf } from './question.ts'

export type Found = {
  collection: string
  slug: string
  title: string
  titlePieces: Piece[]
  excerpt: Piece[]
}

type Row = {
  collection: string
  slug: string
  title: string
  summary: string
  body: string
  total: string
}

// Better matches first: in the title, then technologies, the summary, and everything else.
const FIND = `
  with asked as (
    select case when $2 = '' then websearch_to_tsquery('simple', $1)
      else websearch_to_tsquery('simple', $1) && to_tsquery('simple', $2) end as question
  )
  select "collection", "slug", "title", "summary", "body", count(*) over () as "total"
  from "search_documents", asked
  where "words" @@ asked.question
  order by ts_rank("words", asked.question) desc, "title", "doc_id"
  limit $3 offset $4`

/** Documents that visitors see and that say what `text` asks for; none of a question without words. */
export const findDocuments = async (
  payload: Payload,
  { text, limit, offset }: { text: string; limit: number; offset: number },
): Promise<{ total: number; found: Found[] }> => {
  const question = questionOf(text)
  if (!question) return { total: 0, found: [] }
  const { web, prefix, terms } = question
  const { rows } = await payload.db.pool.query<Row>(FIND, [web, prefix, limit, offset])
  const found = rows.map(({ collection, slug, title, summary, body }) => ({
    collection,
    slug,
    title,
    titlePieces: markIn(title, terms),
    excerpt: excerptOf([summary, body].filter(Boolean).join(' '), terms),
  }))
  return { total: Number(rows[0]?.total ?? 0), found }
}
