// @ts-nocheck
// Generated, and by hand: the notice moves, before the column that it was in is gone.
import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "terminal_locales" (
  	"notice" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  ALTER TABLE "terminal_locales" ADD CONSTRAINT "terminal_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."terminal"("id") ON DELETE cascade ON UPDATE no action;
  CREATE UNIQUE INDEX "terminal_locales_locale_parent_id_unique" ON "terminal_locales" USING btree ("_locale","_parent_id");
  INSERT INTO "terminal_locales" ("notice", "_locale", "_parent_id") SELECT "notice", 'en', "id" FROM "terminal";
  ALTER TABLE "terminal" DROP COLUMN "notice";`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "terminal" ADD COLUMN "notice" varchar;
  UPDATE "terminal" t SET "notice" = l."notice" FROM "terminal_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  DROP TABLE "terminal_locales" CASCADE;`)
}
