// @ts-nocheck
import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_health_checks_check" AS ENUM('database', 'storage', 'site', 'terminal', 'mail');
  CREATE TYPE "public"."enum_health_checks_state" AS ENUM('up', 'degraded', 'down');
  ALTER TYPE "public"."enum_payload_jobs_log_task_slug" ADD VALUE 'check-health' BEFORE 'contact-forget';
  ALTER TYPE "public"."enum_payload_jobs_task_slug" ADD VALUE 'check-health' BEFORE 'contact-forget';
  CREATE TABLE "health_checks" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"check" "enum_health_checks_check" NOT NULL,
  	"state" "enum_health_checks_state" NOT NULL,
  	"sentence" varchar NOT NULL,
  	"since" timestamp(3) with time zone NOT NULL,
  	"ms" numeric NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE INDEX "health_checks_check_idx" ON "health_checks" USING btree ("check");
  CREATE INDEX "health_checks_updated_at_idx" ON "health_checks" USING btree ("updated_at");
  CREATE INDEX "health_checks_created_at_idx" ON "health_checks" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "health_checks" CASCADE;
  ALTER TABLE "payload_jobs_log" ALTER COLUMN "task_slug" SET DATA TYPE text;
  DROP TYPE "public"."enum_payload_jobs_log_task_slug";
  CREATE TYPE "public"."enum_payload_jobs_log_task_slug" AS ENUM('inline', 'site-change', 'draw-diagrams', 'clean-up-files', 'rescue-jobs', 'contact-forget', 'contact-mail', 'terminal-forget', 'terminal-recordings', 'terminal-smoke', 'audit-forget', 'schedulePublish');
  ALTER TABLE "payload_jobs_log" ALTER COLUMN "task_slug" SET DATA TYPE "public"."enum_payload_jobs_log_task_slug" USING "task_slug"::"public"."enum_payload_jobs_log_task_slug";
  ALTER TABLE "payload_jobs" ALTER COLUMN "task_slug" SET DATA TYPE text;
  DROP TYPE "public"."enum_payload_jobs_task_slug";
  CREATE TYPE "public"."enum_payload_jobs_task_slug" AS ENUM('inline', 'site-change', 'draw-diagrams', 'clean-up-files', 'rescue-jobs', 'contact-forget', 'contact-mail', 'terminal-forget', 'terminal-recordings', 'terminal-smoke', 'audit-forget', 'schedulePublish');
  ALTER TABLE "payload_jobs" ALTER COLUMN "task_slug" SET DATA TYPE "public"."enum_payload_jobs_task_slug" USING "task_slug"::"public"."enum_payload_jobs_task_slug";
  DROP TYPE "public"."enum_health_checks_check";
  DROP TYPE "public"."enum_health_checks_state";`)
}
