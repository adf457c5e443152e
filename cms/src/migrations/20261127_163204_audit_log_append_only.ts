// @ts-nocheck
// Written by hand: the log takes new entries only, whoever asks. One function may remove old ones, and none younger than
// the minimum in src/limits.ts.
import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE FUNCTION "audit_log_refuse"() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'DELETE'
        AND current_setting('shellfolio.forgetting', true) = 'on'
        AND OLD."created_at" < now() - interval '30 days'
      THEN
        RETURN OLD;
      END IF;
      RAISE EXCEPTION 'The audit log takes new entries only.' USING ERRCODE = 'insufficient_privilege';
    END
    $$;

    CREATE TRIGGER "audit_log_keep_rows" BEFORE UPDATE OR DELETE ON "audit_log"
      FOR EACH ROW EXECUTE FUNCTION "audit_log_refuse"();

    CREATE TRIGGER "audit_log_keep_all" BEFORE TRUNCATE ON "audit_log"
      FOR EACH STATEMENT EXECUTE FUNCTION "audit_log_refuse"();

    CREATE FUNCTION "audit_log_forget"("days" integer) RETURNS integer LANGUAGE plpgsql AS $$
    DECLARE
      "forgotten" integer;
    BEGIN
      PERFORM set_config('shellfolio.forgetting', 'on', true);
      DELETE FROM "audit_log" WHERE "created_at" < now() - make_interval(days => greatest("days", 30));
      GET DIAGNOSTICS "forgotten" = ROW_COUNT;
      PERFORM set_config('shellfolio.forgetting', 'off', true);
      RETURN "forgotten";
    END
    $$;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP FUNCTION "audit_log_forget"(integer);
    DROP TRIGGER "audit_log_keep_all" ON "audit_log";
    DROP TRIGGER "audit_log_keep_rows" ON "audit_log";
    DROP FUNCTION "audit_log_refuse"();`)
}
