// @ts-nocheck
import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_page_counts_kind" AS ENUM('page', 'referrer');
  ALTER TYPE "public"."enum_payload_jobs_log_task_slug" ADD VALUE 'page-counts-forget' BEFORE 'contact-forget';
  ALTER TYPE "public"."enum_payload_jobs_task_slug" ADD VALUE 'page-counts-forget' BEFORE 'contact-forget';
  CREATE TABLE "page_counts" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"day" varchar NOT NULL,
  	"kind" "enum_page_counts_kind" NOT NULL,
  	"name" varchar NOT NULL,
  	"views" numeric NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "page_count_messages" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"message" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "site" ADD COLUMN "count_views" boolean DEFAULT true;
  ALTER TABLE "_site_v" ADD COLUMN "version_count_views" boolean DEFAULT true;
  CREATE INDEX "page_counts_updated_at_idx" ON "page_counts" USING btree ("updated_at");
  CREATE INDEX "page_counts_created_at_idx" ON "page_counts" USING btree ("created_at");
  CREATE UNIQUE INDEX "day_kind_name_idx" ON "page_counts" USING btree ("day","kind","name");
  CREATE UNIQUE INDEX "page_count_messages_message_idx" ON "page_count_messages" USING btree ("message");
  CREATE INDEX "page_count_messages_updated_at_idx" ON "page_count_messages" USING btree ("updated_at");
  CREATE INDEX "page_count_messages_created_at_idx" ON "page_count_messages" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "page_counts" CASCADE;
  DROP TABLE "page_count_messages" CASCADE;
  ALTER TABLE "payload_jobs_log" ALTER COLUMN "task_slug" SET DATA TYPE text;
  DROP TYPE "public"."enum_payload_jobs_log_task_slug";
  CREATE TYPE "public"."enum_payload_jobs_log_task_slug" AS ENUM('inline', 'site-change', 'draw-diagrams', 'clean-up-files', 'rescue-jobs', 'check-health', 'contact-forget', 'contact-mail', 'terminal-forget', 'terminal-recordings', 'terminal-smoke', 'audit-forget', 'schedulePublish');
  ALTER TABLE "payload_jobs_log" ALTER COLUMN "task_slug" SET DATA TYPE "public"."enum_payload_jobs_log_task_slug" USING "task_slug"::"public"."enum_payload_jobs_log_task_slug";
  ALTER TABLE "payload_jobs" ALTER COLUMN "task_slug" SET DATA TYPE text;
  DROP TYPE "public"."enum_payload_jobs_task_slug";
  CREATE TYPE "public"."enum_payload_jobs_task_slug" AS ENUM('inline', 'site-change', 'draw-diagrams', 'clean-up-files', 'rescue-jobs', 'check-health', 'contact-forget', 'contact-mail', 'terminal-forget', 'terminal-recordings', 'terminal-smoke', 'audit-forget', 'schedulePublish');
  ALTER TABLE "payload_jobs" ALTER COLUMN "task_slug" SET DATA TYPE "public"."enum_payload_jobs_task_slug" USING "task_slug"::"public"."enum_payload_jobs_task_slug";
  ALTER TABLE "site" DROP COLUMN "count_views";
  ALTER TABLE "_site_v" DROP COLUMN "version_count_views";
  DROP TYPE "public"."enum_page_counts_kind";`)
}
