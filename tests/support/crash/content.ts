// What the writers of a crash write, and whether it is whole: each number stands for one content, in every table it reaches.
import { isDeepStrictEqual } from 'node:util'
import type { Client } from 'pg'
import { paragraph } from '../rich-text.ts'

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index))

const partsOf = (number: number) => ({
  features: times((number % 3) + 1, (index) => `feature ${number}.${index}`),
  badges: times((number % 2) + 1, (index) => `badge ${number}.${index}`),
  related: number % 2,
})

/** A project, published. `related`: another one, which every second content names. */
export const contentOf = (name: string, number: number, related: string) => ({
  title: `${name} ${number}`,
  summary: `summary ${number}`,
  kind: 'personal',
  body: paragraph(`body ${number}.`),
  features: partsOf(number).features.map((text) => ({ text })),
  badges: partsOf(number).badges.map((text) => ({ text, tone: 'info' })),
  related: number % 2 ? [related] : [],
  _status: 'published',
})

export type Row = {
  /** Of the project, also when this is a version of it. */
  id: string
  name: string
  number: number
}

type Stored = {
  id: string
  title: string
  summary: string
  body: unknown
  features: string[]
  badges: string[]
  related: number
}

/** Texts of the rows of a list, which lie in a table of their own. */
const list = (table: string) =>
  `(select coalesce(json_agg(l.text order by r._order), '[]') from ${table} r
    join ${table}_locales l on l._parent_id = r.id and l._locale = 'en' where r._parent_id = t.id)`
const words = (table: string) =>
  `${table} t join ${table}_locales w on w._parent_id = t.id and w._locale = 'en'`
const count = (table: string, path: string) =>
  `(select count(*)::int from ${table} r where r.parent_id = t.id and r.path = '${path}')`

const PROJECTS = `select t.id, title, summary, body, ${list('projects_features')} as features,
  ${list('projects_badges')} as badges, ${count('projects_rels', 'related')} as related
  from ${words('projects')} where title ~ ' [0-9]+$'`
const VERSIONS = `select t.parent_id as id, version_title as title, version_summary as summary,
  version_body as body, ${list('_projects_v_version_features')} as features,
  ${list('_projects_v_version_badges')} as badges,
  ${count('_projects_v_rels', 'version.related')} as related
  from ${words('_projects_v')} where version_title ~ ' [0-9]+$'`

/** @throws {Error} for a row that is not one whole content */
const wholeRow = ({ id, title, summary, body, features, badges, related }: Stored): Row => {
  const [, name = '', digits = ''] = /^(.*) (\d+)$/.exec(title) ?? []
  const number = Number(digits)
  const wanted = { ...partsOf(number), summary: `summary ${number}`, hasBody: true }
  const hasBody = JSON.stringify(body).includes(`"body ${number}."`)
  const found = { features, badges, related, summary, hasBody }
  if (!isDeepStrictEqual(found, wanted)) {
    throw new Error(`A half document: ${JSON.stringify({ title, found, wanted })}`)
  }
  return { id, name, number }
}

/** Every project and every version of one. @throws {Error} for one that is half, or not found as it is */
export const wholeRows = async (client: Client): Promise<{ projects: Row[]; versions: Row[] }> => {
  const { rows } = await client.query<Stored>(PROJECTS)
  const { rows: versions } = await client.query<Stored>(VERSIONS)
  const { rows: indexed } = await client.query<{ doc_id: string; title: string }>(
    "select doc_id, title from search_documents where locale = 'en'",
  )
  const titles = new Map(indexed.map(({ doc_id: id, title }) => [id, title]))
  for (const { id, title } of rows) {
    if (titles.get(id) !== title) throw new Error(`“${title}” is found as “${titles.get(id)}”.`)
  }
  return { projects: rows.map(wholeRow), versions: versions.map(wholeRow) }
}
