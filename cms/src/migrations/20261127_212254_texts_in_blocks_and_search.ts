// @ts-nocheck
// By hand, and without a snapshot: what Payload's own tables do not tell, the texts inside the blocks of pages, which are one piece
// of JSON, and the search index, which gets a row for each language.
import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

/** Texts that have languages from now on, by block; a dot leads into the rows of a list. As it was at this moment. */
const TEXTS = {
  callToAction: ['title', 'text', 'actions.label'],
  caseStudy: [
    'title',
    'problem',
    'approach',
    'result',
    'figures.value',
    'figures.label',
    'figures.description',
  ],
  code: ['caption'],
  documents: ['title', 'documents.title', 'documents.category', 'documents.description'],
  featureCards: ['title', 'cards.title', 'cards.text', 'cards.links.label'],
  gallery: ['name', 'description', 'images.caption'],
  hero: ['title', 'text', 'actions.label'],
  projectList: ['title'],
  prose: ['body'],
  quote: ['text', 'role'],
  statBar: ['stats.value', 'stats.label'],
  table: ['caption', 'rows.cells.text'],
  tabs: [
    'title',
    'tabs.label',
    'tabs.sections.title',
    'tabs.sections.text',
    'tabs.sections.links.label',
  ],
  technologyGroups: ['title', 'groups.title', 'groups.text'],
}

const change = (data, [name, ...rest], convert) => {
  const value = data?.[name]
  if (value === undefined || value === null) return
  if (rest.length === 0) data[name] = convert(value)
  else if (Array.isArray(value)) for (const row of value) change(row, rest, convert)
}

const PLACES = [
  ['pages', 'layout'],
  ['_pages_v', 'version_layout'],
]

/** A page at a time: a page and all its versions may be large. */
const changeLayouts = async (db, convert) => {
  for (const [table, column] of PLACES.map((names) => names.map((name) => sql.identifier(name)))) {
    const { rows } = await db.execute(sql`select id from ${table} where ${column} is not null`)
    for (const { id } of rows) {
      const found = await db.execute(sql`select ${column} as layout from ${table} where id = ${id}`)
      const layout = found.rows[0]?.layout
      if (!Array.isArray(layout)) continue
      for (const block of layout) {
        for (const path of TEXTS[block?.blockType] ?? []) change(block, path.split('.'), convert)
      }
      await db.execute(
        sql`update ${table} set ${column} = ${JSON.stringify(layout)}::jsonb where id = ${id}`,
      )
    }
  }
}

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await changeLayouts(db, (text) => ({ en: text }))
  await db.execute(sql`
  ALTER TABLE "search_documents" ADD COLUMN "locale" text NOT NULL DEFAULT 'en';
  ALTER TABLE "search_documents" ALTER COLUMN "locale" DROP DEFAULT;
  ALTER TABLE "search_documents" DROP CONSTRAINT "search_documents_pkey";
  ALTER TABLE "search_documents" ADD PRIMARY KEY ("collection", "doc_id", "locale");
  INSERT INTO "search_documents" (
  	"collection", "doc_id", "locale", "slug", "title", "summary", "body", "technologies",
  	"title_words", "technology_words", "summary_words", "body_words"
  ) SELECT
  	"collection", "doc_id", 'fr', "slug", "title", "summary", "body", "technologies",
  	"title_words", "technology_words", "summary_words", "body_words"
  FROM "search_documents";`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
  DELETE FROM "search_documents" WHERE "locale" <> 'en';
  ALTER TABLE "search_documents" DROP CONSTRAINT "search_documents_pkey";
  ALTER TABLE "search_documents" DROP COLUMN "locale";
  ALTER TABLE "search_documents" ADD PRIMARY KEY ("collection", "doc_id");`)
  await changeLayouts(db, (text) => text.en ?? null)
}
