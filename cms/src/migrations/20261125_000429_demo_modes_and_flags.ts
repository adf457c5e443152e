// @ts-nocheck
import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."enum_demos_mode" ADD VALUE 'guided';
  CREATE TABLE "demos_rules" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"program" varchar,
  	"argument" varchar
  );
  
  ALTER TABLE "demos" ADD COLUMN "flags_loopback" boolean DEFAULT false;
  ALTER TABLE "demos" ADD COLUMN "flags_debug" boolean DEFAULT false;
  ALTER TABLE "demos_rules" ADD CONSTRAINT "demos_rules_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."demos"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "demos_rules_order_idx" ON "demos_rules" USING btree ("_order");
  CREATE INDEX "demos_rules_parent_id_idx" ON "demos_rules" USING btree ("_parent_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "demos_rules" CASCADE;
  ALTER TABLE "demos" ALTER COLUMN "mode" SET DATA TYPE text;
  ALTER TABLE "demos" ALTER COLUMN "mode" SET DEFAULT 'shell'::text;
  DROP TYPE "public"."enum_demos_mode";
  CREATE TYPE "public"."enum_demos_mode" AS ENUM('shell');
  ALTER TABLE "demos" ALTER COLUMN "mode" SET DEFAULT 'shell'::"public"."enum_demos_mode";
  ALTER TABLE "demos" ALTER COLUMN "mode" SET DATA TYPE "public"."enum_demos_mode" USING "mode"::"public"."enum_demos_mode";
  ALTER TABLE "demos" DROP COLUMN "flags_loopback";
  ALTER TABLE "demos" DROP COLUMN "flags_debug";`)
}
