// @ts-nocheck
import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_experiences_architecture_diagrams_kind" AS ENUM('mermaid', 'svg', 'image', 'ascii');
  CREATE TYPE "public"."enum__experiences_v_version_architecture_diagrams_kind" AS ENUM('mermaid', 'svg', 'image', 'ascii');
  ALTER TYPE "public"."enum_payload_jobs_log_task_slug" ADD VALUE 'draw-diagrams' BEFORE 'contact-forget';
  ALTER TYPE "public"."enum_payload_jobs_task_slug" ADD VALUE 'draw-diagrams' BEFORE 'contact-forget';
  CREATE TABLE "experiences_architecture_diagrams" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"kind" "enum_experiences_architecture_diagrams_kind" DEFAULT 'mermaid',
  	"title" varchar,
  	"description" varchar,
  	"source" varchar,
  	"image_id" uuid,
  	"text_alternative" varchar,
  	"light_svg" varchar,
  	"dark_svg" varchar,
  	"draw_error" varchar,
  	"drawn_from" varchar
  );
  
  CREATE TABLE "_experiences_v_version_architecture_diagrams" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"kind" "enum__experiences_v_version_architecture_diagrams_kind" DEFAULT 'mermaid',
  	"title" varchar,
  	"description" varchar,
  	"source" varchar,
  	"image_id" uuid,
  	"text_alternative" varchar,
  	"light_svg" varchar,
  	"dark_svg" varchar,
  	"draw_error" varchar,
  	"drawn_from" varchar,
  	"_uuid" varchar
  );
  
  ALTER TABLE "experiences_architecture_diagrams" ADD CONSTRAINT "experiences_architecture_diagrams_image_id_media_id_fk" FOREIGN KEY ("image_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "experiences_architecture_diagrams" ADD CONSTRAINT "experiences_architecture_diagrams_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."experiences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_experiences_v_version_architecture_diagrams" ADD CONSTRAINT "_experiences_v_version_architecture_diagrams_image_id_media_id_fk" FOREIGN KEY ("image_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_experiences_v_version_architecture_diagrams" ADD CONSTRAINT "_experiences_v_version_architecture_diagrams_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_experiences_v"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "experiences_architecture_diagrams_order_idx" ON "experiences_architecture_diagrams" USING btree ("_order");
  CREATE INDEX "experiences_architecture_diagrams_parent_id_idx" ON "experiences_architecture_diagrams" USING btree ("_parent_id");
  CREATE INDEX "experiences_architecture_diagrams_image_idx" ON "experiences_architecture_diagrams" USING btree ("image_id");
  CREATE INDEX "_experiences_v_version_architecture_diagrams_order_idx" ON "_experiences_v_version_architecture_diagrams" USING btree ("_order");
  CREATE INDEX "_experiences_v_version_architecture_diagrams_parent_id_idx" ON "_experiences_v_version_architecture_diagrams" USING btree ("_parent_id");
  CREATE INDEX "_experiences_v_version_architecture_diagrams_image_idx" ON "_experiences_v_version_architecture_diagrams" USING btree ("image_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "experiences_architecture_diagrams" CASCADE;
  DROP TABLE "_experiences_v_version_architecture_diagrams" CASCADE;
  ALTER TABLE "payload_jobs_log" ALTER COLUMN "task_slug" SET DATA TYPE text;
  DROP TYPE "public"."enum_payload_jobs_log_task_slug";
  CREATE TYPE "public"."enum_payload_jobs_log_task_slug" AS ENUM('inline', 'site-change', 'contact-forget', 'contact-mail', 'terminal-forget', 'terminal-recordings', 'terminal-smoke', 'audit-forget', 'schedulePublish');
  ALTER TABLE "payload_jobs_log" ALTER COLUMN "task_slug" SET DATA TYPE "public"."enum_payload_jobs_log_task_slug" USING "task_slug"::"public"."enum_payload_jobs_log_task_slug";
  ALTER TABLE "payload_jobs" ALTER COLUMN "task_slug" SET DATA TYPE text;
  DROP TYPE "public"."enum_payload_jobs_task_slug";
  CREATE TYPE "public"."enum_payload_jobs_task_slug" AS ENUM('inline', 'site-change', 'contact-forget', 'contact-mail', 'terminal-forget', 'terminal-recordings', 'terminal-smoke', 'audit-forget', 'schedulePublish');
  ALTER TABLE "payload_jobs" ALTER COLUMN "task_slug" SET DATA TYPE "public"."enum_payload_jobs_task_slug" USING "task_slug"::"public"."enum_payload_jobs_task_slug";
  DROP TYPE "public"."enum_experiences_architecture_diagrams_kind";
  DROP TYPE "public"."enum__experiences_v_version_architecture_diagrams_kind";`)
}
