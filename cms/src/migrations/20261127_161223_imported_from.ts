// @ts-nocheck
import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "projects" ADD COLUMN "imported_from" varchar;
  ALTER TABLE "projects" ADD COLUMN "import_mark" varchar;
  ALTER TABLE "_projects_v" ADD COLUMN "version_imported_from" varchar;
  ALTER TABLE "_projects_v" ADD COLUMN "version_import_mark" varchar;
  ALTER TABLE "experiences" ADD COLUMN "imported_from" varchar;
  ALTER TABLE "experiences" ADD COLUMN "import_mark" varchar;
  ALTER TABLE "_experiences_v" ADD COLUMN "version_imported_from" varchar;
  ALTER TABLE "_experiences_v" ADD COLUMN "version_import_mark" varchar;
  CREATE INDEX "projects_imported_from_idx" ON "projects" USING btree ("imported_from");
  CREATE INDEX "_projects_v_version_version_imported_from_idx" ON "_projects_v" USING btree ("version_imported_from");
  CREATE INDEX "experiences_imported_from_idx" ON "experiences" USING btree ("imported_from");
  CREATE INDEX "_experiences_v_version_version_imported_from_idx" ON "_experiences_v" USING btree ("version_imported_from");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP INDEX "projects_imported_from_idx";
  DROP INDEX "_projects_v_version_version_imported_from_idx";
  DROP INDEX "experiences_imported_from_idx";
  DROP INDEX "_experiences_v_version_version_imported_from_idx";
  ALTER TABLE "projects" DROP COLUMN "imported_from";
  ALTER TABLE "projects" DROP COLUMN "import_mark";
  ALTER TABLE "_projects_v" DROP COLUMN "version_imported_from";
  ALTER TABLE "_projects_v" DROP COLUMN "version_import_mark";
  ALTER TABLE "experiences" DROP COLUMN "imported_from";
  ALTER TABLE "experiences" DROP COLUMN "import_mark";
  ALTER TABLE "_experiences_v" DROP COLUMN "version_imported_from";
  ALTER TABLE "_experiences_v" DROP COLUMN "version_import_mark";`)
}
