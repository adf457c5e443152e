// @ts-nocheck
import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."enum_audit_log_action" ADD VALUE 'plan-refused' BEFORE 'trash';`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "audit_log" ALTER COLUMN "action" SET DATA TYPE text;
  DROP TYPE "public"."enum_audit_log_action";
  CREATE TYPE "public"."enum_audit_log_action" AS ENUM('create', 'update', 'draft', 'publish', 'unpublish', 'restore', 'trash', 'untrash', 'delete', 'login', 'login-failed', 'logout', 'account-locked', 'account-unlocked', 'password-changed', 'password-asked', 'factor-added', 'factor-removed', 'factor-failed', 'recovery-codes-made', 'recovery-code-used', 'service-key-made', 'session-ended', 'terminal-ended', 'terminal-watched', 'terminal-told', 'terminal-recorded', 'terminal-tried', 'service-drained', 'job-cancelled', 'export', 'import');
  ALTER TABLE "audit_log" ALTER COLUMN "action" SET DATA TYPE "public"."enum_audit_log_action" USING "action"::"public"."enum_audit_log_action";`)
}
