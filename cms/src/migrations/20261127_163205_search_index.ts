// @ts-nocheck
// By hand, and without a snapshot: this table is none of Payload's, and the next generated migration starts from the newest of those.
import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
  CREATE TABLE "search_documents" (
  	"collection" text NOT NULL,
  	"doc_id" uuid NOT NULL,
  	"slug" text NOT NULL,
  	"title" text NOT NULL,
  	"summary" text NOT NULL,
  	"body" text NOT NULL,
  	"technologies" text[] NOT NULL,
  	"title_words" text NOT NULL,
  	"technology_words" text NOT NULL,
  	"summary_words" text NOT NULL,
  	"body_words" text NOT NULL,
  	"words" tsvector NOT NULL GENERATED ALWAYS AS (
  		setweight(to_tsvector('pg_catalog.simple', "title_words"), 'A')
  		|| setweight(to_tsvector('pg_catalog.simple', "technology_words"), 'B')
  		|| setweight(to_tsvector('pg_catalog.simple', "summary_words"), 'C')
  		|| setweight(to_tsvector('pg_catalog.simple', "body_words"), 'D')
  	) STORED,
  	PRIMARY KEY ("collection", "doc_id")
  );
  CREATE INDEX "search_documents_words_idx" ON "search_documents" USING gin ("words");
  CREATE INDEX "search_documents_technologies_idx" ON "search_documents" USING gin ("technologies");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`DROP TABLE "search_documents";`)
}
