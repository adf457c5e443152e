// @ts-nocheck
// Generated, and by hand: what was saved of the résumé was public and stays so, and on the way back nothing becomes public.
import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_resume_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__resume_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__resume_v_published_locale" AS ENUM('en', 'fr');
  ALTER TABLE "resume_education" ALTER COLUMN "institution" DROP NOT NULL;
  ALTER TABLE "_resume_v_version_education" ALTER COLUMN "institution" DROP NOT NULL;
  ALTER TABLE "resume" ADD COLUMN "_status" "enum_resume_status" DEFAULT 'draft';
  ALTER TABLE "_resume_v" ADD COLUMN "version__status" "enum__resume_v_version_status" DEFAULT 'draft';
  ALTER TABLE "_resume_v" ADD COLUMN "snapshot" boolean;
  ALTER TABLE "_resume_v" ADD COLUMN "published_locale" "enum__resume_v_published_locale";
  ALTER TABLE "_resume_v" ADD COLUMN "latest" boolean;
  ALTER TABLE "_resume_v" ADD COLUMN "autosave" boolean;
  UPDATE "resume" SET "_status" = 'published';
  UPDATE "_resume_v" SET "version__status" = 'published', "latest" = false, "autosave" = false;
  UPDATE "_resume_v" SET "latest" = true
  	WHERE "id" = (SELECT "id" FROM "_resume_v" ORDER BY "updated_at" DESC, "created_at" DESC LIMIT 1);
  CREATE INDEX "resume__status_idx" ON "resume" USING btree ("_status");
  CREATE INDEX "_resume_v_version_version__status_idx" ON "_resume_v" USING btree ("version__status");
  CREATE INDEX "_resume_v_snapshot_idx" ON "_resume_v" USING btree ("snapshot");
  CREATE INDEX "_resume_v_published_locale_idx" ON "_resume_v" USING btree ("published_locale");
  CREATE INDEX "_resume_v_latest_idx" ON "_resume_v" USING btree ("latest");
  CREATE INDEX "_resume_v_autosave_idx" ON "_resume_v" USING btree ("autosave");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DELETE FROM "resume" WHERE "_status" IS DISTINCT FROM 'published';
  UPDATE "_resume_v_version_education" SET "institution" = '' WHERE "institution" IS NULL;
  DROP INDEX "resume__status_idx";
  DROP INDEX "_resume_v_version_version__status_idx";
  DROP INDEX "_resume_v_snapshot_idx";
  DROP INDEX "_resume_v_published_locale_idx";
  DROP INDEX "_resume_v_latest_idx";
  DROP INDEX "_resume_v_autosave_idx";
  ALTER TABLE "resume_education" ALTER COLUMN "institution" SET NOT NULL;
  ALTER TABLE "_resume_v_version_education" ALTER COLUMN "institution" SET NOT NULL;
  ALTER TABLE "resume" DROP COLUMN "_status";
  ALTER TABLE "_resume_v" DROP COLUMN "version__status";
  ALTER TABLE "_resume_v" DROP COLUMN "snapshot";
  ALTER TABLE "_resume_v" DROP COLUMN "published_locale";
  ALTER TABLE "_resume_v" DROP COLUMN "latest";
  ALTER TABLE "_resume_v" DROP COLUMN "autosave";
  DROP TYPE "public"."enum_resume_status";
  DROP TYPE "public"."enum__resume_v_version_status";
  DROP TYPE "public"."enum__resume_v_published_locale";`)
}
