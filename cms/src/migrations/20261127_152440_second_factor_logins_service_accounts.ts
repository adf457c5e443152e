// @ts-nocheck
import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_service_accounts_scope" AS ENUM('read', 'write');
  ALTER TYPE "public"."enum_audit_log_action" ADD VALUE 'service-key-made' BEFORE 'session-ended';
  CREATE TABLE "service_accounts" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"scope" "enum_service_accounts_scope" DEFAULT 'read' NOT NULL,
  	"expires_at" timestamp(3) with time zone NOT NULL,
  	"revoked" boolean DEFAULT false,
  	"last_used_at" timestamp(3) with time zone,
  	"key_fingerprint" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "second_factors_recovery_codes" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"fingerprint" varchar NOT NULL
  );
  
  CREATE TABLE "second_factors" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"account_id" uuid NOT NULL,
  	"secret" varchar NOT NULL,
  	"confirmed_at" timestamp(3) with time zone,
  	"last_step" numeric,
  	"attempts" numeric DEFAULT 0 NOT NULL,
  	"locked_until" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "logins" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"account_id" uuid NOT NULL,
  	"session" varchar NOT NULL,
  	"browser" varchar NOT NULL,
  	"address" varchar NOT NULL,
  	"seen_at" timestamp(3) with time zone NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "account_rules" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"require_second_factor" boolean DEFAULT false,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  ALTER TABLE "users" ADD COLUMN "disabled" boolean DEFAULT false;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "service_accounts_id" uuid;
  ALTER TABLE "payload_preferences_rels" ADD COLUMN "service_accounts_id" uuid;
  ALTER TABLE "second_factors_recovery_codes" ADD CONSTRAINT "second_factors_recovery_codes_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."second_factors"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "second_factors" ADD CONSTRAINT "second_factors_account_id_users_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "logins" ADD CONSTRAINT "logins_account_id_users_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE UNIQUE INDEX "service_accounts_key_fingerprint_idx" ON "service_accounts" USING btree ("key_fingerprint");
  CREATE INDEX "service_accounts_updated_at_idx" ON "service_accounts" USING btree ("updated_at");
  CREATE INDEX "service_accounts_created_at_idx" ON "service_accounts" USING btree ("created_at");
  CREATE INDEX "second_factors_recovery_codes_order_idx" ON "second_factors_recovery_codes" USING btree ("_order");
  CREATE INDEX "second_factors_recovery_codes_parent_id_idx" ON "second_factors_recovery_codes" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "second_factors_account_idx" ON "second_factors" USING btree ("account_id");
  CREATE INDEX "second_factors_updated_at_idx" ON "second_factors" USING btree ("updated_at");
  CREATE INDEX "second_factors_created_at_idx" ON "second_factors" USING btree ("created_at");
  CREATE INDEX "logins_account_idx" ON "logins" USING btree ("account_id");
  CREATE UNIQUE INDEX "logins_session_idx" ON "logins" USING btree ("session");
  CREATE INDEX "logins_updated_at_idx" ON "logins" USING btree ("updated_at");
  CREATE INDEX "logins_created_at_idx" ON "logins" USING btree ("created_at");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_service_accounts_fk" FOREIGN KEY ("service_accounts_id") REFERENCES "public"."service_accounts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_service_accounts_fk" FOREIGN KEY ("service_accounts_id") REFERENCES "public"."service_accounts"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_service_accounts_id_idx" ON "payload_locked_documents_rels" USING btree ("service_accounts_id");
  CREATE INDEX "payload_preferences_rels_service_accounts_id_idx" ON "payload_preferences_rels" USING btree ("service_accounts_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "service_accounts" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "second_factors_recovery_codes" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "second_factors" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "logins" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "account_rules" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "service_accounts" CASCADE;
  DROP TABLE "second_factors_recovery_codes" CASCADE;
  DROP TABLE "second_factors" CASCADE;
  DROP TABLE "logins" CASCADE;
  DROP TABLE "account_rules" CASCADE;
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_service_accounts_fk";
  
  ALTER TABLE "payload_preferences_rels" DROP CONSTRAINT "payload_preferences_rels_service_accounts_fk";
  
  ALTER TABLE "audit_log" ALTER COLUMN "action" SET DATA TYPE text;
  DROP TYPE "public"."enum_audit_log_action";
  CREATE TYPE "public"."enum_audit_log_action" AS ENUM('create', 'update', 'draft', 'publish', 'unpublish', 'restore', 'trash', 'untrash', 'delete', 'login', 'login-failed', 'logout', 'account-locked', 'account-unlocked', 'password-changed', 'password-asked', 'factor-added', 'factor-removed', 'factor-failed', 'recovery-codes-made', 'recovery-code-used', 'session-ended', 'terminal-ended', 'terminal-watched', 'terminal-told', 'terminal-recorded', 'terminal-tried', 'service-drained', 'job-cancelled', 'export', 'import');
  ALTER TABLE "audit_log" ALTER COLUMN "action" SET DATA TYPE "public"."enum_audit_log_action" USING "action"::"public"."enum_audit_log_action";
  DROP INDEX "payload_locked_documents_rels_service_accounts_id_idx";
  DROP INDEX "payload_preferences_rels_service_accounts_id_idx";
  ALTER TABLE "users" DROP COLUMN "disabled";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "service_accounts_id";
  ALTER TABLE "payload_preferences_rels" DROP COLUMN "service_accounts_id";
  DROP TYPE "public"."enum_service_accounts_scope";`)
}
