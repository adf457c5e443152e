// Asks the index.
import type { Payload } from 'payload'
import type { Language } from '../languages/languages.ts'
import { excerptOf, markIn, type Piece } from './excerpt.ts'
import { questionOf } from './question.ts'

export type Found = {
  collection: string
  slug: string
  title: string
  titlePieces: Piece[]
  excerpt: Piece[]
}

type Asked = { text: string; locale: Language; limit: number; offset: number }

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
  where "words" @@ asked.question and "locale" = $5
  order by ts_rank("words", asked.question) desc, "title", "doc_id"
  limit $3 offset $4`

/** Documents that visitors see and that say in a language what `text` asks for; none of a question without words. */
export const findDocuments = async (
  payload: Payload,
  { text, locale, limit, offset }: Asked,
): Promise<{ total: number; found: Found[] }> => {
  const question = questionOf(text)
  if (!question) return { total: 0, found: [] }
  const { web, prefix, terms } = question
  const { rows } = await payload.db.pool.query<Row>(FIND, [web, prefix, limit, offset, locale])
  const found = rows.map(({ collection, slug, title, summary, body }) => ({
    collection,
    slug,
    title,
    titlePieces: markIn(title, terms),
    excerpt: excerptOf([summary, body].filter(Boolean).join(' '), terms),
  }))
  return { total: Number(rows[0]?.total ?? 0), found }
}
