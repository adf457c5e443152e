// @ts-nocheck
import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_messages_state" AS ENUM('new', 'read', 'replied', 'spam');
  CREATE TYPE "public"."enum_messages_mail_state" AS ENUM('waiting', 'sent', 'failed', 'none');
  ALTER TYPE "public"."enum_payload_jobs_log_task_slug" ADD VALUE 'contact-forget' BEFORE 'terminal-forget';
  ALTER TYPE "public"."enum_payload_jobs_log_task_slug" ADD VALUE 'contact-mail' BEFORE 'terminal-forget';
  ALTER TYPE "public"."enum_payload_jobs_task_slug" ADD VALUE 'contact-forget' BEFORE 'terminal-forget';
  ALTER TYPE "public"."enum_payload_jobs_task_slug" ADD VALUE 'contact-mail' BEFORE 'terminal-forget';
  CREATE TABLE "messages" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"email" varchar NOT NULL,
  	"message" varchar NOT NULL,
  	"state" "enum_messages_state" DEFAULT 'new' NOT NULL,
  	"delete_after" timestamp(3) with time zone NOT NULL,
  	"mail_state" "enum_messages_mail_state" DEFAULT 'waiting' NOT NULL,
  	"mail_tries" numeric,
  	"mail_trouble" varchar,
  	"mail_next_try_at" timestamp(3) with time zone,
  	"spam_score" numeric,
  	"spam_reasons" varchar,
  	"form" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE INDEX "messages_state_idx" ON "messages" USING btree ("state");
  CREATE INDEX "messages_delete_after_idx" ON "messages" USING btree ("delete_after");
  CREATE UNIQUE INDEX "messages_form_idx" ON "messages" USING btree ("form");
  CREATE INDEX "messages_updated_at_idx" ON "messages" USING btree ("updated_at");
  CREATE INDEX "messages_created_at_idx" ON "messages" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "messages" CASCADE;
  ALTER TABLE "payload_jobs_log" ALTER COLUMN "task_slug" SET DATA TYPE text;
  DROP TYPE "public"."enum_payload_jobs_log_task_slug";
  CREATE TYPE "public"."enum_payload_jobs_log_task_slug" AS ENUM('inline', 'site-change', 'terminal-forget', 'terminal-recordings', 'terminal-smoke', 'audit-forget', 'schedulePublish');
  ALTER TABLE "payload_jobs_log" ALTER COLUMN "task_slug" SET DATA TYPE "public"."enum_payload_jobs_log_task_slug" USING "task_slug"::"public"."enum_payload_jobs_log_task_slug";
  ALTER TABLE "payload_jobs" ALTER COLUMN "task_slug" SET DATA TYPE text;
  DROP TYPE "public"."enum_payload_jobs_task_slug";
  CREATE TYPE "public"."enum_payload_jobs_task_slug" AS ENUM('inline', 'site-change', 'terminal-forget', 'terminal-recordings', 'terminal-smoke', 'audit-forget', 'schedulePublish');
  ALTER TABLE "payload_jobs" ALTER COLUMN "task_slug" SET DATA TYPE "public"."enum_payload_jobs_task_slug" USING "task_slug"::"public"."enum_payload_jobs_task_slug";
  DROP TYPE "public"."enum_messages_state";
  DROP TYPE "public"."enum_messages_mail_state";`)
}
