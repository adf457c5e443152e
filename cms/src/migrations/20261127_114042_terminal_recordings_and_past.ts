// @ts-nocheck
import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_terminal_recordings_kind" AS ENUM('demo', 'replay');
  CREATE TABLE "terminal_recordings" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"title" varchar NOT NULL,
  	"published" boolean DEFAULT false,
  	"kind" "enum_terminal_recordings_kind" NOT NULL,
  	"demo_id" uuid,
  	"session" varchar NOT NULL,
  	"duration_ms" numeric NOT NULL,
  	"bytes" numeric NOT NULL,
  	"cols" numeric NOT NULL,
  	"rows" numeric NOT NULL,
  	"is_whole" boolean DEFAULT true,
  	"cast" varchar NOT NULL,
  	"poster" varchar,
  	"expires_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "terminal_sessions" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"session" varchar NOT NULL,
  	"demo_id" uuid,
  	"address_hash" varchar,
  	"country" varchar,
  	"started_at" timestamp(3) with time zone NOT NULL,
  	"ended_at" timestamp(3) with time zone NOT NULL,
  	"duration_ms" numeric NOT NULL,
  	"reason" varchar NOT NULL,
  	"exit_code" numeric,
  	"bytes_in" numeric DEFAULT 0 NOT NULL,
  	"bytes_out" numeric DEFAULT 0 NOT NULL,
  	"cpu_ms" numeric DEFAULT 0 NOT NULL,
  	"peak_memory_bytes" numeric DEFAULT 0 NOT NULL,
  	"start_ms" numeric,
  	"has_typed" boolean DEFAULT false,
  	"recording_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "terminal_days" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"key" varchar NOT NULL,
  	"day" varchar NOT NULL,
  	"demo_id" uuid,
  	"seen" numeric DEFAULT 0 NOT NULL,
  	"launches" numeric DEFAULT 0 NOT NULL,
  	"prompts" numeric DEFAULT 0 NOT NULL,
  	"first_commands" numeric DEFAULT 0 NOT NULL,
  	"steps" numeric DEFAULT 0 NOT NULL,
  	"start_times" jsonb,
  	"end_reasons" jsonb,
  	"commands" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "terminal_recordings_id" uuid;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "terminal_sessions_id" uuid;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "terminal_days_id" uuid;
  ALTER TABLE "terminal" ADD COLUMN "replay_enabled" boolean DEFAULT false;
  ALTER TABLE "terminal" ADD COLUMN "replay_days" numeric DEFAULT 7 NOT NULL;
  ALTER TABLE "terminal_recordings" ADD CONSTRAINT "terminal_recordings_demo_id_demos_id_fk" FOREIGN KEY ("demo_id") REFERENCES "public"."demos"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "terminal_sessions" ADD CONSTRAINT "terminal_sessions_demo_id_demos_id_fk" FOREIGN KEY ("demo_id") REFERENCES "public"."demos"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "terminal_sessions" ADD CONSTRAINT "terminal_sessions_recording_id_terminal_recordings_id_fk" FOREIGN KEY ("recording_id") REFERENCES "public"."terminal_recordings"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "terminal_days" ADD CONSTRAINT "terminal_days_demo_id_demos_id_fk" FOREIGN KEY ("demo_id") REFERENCES "public"."demos"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "terminal_recordings_kind_idx" ON "terminal_recordings" USING btree ("kind");
  CREATE INDEX "terminal_recordings_demo_idx" ON "terminal_recordings" USING btree ("demo_id");
  CREATE UNIQUE INDEX "terminal_recordings_session_idx" ON "terminal_recordings" USING btree ("session");
  CREATE INDEX "terminal_recordings_expires_at_idx" ON "terminal_recordings" USING btree ("expires_at");
  CREATE INDEX "terminal_recordings_updated_at_idx" ON "terminal_recordings" USING btree ("updated_at");
  CREATE INDEX "terminal_recordings_created_at_idx" ON "terminal_recordings" USING btree ("created_at");
  CREATE UNIQUE INDEX "terminal_sessions_session_idx" ON "terminal_sessions" USING btree ("session");
  CREATE INDEX "terminal_sessions_demo_idx" ON "terminal_sessions" USING btree ("demo_id");
  CREATE INDEX "terminal_sessions_address_hash_idx" ON "terminal_sessions" USING btree ("address_hash");
  CREATE INDEX "terminal_sessions_started_at_idx" ON "terminal_sessions" USING btree ("started_at");
  CREATE INDEX "terminal_sessions_ended_at_idx" ON "terminal_sessions" USING btree ("ended_at");
  CREATE INDEX "terminal_sessions_recording_idx" ON "terminal_sessions" USING btree ("recording_id");
  CREATE INDEX "terminal_sessions_updated_at_idx" ON "terminal_sessions" USING btree ("updated_at");
  CREATE INDEX "terminal_sessions_created_at_idx" ON "terminal_sessions" USING btree ("created_at");
  CREATE UNIQUE INDEX "terminal_days_key_idx" ON "terminal_days" USING btree ("key");
  CREATE INDEX "terminal_days_day_idx" ON "terminal_days" USING btree ("day");
  CREATE INDEX "terminal_days_demo_idx" ON "terminal_days" USING btree ("demo_id");
  CREATE INDEX "terminal_days_updated_at_idx" ON "terminal_days" USING btree ("updated_at");
  CREATE INDEX "terminal_days_created_at_idx" ON "terminal_days" USING btree ("created_at");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_terminal_recordings_fk" FOREIGN KEY ("terminal_recordings_id") REFERENCES "public"."terminal_recordings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_terminal_sessions_fk" FOREIGN KEY ("terminal_sessions_id") REFERENCES "public"."terminal_sessions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_terminal_days_fk" FOREIGN KEY ("terminal_days_id") REFERENCES "public"."terminal_days"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_terminal_recordings_id_idx" ON "payload_locked_documents_rels" USING btree ("terminal_recordings_id");
  CREATE INDEX "payload_locked_documents_rels_terminal_sessions_id_idx" ON "payload_locked_documents_rels" USING btree ("terminal_sessions_id");
  CREATE INDEX "payload_locked_documents_rels_terminal_days_id_idx" ON "payload_locked_documents_rels" USING btree ("terminal_days_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "terminal_recordings" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "terminal_sessions" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "terminal_days" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "terminal_recordings" CASCADE;
  DROP TABLE "terminal_sessions" CASCADE;
  DROP TABLE "terminal_days" CASCADE;
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_terminal_recordings_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_terminal_sessions_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_terminal_days_fk";
  
  DROP INDEX "payload_locked_documents_rels_terminal_recordings_id_idx";
  DROP INDEX "payload_locked_documents_rels_terminal_sessions_id_idx";
  DROP INDEX "payload_locked_documents_rels_terminal_days_id_idx";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "terminal_recordings_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "terminal_sessions_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "terminal_days_id";
  ALTER TABLE "terminal" DROP COLUMN "replay_enabled";
  ALTER TABLE "terminal" DROP COLUMN "replay_days";
  DROP TYPE "public"."enum_terminal_recordings_kind";`)
}
