// @ts-nocheck
import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_projects_badges_tone" AS ENUM('neutral', 'info', 'success', 'accent', 'warning');
  CREATE TYPE "public"."enum_projects_diagrams_kind" AS ENUM('mermaid', 'svg', 'image', 'ascii');
  CREATE TYPE "public"."enum_projects_walkthrough_language" AS ENUM('text', 'bash', 'c', 'cpp', 'make', 'python', 'javascript', 'typescript', 'json');
  CREATE TYPE "public"."enum__projects_v_version_badges_tone" AS ENUM('neutral', 'info', 'success', 'accent', 'warning');
  CREATE TYPE "public"."enum__projects_v_version_diagrams_kind" AS ENUM('mermaid', 'svg', 'image', 'ascii');
  CREATE TYPE "public"."enum__projects_v_version_walkthrough_language" AS ENUM('text', 'bash', 'c', 'cpp', 'make', 'python', 'javascript', 'typescript', 'json');
  CREATE TYPE "public"."enum_experiences_architecture_diagrams_kind" AS ENUM('mermaid', 'svg', 'image', 'ascii');
  CREATE TYPE "public"."enum_experiences_code_samples_language" AS ENUM('text', 'bash', 'c', 'cpp', 'make', 'python', 'javascript', 'typescript', 'json');
  CREATE TYPE "public"."enum_experiences_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__experiences_v_version_architecture_diagrams_kind" AS ENUM('mermaid', 'svg', 'image', 'ascii');
  CREATE TYPE "public"."enum__experiences_v_version_code_samples_language" AS ENUM('text', 'bash', 'c', 'cpp', 'make', 'python', 'javascript', 'typescript', 'json');
  CREATE TYPE "public"."enum__experiences_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_pages_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__pages_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_messages_state" AS ENUM('new', 'read', 'replied', 'spam');
  CREATE TYPE "public"."enum_messages_mail_state" AS ENUM('waiting', 'sent', 'failed', 'none');
  CREATE TYPE "public"."enum_redirects_target" AS ENUM('document', 'address');
  CREATE TYPE "public"."enum_redirects_type" AS ENUM('308', '301', '302');
  CREATE TYPE "public"."enum_redirects_source" AS ENUM('automatic', 'manual');
  CREATE TYPE "public"."enum_webhook_deliveries_state" AS ENUM('waiting', 'delivered', 'failed', 'given-up');
  CREATE TYPE "public"."enum_health_checks_check" AS ENUM('database', 'storage', 'site', 'terminal', 'mail');
  CREATE TYPE "public"."enum_health_checks_state" AS ENUM('up', 'degraded', 'down');
  CREATE TYPE "public"."enum_service_accounts_scope" AS ENUM('read', 'write');
  CREATE TYPE "public"."enum_audit_log_action" AS ENUM('create', 'update', 'draft', 'publish', 'unpublish', 'restore', 'trash', 'untrash', 'delete', 'login', 'login-failed', 'logout', 'account-locked', 'account-unlocked', 'password-changed', 'password-asked', 'factor-added', 'factor-removed', 'factor-failed', 'recovery-codes-made', 'recovery-code-used', 'service-key-made', 'session-ended', 'terminal-ended', 'terminal-watched', 'terminal-told', 'terminal-recorded', 'terminal-tried', 'service-drained', 'job-cancelled', 'export', 'import');
  CREATE TYPE "public"."enum_audit_log_via" AS ENUM('admin', 'api', 'api-key', 'visitor', 'job', 'setup');
  CREATE TYPE "public"."enum_site_availability_state" AS ENUM('open', 'limited', 'closed');
  CREATE TYPE "public"."enum__site_v_version_availability_state" AS ENUM('open', 'limited', 'closed');
  ALTER TYPE "public"."enum_payload_jobs_log_task_slug" ADD VALUE 'draw-diagrams' BEFORE 'terminal-forget';
  ALTER TYPE "public"."enum_payload_jobs_log_task_slug" ADD VALUE 'clean-up-files' BEFORE 'terminal-forget';
  ALTER TYPE "public"."enum_payload_jobs_log_task_slug" ADD VALUE 'rescue-jobs' BEFORE 'terminal-forget';
  ALTER TYPE "public"."enum_payload_jobs_log_task_slug" ADD VALUE 'check-health' BEFORE 'terminal-forget';
  ALTER TYPE "public"."enum_payload_jobs_log_task_slug" ADD VALUE 'contact-forget' BEFORE 'terminal-forget';
  ALTER TYPE "public"."enum_payload_jobs_log_task_slug" ADD VALUE 'contact-mail' BEFORE 'terminal-forget';
  ALTER TYPE "public"."enum_payload_jobs_log_task_slug" ADD VALUE 'audit-forget' BEFORE 'schedulePublish';
  ALTER TYPE "public"."enum_payload_jobs_task_slug" ADD VALUE 'draw-diagrams' BEFORE 'terminal-forget';
  ALTER TYPE "public"."enum_payload_jobs_task_slug" ADD VALUE 'clean-up-files' BEFORE 'terminal-forget';
  ALTER TYPE "public"."enum_payload_jobs_task_slug" ADD VALUE 'rescue-jobs' BEFORE 'terminal-forget';
  ALTER TYPE "public"."enum_payload_jobs_task_slug" ADD VALUE 'check-health' BEFORE 'terminal-forget';
  ALTER TYPE "public"."enum_payload_jobs_task_slug" ADD VALUE 'contact-forget' BEFORE 'terminal-forget';
  ALTER TYPE "public"."enum_payload_jobs_task_slug" ADD VALUE 'contact-mail' BEFORE 'terminal-forget';
  ALTER TYPE "public"."enum_payload_jobs_task_slug" ADD VALUE 'audit-forget' BEFORE 'schedulePublish';
  CREATE TABLE "projects_badges" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"text" varchar,
  	"tone" "enum_projects_badges_tone" DEFAULT 'neutral'
  );
  
  CREATE TABLE "projects_impact" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"value" varchar,
  	"label" varchar,
  	"description" varchar
  );
  
  CREATE TABLE "projects_diagrams" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"kind" "enum_projects_diagrams_kind" DEFAULT 'mermaid',
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
  
  CREATE TABLE "projects_walkthrough" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"title" varchar,
  	"description" varchar,
  	"language" "enum_projects_walkthrough_language" DEFAULT 'text',
  	"highlight" varchar,
  	"code" varchar,
  	"explanation" varchar
  );
  
  CREATE TABLE "projects_documents" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"title" varchar,
  	"category" varchar,
  	"description" varchar,
  	"file_id" uuid
  );
  
  CREATE TABLE "_projects_v_version_badges" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"text" varchar,
  	"tone" "enum__projects_v_version_badges_tone" DEFAULT 'neutral',
  	"_uuid" varchar
  );
  
  CREATE TABLE "_projects_v_version_impact" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"value" varchar,
  	"label" varchar,
  	"description" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_projects_v_version_diagrams" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"kind" "enum__projects_v_version_diagrams_kind" DEFAULT 'mermaid',
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
  
  CREATE TABLE "_projects_v_version_walkthrough" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"title" varchar,
  	"description" varchar,
  	"language" "enum__projects_v_version_walkthrough_language" DEFAULT 'text',
  	"highlight" varchar,
  	"code" varchar,
  	"explanation" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_projects_v_version_documents" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"title" varchar,
  	"category" varchar,
  	"description" varchar,
  	"file_id" uuid,
  	"_uuid" varchar
  );
  
  CREATE TABLE "experiences_stats" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"value" varchar,
  	"label" varchar
  );
  
  CREATE TABLE "experiences_impact" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"value" varchar,
  	"label" varchar,
  	"description" varchar
  );
  
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
  
  CREATE TABLE "experiences_code_samples" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"title" varchar,
  	"description" varchar,
  	"language" "enum_experiences_code_samples_language" DEFAULT 'text',
  	"highlight" varchar,
  	"code" varchar,
  	"explanation" varchar
  );
  
  CREATE TABLE "experiences_documents" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"title" varchar,
  	"category" varchar,
  	"description" varchar,
  	"file_id" uuid
  );
  
  CREATE TABLE "experiences" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"company" varchar,
  	"role" varchar,
  	"subtitle" varchar,
  	"period_start" timestamp(3) with time zone,
  	"period_end" timestamp(3) with time zone,
  	"location" varchar,
  	"website" varchar,
  	"overview" varchar,
  	"architecture_description" varchar,
  	"seo_title" varchar,
  	"seo_description" varchar,
  	"seo_image_id" uuid,
  	"slug" varchar,
  	"imported_from" varchar,
  	"import_mark" varchar,
  	"order" numeric,
  	"active" boolean DEFAULT true,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"deleted_at" timestamp(3) with time zone,
  	"_status" "enum_experiences_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "experiences_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"technologies_id" uuid
  );
  
  CREATE TABLE "_experiences_v_version_stats" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"value" varchar,
  	"label" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_experiences_v_version_impact" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"value" varchar,
  	"label" varchar,
  	"description" varchar,
  	"_uuid" varchar
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
  
  CREATE TABLE "_experiences_v_version_code_samples" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"title" varchar,
  	"description" varchar,
  	"language" "enum__experiences_v_version_code_samples_language" DEFAULT 'text',
  	"highlight" varchar,
  	"code" varchar,
  	"explanation" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_experiences_v_version_documents" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"title" varchar,
  	"category" varchar,
  	"description" varchar,
  	"file_id" uuid,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_experiences_v" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"parent_id" uuid,
  	"version_company" varchar,
  	"version_role" varchar,
  	"version_subtitle" varchar,
  	"version_period_start" timestamp(3) with time zone,
  	"version_period_end" timestamp(3) with time zone,
  	"version_location" varchar,
  	"version_website" varchar,
  	"version_overview" varchar,
  	"version_architecture_description" varchar,
  	"version_seo_title" varchar,
  	"version_seo_description" varchar,
  	"version_seo_image_id" uuid,
  	"version_slug" varchar,
  	"version_imported_from" varchar,
  	"version_import_mark" varchar,
  	"version_order" numeric,
  	"version_active" boolean DEFAULT true,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version_deleted_at" timestamp(3) with time zone,
  	"version__status" "enum__experiences_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean,
  	"autosave" boolean
  );
  
  CREATE TABLE "_experiences_v_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"technologies_id" uuid
  );
  
  CREATE TABLE "pages" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"title" varchar,
  	"layout" jsonb,
  	"seo_title" varchar,
  	"seo_description" varchar,
  	"seo_image_id" uuid,
  	"slug" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"deleted_at" timestamp(3) with time zone,
  	"_status" "enum_pages_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "_pages_v" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"parent_id" uuid,
  	"version_title" varchar,
  	"version_layout" jsonb,
  	"version_seo_title" varchar,
  	"version_seo_description" varchar,
  	"version_seo_image_id" uuid,
  	"version_slug" varchar,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version_deleted_at" timestamp(3) with time zone,
  	"version__status" "enum__pages_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean,
  	"autosave" boolean
  );
  
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
  
  CREATE TABLE "redirects" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"from" varchar NOT NULL,
  	"target" "enum_redirects_target" DEFAULT 'document' NOT NULL,
  	"address" varchar,
  	"type" "enum_redirects_type" DEFAULT '308' NOT NULL,
  	"source" "enum_redirects_source" DEFAULT 'manual' NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "redirects_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"projects_id" uuid,
  	"experiences_id" uuid,
  	"pages_id" uuid
  );
  
  CREATE TABLE "webhook_deliveries" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"subject" varchar NOT NULL,
  	"error" varchar,
  	"message" varchar NOT NULL,
  	"state" "enum_webhook_deliveries_state" DEFAULT 'waiting' NOT NULL,
  	"attempts" numeric DEFAULT 0 NOT NULL,
  	"last_status" numeric,
  	"next_try_at" timestamp(3) with time zone,
  	"delivered_at" timestamp(3) with time zone,
  	"message_id" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
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
  
  CREATE TABLE "audit_log" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"summary" varchar,
  	"changes" varchar,
  	"action" "enum_audit_log_action",
  	"actor" varchar,
  	"role" varchar,
  	"via" "enum_audit_log_via",
  	"place" varchar,
  	"document_title" varchar,
  	"document_id" varchar,
  	"actor_id" varchar,
  	"address_hash" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "site_hero_actions" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"label" varchar NOT NULL,
  	"href" varchar NOT NULL
  );
  
  CREATE TABLE "site_footer_links" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"label" varchar NOT NULL,
  	"href" varchar NOT NULL
  );
  
  CREATE TABLE "_site_v_version_socials" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"label" varchar NOT NULL,
  	"url" varchar NOT NULL,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_site_v_version_hero_actions" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"label" varchar NOT NULL,
  	"href" varchar NOT NULL,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_site_v_version_navigation" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"label" varchar NOT NULL,
  	"href" varchar NOT NULL,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_site_v_version_footer_links" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"label" varchar NOT NULL,
  	"href" varchar NOT NULL,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_site_v" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"version_name" varchar NOT NULL,
  	"version_title" varchar NOT NULL,
  	"version_intro" varchar NOT NULL,
  	"version_portrait_id" uuid,
  	"version_location" varchar,
  	"version_availability_state" "enum__site_v_version_availability_state",
  	"version_availability" varchar,
  	"version_email" varchar,
  	"version_hero_heading" varchar,
  	"version_footer" varchar,
  	"version_title_suffix" varchar,
  	"version_seo_title" varchar,
  	"version_seo_description" varchar,
  	"version_seo_image_id" uuid,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "resume_education" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"institution" varchar NOT NULL,
  	"area" varchar,
  	"study_type" varchar,
  	"score" varchar,
  	"period_start" timestamp(3) with time zone,
  	"period_end" timestamp(3) with time zone,
  	"website" varchar
  );
  
  CREATE TABLE "resume_certificates" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"issuer" varchar,
  	"date" timestamp(3) with time zone,
  	"website" varchar
  );
  
  CREATE TABLE "resume_skills" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"level" varchar
  );
  
  CREATE TABLE "resume_languages" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"language" varchar NOT NULL,
  	"fluency" varchar
  );
  
  CREATE TABLE "resume_interests" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL
  );
  
  CREATE TABLE "resume" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"headline" varchar,
  	"summary" varchar,
  	"contact_email" varchar,
  	"contact_phone" varchar,
  	"contact_website" varchar,
  	"contact_city" varchar,
  	"contact_region" varchar,
  	"contact_country_code" varchar,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "resume_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "resume_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"experiences_id" uuid,
  	"projects_id" uuid,
  	"technologies_id" uuid
  );
  
  CREATE TABLE "_resume_v_version_education" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"institution" varchar NOT NULL,
  	"area" varchar,
  	"study_type" varchar,
  	"score" varchar,
  	"period_start" timestamp(3) with time zone,
  	"period_end" timestamp(3) with time zone,
  	"website" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_resume_v_version_certificates" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"issuer" varchar,
  	"date" timestamp(3) with time zone,
  	"website" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_resume_v_version_skills" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"level" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_resume_v_version_languages" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"language" varchar NOT NULL,
  	"fluency" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_resume_v_version_interests" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_resume_v" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"version_headline" varchar,
  	"version_summary" varchar,
  	"version_contact_email" varchar,
  	"version_contact_phone" varchar,
  	"version_contact_website" varchar,
  	"version_contact_city" varchar,
  	"version_contact_region" varchar,
  	"version_contact_country_code" varchar,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "_resume_v_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "_resume_v_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"experiences_id" uuid,
  	"projects_id" uuid,
  	"technologies_id" uuid
  );
  
  CREATE TABLE "account_rules" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"require_second_factor" boolean DEFAULT false,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "audit_settings" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"days" numeric DEFAULT 400 NOT NULL,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  ALTER TABLE "projects" ADD COLUMN "experience_id" uuid;
  ALTER TABLE "projects" ADD COLUMN "readme" varchar;
  ALTER TABLE "projects" ADD COLUMN "imported_from" varchar;
  ALTER TABLE "projects" ADD COLUMN "import_mark" varchar;
  ALTER TABLE "projects" ADD COLUMN "deleted_at" timestamp(3) with time zone;
  ALTER TABLE "_projects_v" ADD COLUMN "version_experience_id" uuid;
  ALTER TABLE "_projects_v" ADD COLUMN "version_readme" varchar;
  ALTER TABLE "_projects_v" ADD COLUMN "version_imported_from" varchar;
  ALTER TABLE "_projects_v" ADD COLUMN "version_import_mark" varchar;
  ALTER TABLE "_projects_v" ADD COLUMN "version_deleted_at" timestamp(3) with time zone;
  ALTER TABLE "media" ADD COLUMN "title" varchar;
  ALTER TABLE "media" ADD COLUMN "poster_id" uuid;
  ALTER TABLE "media" ADD COLUMN "duration" numeric;
  ALTER TABLE "media" ADD COLUMN "blur" varchar;
  ALTER TABLE "media" ADD COLUMN "sizes_small_avif_url" varchar;
  ALTER TABLE "media" ADD COLUMN "sizes_small_avif_width" numeric;
  ALTER TABLE "media" ADD COLUMN "sizes_small_avif_height" numeric;
  ALTER TABLE "media" ADD COLUMN "sizes_small_avif_mime_type" varchar;
  ALTER TABLE "media" ADD COLUMN "sizes_small_avif_filesize" numeric;
  ALTER TABLE "media" ADD COLUMN "sizes_small_avif_filename" varchar;
  ALTER TABLE "media" ADD COLUMN "sizes_medium_avif_url" varchar;
  ALTER TABLE "media" ADD COLUMN "sizes_medium_avif_width" numeric;
  ALTER TABLE "media" ADD COLUMN "sizes_medium_avif_height" numeric;
  ALTER TABLE "media" ADD COLUMN "sizes_medium_avif_mime_type" varchar;
  ALTER TABLE "media" ADD COLUMN "sizes_medium_avif_filesize" numeric;
  ALTER TABLE "media" ADD COLUMN "sizes_medium_avif_filename" varchar;
  ALTER TABLE "media" ADD COLUMN "sizes_large_avif_url" varchar;
  ALTER TABLE "media" ADD COLUMN "sizes_large_avif_width" numeric;
  ALTER TABLE "media" ADD COLUMN "sizes_large_avif_height" numeric;
  ALTER TABLE "media" ADD COLUMN "sizes_large_avif_mime_type" varchar;
  ALTER TABLE "media" ADD COLUMN "sizes_large_avif_filesize" numeric;
  ALTER TABLE "media" ADD COLUMN "sizes_large_avif_filename" varchar;
  ALTER TABLE "archives" ADD COLUMN "show_source" boolean DEFAULT false;
  ALTER TABLE "archives" ADD COLUMN "listing" jsonb;
  ALTER TABLE "users" ADD COLUMN "disabled" boolean DEFAULT false;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "experiences_id" uuid;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "pages_id" uuid;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "redirects_id" uuid;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "webhook_deliveries_id" uuid;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "service_accounts_id" uuid;
  ALTER TABLE "payload_preferences_rels" ADD COLUMN "service_accounts_id" uuid;
  ALTER TABLE "site" ADD COLUMN "portrait_id" uuid;
  ALTER TABLE "site" ADD COLUMN "availability_state" "enum_site_availability_state";
  ALTER TABLE "site" ADD COLUMN "hero_heading" varchar;
  ALTER TABLE "site" ADD COLUMN "title_suffix" varchar;
  ALTER TABLE "projects_badges" ADD CONSTRAINT "projects_badges_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "projects_impact" ADD CONSTRAINT "projects_impact_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "projects_diagrams" ADD CONSTRAINT "projects_diagrams_image_id_media_id_fk" FOREIGN KEY ("image_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "projects_diagrams" ADD CONSTRAINT "projects_diagrams_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "projects_walkthrough" ADD CONSTRAINT "projects_walkthrough_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "projects_documents" ADD CONSTRAINT "projects_documents_file_id_media_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "projects_documents" ADD CONSTRAINT "projects_documents_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_projects_v_version_badges" ADD CONSTRAINT "_projects_v_version_badges_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_projects_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_projects_v_version_impact" ADD CONSTRAINT "_projects_v_version_impact_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_projects_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_projects_v_version_diagrams" ADD CONSTRAINT "_projects_v_version_diagrams_image_id_media_id_fk" FOREIGN KEY ("image_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_projects_v_version_diagrams" ADD CONSTRAINT "_projects_v_version_diagrams_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_projects_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_projects_v_version_walkthrough" ADD CONSTRAINT "_projects_v_version_walkthrough_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_projects_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_projects_v_version_documents" ADD CONSTRAINT "_projects_v_version_documents_file_id_media_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_projects_v_version_documents" ADD CONSTRAINT "_projects_v_version_documents_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_projects_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "experiences_stats" ADD CONSTRAINT "experiences_stats_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."experiences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "experiences_impact" ADD CONSTRAINT "experiences_impact_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."experiences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "experiences_architecture_diagrams" ADD CONSTRAINT "experiences_architecture_diagrams_image_id_media_id_fk" FOREIGN KEY ("image_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "experiences_architecture_diagrams" ADD CONSTRAINT "experiences_architecture_diagrams_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."experiences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "experiences_code_samples" ADD CONSTRAINT "experiences_code_samples_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."experiences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "experiences_documents" ADD CONSTRAINT "experiences_documents_file_id_media_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "experiences_documents" ADD CONSTRAINT "experiences_documents_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."experiences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "experiences" ADD CONSTRAINT "experiences_seo_image_id_media_id_fk" FOREIGN KEY ("seo_image_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "experiences_rels" ADD CONSTRAINT "experiences_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."experiences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "experiences_rels" ADD CONSTRAINT "experiences_rels_technologies_fk" FOREIGN KEY ("technologies_id") REFERENCES "public"."technologies"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_experiences_v_version_stats" ADD CONSTRAINT "_experiences_v_version_stats_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_experiences_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_experiences_v_version_impact" ADD CONSTRAINT "_experiences_v_version_impact_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_experiences_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_experiences_v_version_architecture_diagrams" ADD CONSTRAINT "_experiences_v_version_architecture_diagrams_image_id_media_id_fk" FOREIGN KEY ("image_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_experiences_v_version_architecture_diagrams" ADD CONSTRAINT "_experiences_v_version_architecture_diagrams_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_experiences_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_experiences_v_version_code_samples" ADD CONSTRAINT "_experiences_v_version_code_samples_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_experiences_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_experiences_v_version_documents" ADD CONSTRAINT "_experiences_v_version_documents_file_id_media_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_experiences_v_version_documents" ADD CONSTRAINT "_experiences_v_version_documents_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_experiences_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_experiences_v" ADD CONSTRAINT "_experiences_v_parent_id_experiences_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."experiences"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_experiences_v" ADD CONSTRAINT "_experiences_v_version_seo_image_id_media_id_fk" FOREIGN KEY ("version_seo_image_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_experiences_v_rels" ADD CONSTRAINT "_experiences_v_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_experiences_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_experiences_v_rels" ADD CONSTRAINT "_experiences_v_rels_technologies_fk" FOREIGN KEY ("technologies_id") REFERENCES "public"."technologies"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "pages" ADD CONSTRAINT "pages_seo_image_id_media_id_fk" FOREIGN KEY ("seo_image_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_pages_v" ADD CONSTRAINT "_pages_v_parent_id_pages_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."pages"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_pages_v" ADD CONSTRAINT "_pages_v_version_seo_image_id_media_id_fk" FOREIGN KEY ("version_seo_image_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "redirects_rels" ADD CONSTRAINT "redirects_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."redirects"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "redirects_rels" ADD CONSTRAINT "redirects_rels_projects_fk" FOREIGN KEY ("projects_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "redirects_rels" ADD CONSTRAINT "redirects_rels_experiences_fk" FOREIGN KEY ("experiences_id") REFERENCES "public"."experiences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "redirects_rels" ADD CONSTRAINT "redirects_rels_pages_fk" FOREIGN KEY ("pages_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "second_factors_recovery_codes" ADD CONSTRAINT "second_factors_recovery_codes_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."second_factors"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "second_factors" ADD CONSTRAINT "second_factors_account_id_users_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "logins" ADD CONSTRAINT "logins_account_id_users_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "site_hero_actions" ADD CONSTRAINT "site_hero_actions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."site"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "site_footer_links" ADD CONSTRAINT "site_footer_links_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."site"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_site_v_version_socials" ADD CONSTRAINT "_site_v_version_socials_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_site_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_site_v_version_hero_actions" ADD CONSTRAINT "_site_v_version_hero_actions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_site_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_site_v_version_navigation" ADD CONSTRAINT "_site_v_version_navigation_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_site_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_site_v_version_footer_links" ADD CONSTRAINT "_site_v_version_footer_links_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_site_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_site_v" ADD CONSTRAINT "_site_v_version_portrait_id_media_id_fk" FOREIGN KEY ("version_portrait_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_site_v" ADD CONSTRAINT "_site_v_version_seo_image_id_media_id_fk" FOREIGN KEY ("version_seo_image_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "resume_education" ADD CONSTRAINT "resume_education_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."resume"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "resume_certificates" ADD CONSTRAINT "resume_certificates_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."resume"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "resume_skills" ADD CONSTRAINT "resume_skills_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."resume"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "resume_languages" ADD CONSTRAINT "resume_languages_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."resume"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "resume_interests" ADD CONSTRAINT "resume_interests_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."resume"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "resume_texts" ADD CONSTRAINT "resume_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."resume"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "resume_rels" ADD CONSTRAINT "resume_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."resume"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "resume_rels" ADD CONSTRAINT "resume_rels_experiences_fk" FOREIGN KEY ("experiences_id") REFERENCES "public"."experiences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "resume_rels" ADD CONSTRAINT "resume_rels_projects_fk" FOREIGN KEY ("projects_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "resume_rels" ADD CONSTRAINT "resume_rels_technologies_fk" FOREIGN KEY ("technologies_id") REFERENCES "public"."technologies"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_resume_v_version_education" ADD CONSTRAINT "_resume_v_version_education_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_resume_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_resume_v_version_certificates" ADD CONSTRAINT "_resume_v_version_certificates_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_resume_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_resume_v_version_skills" ADD CONSTRAINT "_resume_v_version_skills_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_resume_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_resume_v_version_languages" ADD CONSTRAINT "_resume_v_version_languages_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_resume_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_resume_v_version_interests" ADD CONSTRAINT "_resume_v_version_interests_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_resume_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_resume_v_texts" ADD CONSTRAINT "_resume_v_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_resume_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_resume_v_rels" ADD CONSTRAINT "_resume_v_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_resume_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_resume_v_rels" ADD CONSTRAINT "_resume_v_rels_experiences_fk" FOREIGN KEY ("experiences_id") REFERENCES "public"."experiences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_resume_v_rels" ADD CONSTRAINT "_resume_v_rels_projects_fk" FOREIGN KEY ("projects_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_resume_v_rels" ADD CONSTRAINT "_resume_v_rels_technologies_fk" FOREIGN KEY ("technologies_id") REFERENCES "public"."technologies"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "projects_badges_order_idx" ON "projects_badges" USING btree ("_order");
  CREATE INDEX "projects_badges_parent_id_idx" ON "projects_badges" USING btree ("_parent_id");
  CREATE INDEX "projects_impact_order_idx" ON "projects_impact" USING btree ("_order");
  CREATE INDEX "projects_impact_parent_id_idx" ON "projects_impact" USING btree ("_parent_id");
  CREATE INDEX "projects_diagrams_order_idx" ON "projects_diagrams" USING btree ("_order");
  CREATE INDEX "projects_diagrams_parent_id_idx" ON "projects_diagrams" USING btree ("_parent_id");
  CREATE INDEX "projects_diagrams_image_idx" ON "projects_diagrams" USING btree ("image_id");
  CREATE INDEX "projects_walkthrough_order_idx" ON "projects_walkthrough" USING btree ("_order");
  CREATE INDEX "projects_walkthrough_parent_id_idx" ON "projects_walkthrough" USING btree ("_parent_id");
  CREATE INDEX "projects_documents_order_idx" ON "projects_documents" USING btree ("_order");
  CREATE INDEX "projects_documents_parent_id_idx" ON "projects_documents" USING btree ("_parent_id");
  CREATE INDEX "projects_documents_file_idx" ON "projects_documents" USING btree ("file_id");
  CREATE INDEX "_projects_v_version_badges_order_idx" ON "_projects_v_version_badges" USING btree ("_order");
  CREATE INDEX "_projects_v_version_badges_parent_id_idx" ON "_projects_v_version_badges" USING btree ("_parent_id");
  CREATE INDEX "_projects_v_version_impact_order_idx" ON "_projects_v_version_impact" USING btree ("_order");
  CREATE INDEX "_projects_v_version_impact_parent_id_idx" ON "_projects_v_version_impact" USING btree ("_parent_id");
  CREATE INDEX "_projects_v_version_diagrams_order_idx" ON "_projects_v_version_diagrams" USING btree ("_order");
  CREATE INDEX "_projects_v_version_diagrams_parent_id_idx" ON "_projects_v_version_diagrams" USING btree ("_parent_id");
  CREATE INDEX "_projects_v_version_diagrams_image_idx" ON "_projects_v_version_diagrams" USING btree ("image_id");
  CREATE INDEX "_projects_v_version_walkthrough_order_idx" ON "_projects_v_version_walkthrough" USING btree ("_order");
  CREATE INDEX "_projects_v_version_walkthrough_parent_id_idx" ON "_projects_v_version_walkthrough" USING btree ("_parent_id");
  CREATE INDEX "_projects_v_version_documents_order_idx" ON "_projects_v_version_documents" USING btree ("_order");
  CREATE INDEX "_projects_v_version_documents_parent_id_idx" ON "_projects_v_version_documents" USING btree ("_parent_id");
  CREATE INDEX "_projects_v_version_documents_file_idx" ON "_projects_v_version_documents" USING btree ("file_id");
  CREATE INDEX "experiences_stats_order_idx" ON "experiences_stats" USING btree ("_order");
  CREATE INDEX "experiences_stats_parent_id_idx" ON "experiences_stats" USING btree ("_parent_id");
  CREATE INDEX "experiences_impact_order_idx" ON "experiences_impact" USING btree ("_order");
  CREATE INDEX "experiences_impact_parent_id_idx" ON "experiences_impact" USING btree ("_parent_id");
  CREATE INDEX "experiences_architecture_diagrams_order_idx" ON "experiences_architecture_diagrams" USING btree ("_order");
  CREATE INDEX "experiences_architecture_diagrams_parent_id_idx" ON "experiences_architecture_diagrams" USING btree ("_parent_id");
  CREATE INDEX "experiences_architecture_diagrams_image_idx" ON "experiences_architecture_diagrams" USING btree ("image_id");
  CREATE INDEX "experiences_code_samples_order_idx" ON "experiences_code_samples" USING btree ("_order");
  CREATE INDEX "experiences_code_samples_parent_id_idx" ON "experiences_code_samples" USING btree ("_parent_id");
  CREATE INDEX "experiences_documents_order_idx" ON "experiences_documents" USING btree ("_order");
  CREATE INDEX "experiences_documents_parent_id_idx" ON "experiences_documents" USING btree ("_parent_id");
  CREATE INDEX "experiences_documents_file_idx" ON "experiences_documents" USING btree ("file_id");
  CREATE INDEX "experiences_seo_seo_image_idx" ON "experiences" USING btree ("seo_image_id");
  CREATE UNIQUE INDEX "experiences_slug_idx" ON "experiences" USING btree ("slug");
  CREATE INDEX "experiences_imported_from_idx" ON "experiences" USING btree ("imported_from");
  CREATE INDEX "experiences_order_idx" ON "experiences" USING btree ("order");
  CREATE INDEX "experiences_active_idx" ON "experiences" USING btree ("active");
  CREATE INDEX "experiences_updated_at_idx" ON "experiences" USING btree ("updated_at");
  CREATE INDEX "experiences_created_at_idx" ON "experiences" USING btree ("created_at");
  CREATE INDEX "experiences_deleted_at_idx" ON "experiences" USING btree ("deleted_at");
  CREATE INDEX "experiences__status_idx" ON "experiences" USING btree ("_status");
  CREATE INDEX "experiences_rels_order_idx" ON "experiences_rels" USING btree ("order");
  CREATE INDEX "experiences_rels_parent_idx" ON "experiences_rels" USING btree ("parent_id");
  CREATE INDEX "experiences_rels_path_idx" ON "experiences_rels" USING btree ("path");
  CREATE INDEX "experiences_rels_technologies_id_idx" ON "experiences_rels" USING btree ("technologies_id");
  CREATE INDEX "_experiences_v_version_stats_order_idx" ON "_experiences_v_version_stats" USING btree ("_order");
  CREATE INDEX "_experiences_v_version_stats_parent_id_idx" ON "_experiences_v_version_stats" USING btree ("_parent_id");
  CREATE INDEX "_experiences_v_version_impact_order_idx" ON "_experiences_v_version_impact" USING btree ("_order");
  CREATE INDEX "_experiences_v_version_impact_parent_id_idx" ON "_experiences_v_version_impact" USING btree ("_parent_id");
  CREATE INDEX "_experiences_v_version_architecture_diagrams_order_idx" ON "_experiences_v_version_architecture_diagrams" USING btree ("_order");
  CREATE INDEX "_experiences_v_version_architecture_diagrams_parent_id_idx" ON "_experiences_v_version_architecture_diagrams" USING btree ("_parent_id");
  CREATE INDEX "_experiences_v_version_architecture_diagrams_image_idx" ON "_experiences_v_version_architecture_diagrams" USING btree ("image_id");
  CREATE INDEX "_experiences_v_version_code_samples_order_idx" ON "_experiences_v_version_code_samples" USING btree ("_order");
  CREATE INDEX "_experiences_v_version_code_samples_parent_id_idx" ON "_experiences_v_version_code_samples" USING btree ("_parent_id");
  CREATE INDEX "_experiences_v_version_documents_order_idx" ON "_experiences_v_version_documents" USING btree ("_order");
  CREATE INDEX "_experiences_v_version_documents_parent_id_idx" ON "_experiences_v_version_documents" USING btree ("_parent_id");
  CREATE INDEX "_experiences_v_version_documents_file_idx" ON "_experiences_v_version_documents" USING btree ("file_id");
  CREATE INDEX "_experiences_v_parent_idx" ON "_experiences_v" USING btree ("parent_id");
  CREATE INDEX "_experiences_v_version_seo_version_seo_image_idx" ON "_experiences_v" USING btree ("version_seo_image_id");
  CREATE INDEX "_experiences_v_version_version_slug_idx" ON "_experiences_v" USING btree ("version_slug");
  CREATE INDEX "_experiences_v_version_version_imported_from_idx" ON "_experiences_v" USING btree ("version_imported_from");
  CREATE INDEX "_experiences_v_version_version_order_idx" ON "_experiences_v" USING btree ("version_order");
  CREATE INDEX "_experiences_v_version_version_active_idx" ON "_experiences_v" USING btree ("version_active");
  CREATE INDEX "_experiences_v_version_version_updated_at_idx" ON "_experiences_v" USING btree ("version_updated_at");
  CREATE INDEX "_experiences_v_version_version_created_at_idx" ON "_experiences_v" USING btree ("version_created_at");
  CREATE INDEX "_experiences_v_version_version_deleted_at_idx" ON "_experiences_v" USING btree ("version_deleted_at");
  CREATE INDEX "_experiences_v_version_version__status_idx" ON "_experiences_v" USING btree ("version__status");
  CREATE INDEX "_experiences_v_created_at_idx" ON "_experiences_v" USING btree ("created_at");
  CREATE INDEX "_experiences_v_updated_at_idx" ON "_experiences_v" USING btree ("updated_at");
  CREATE INDEX "_experiences_v_latest_idx" ON "_experiences_v" USING btree ("latest");
  CREATE INDEX "_experiences_v_autosave_idx" ON "_experiences_v" USING btree ("autosave");
  CREATE INDEX "_experiences_v_rels_order_idx" ON "_experiences_v_rels" USING btree ("order");
  CREATE INDEX "_experiences_v_rels_parent_idx" ON "_experiences_v_rels" USING btree ("parent_id");
  CREATE INDEX "_experiences_v_rels_path_idx" ON "_experiences_v_rels" USING btree ("path");
  CREATE INDEX "_experiences_v_rels_technologies_id_idx" ON "_experiences_v_rels" USING btree ("technologies_id");
  CREATE INDEX "pages_seo_seo_image_idx" ON "pages" USING btree ("seo_image_id");
  CREATE UNIQUE INDEX "pages_slug_idx" ON "pages" USING btree ("slug");
  CREATE INDEX "pages_updated_at_idx" ON "pages" USING btree ("updated_at");
  CREATE INDEX "pages_created_at_idx" ON "pages" USING btree ("created_at");
  CREATE INDEX "pages_deleted_at_idx" ON "pages" USING btree ("deleted_at");
  CREATE INDEX "pages__status_idx" ON "pages" USING btree ("_status");
  CREATE INDEX "_pages_v_parent_idx" ON "_pages_v" USING btree ("parent_id");
  CREATE INDEX "_pages_v_version_seo_version_seo_image_idx" ON "_pages_v" USING btree ("version_seo_image_id");
  CREATE INDEX "_pages_v_version_version_slug_idx" ON "_pages_v" USING btree ("version_slug");
  CREATE INDEX "_pages_v_version_version_updated_at_idx" ON "_pages_v" USING btree ("version_updated_at");
  CREATE INDEX "_pages_v_version_version_created_at_idx" ON "_pages_v" USING btree ("version_created_at");
  CREATE INDEX "_pages_v_version_version_deleted_at_idx" ON "_pages_v" USING btree ("version_deleted_at");
  CREATE INDEX "_pages_v_version_version__status_idx" ON "_pages_v" USING btree ("version__status");
  CREATE INDEX "_pages_v_created_at_idx" ON "_pages_v" USING btree ("created_at");
  CREATE INDEX "_pages_v_updated_at_idx" ON "_pages_v" USING btree ("updated_at");
  CREATE INDEX "_pages_v_latest_idx" ON "_pages_v" USING btree ("latest");
  CREATE INDEX "_pages_v_autosave_idx" ON "_pages_v" USING btree ("autosave");
  CREATE INDEX "messages_state_idx" ON "messages" USING btree ("state");
  CREATE INDEX "messages_delete_after_idx" ON "messages" USING btree ("delete_after");
  CREATE UNIQUE INDEX "messages_form_idx" ON "messages" USING btree ("form");
  CREATE INDEX "messages_updated_at_idx" ON "messages" USING btree ("updated_at");
  CREATE INDEX "messages_created_at_idx" ON "messages" USING btree ("created_at");
  CREATE UNIQUE INDEX "redirects_from_idx" ON "redirects" USING btree ("from");
  CREATE INDEX "redirects_address_idx" ON "redirects" USING btree ("address");
  CREATE INDEX "redirects_updated_at_idx" ON "redirects" USING btree ("updated_at");
  CREATE INDEX "redirects_created_at_idx" ON "redirects" USING btree ("created_at");
  CREATE INDEX "redirects_rels_order_idx" ON "redirects_rels" USING btree ("order");
  CREATE INDEX "redirects_rels_parent_idx" ON "redirects_rels" USING btree ("parent_id");
  CREATE INDEX "redirects_rels_path_idx" ON "redirects_rels" USING btree ("path");
  CREATE INDEX "redirects_rels_projects_id_idx" ON "redirects_rels" USING btree ("projects_id");
  CREATE INDEX "redirects_rels_experiences_id_idx" ON "redirects_rels" USING btree ("experiences_id");
  CREATE INDEX "redirects_rels_pages_id_idx" ON "redirects_rels" USING btree ("pages_id");
  CREATE INDEX "webhook_deliveries_state_idx" ON "webhook_deliveries" USING btree ("state");
  CREATE INDEX "webhook_deliveries_next_try_at_idx" ON "webhook_deliveries" USING btree ("next_try_at");
  CREATE UNIQUE INDEX "webhook_deliveries_message_id_idx" ON "webhook_deliveries" USING btree ("message_id");
  CREATE INDEX "webhook_deliveries_updated_at_idx" ON "webhook_deliveries" USING btree ("updated_at");
  CREATE INDEX "webhook_deliveries_created_at_idx" ON "webhook_deliveries" USING btree ("created_at");
  CREATE INDEX "health_checks_check_idx" ON "health_checks" USING btree ("check");
  CREATE INDEX "health_checks_updated_at_idx" ON "health_checks" USING btree ("updated_at");
  CREATE INDEX "health_checks_created_at_idx" ON "health_checks" USING btree ("created_at");
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
  CREATE INDEX "audit_log_action_idx" ON "audit_log" USING btree ("action");
  CREATE INDEX "audit_log_actor_idx" ON "audit_log" USING btree ("actor");
  CREATE INDEX "audit_log_place_idx" ON "audit_log" USING btree ("place");
  CREATE INDEX "audit_log_document_id_idx" ON "audit_log" USING btree ("document_id");
  CREATE INDEX "audit_log_actor_id_idx" ON "audit_log" USING btree ("actor_id");
  CREATE INDEX "audit_log_updated_at_idx" ON "audit_log" USING btree ("updated_at");
  CREATE INDEX "audit_log_created_at_idx" ON "audit_log" USING btree ("created_at");
  CREATE INDEX "site_hero_actions_order_idx" ON "site_hero_actions" USING btree ("_order");
  CREATE INDEX "site_hero_actions_parent_id_idx" ON "site_hero_actions" USING btree ("_parent_id");
  CREATE INDEX "site_footer_links_order_idx" ON "site_footer_links" USING btree ("_order");
  CREATE INDEX "site_footer_links_parent_id_idx" ON "site_footer_links" USING btree ("_parent_id");
  CREATE INDEX "_site_v_version_socials_order_idx" ON "_site_v_version_socials" USING btree ("_order");
  CREATE INDEX "_site_v_version_socials_parent_id_idx" ON "_site_v_version_socials" USING btree ("_parent_id");
  CREATE INDEX "_site_v_version_hero_actions_order_idx" ON "_site_v_version_hero_actions" USING btree ("_order");
  CREATE INDEX "_site_v_version_hero_actions_parent_id_idx" ON "_site_v_version_hero_actions" USING btree ("_parent_id");
  CREATE INDEX "_site_v_version_navigation_order_idx" ON "_site_v_version_navigation" USING btree ("_order");
  CREATE INDEX "_site_v_version_navigation_parent_id_idx" ON "_site_v_version_navigation" USING btree ("_parent_id");
  CREATE INDEX "_site_v_version_footer_links_order_idx" ON "_site_v_version_footer_links" USING btree ("_order");
  CREATE INDEX "_site_v_version_footer_links_parent_id_idx" ON "_site_v_version_footer_links" USING btree ("_parent_id");
  CREATE INDEX "_site_v_version_version_portrait_idx" ON "_site_v" USING btree ("version_portrait_id");
  CREATE INDEX "_site_v_version_seo_version_seo_image_idx" ON "_site_v" USING btree ("version_seo_image_id");
  CREATE INDEX "_site_v_created_at_idx" ON "_site_v" USING btree ("created_at");
  CREATE INDEX "_site_v_updated_at_idx" ON "_site_v" USING btree ("updated_at");
  CREATE INDEX "resume_education_order_idx" ON "resume_education" USING btree ("_order");
  CREATE INDEX "resume_education_parent_id_idx" ON "resume_education" USING btree ("_parent_id");
  CREATE INDEX "resume_certificates_order_idx" ON "resume_certificates" USING btree ("_order");
  CREATE INDEX "resume_certificates_parent_id_idx" ON "resume_certificates" USING btree ("_parent_id");
  CREATE INDEX "resume_skills_order_idx" ON "resume_skills" USING btree ("_order");
  CREATE INDEX "resume_skills_parent_id_idx" ON "resume_skills" USING btree ("_parent_id");
  CREATE INDEX "resume_languages_order_idx" ON "resume_languages" USING btree ("_order");
  CREATE INDEX "resume_languages_parent_id_idx" ON "resume_languages" USING btree ("_parent_id");
  CREATE INDEX "resume_interests_order_idx" ON "resume_interests" USING btree ("_order");
  CREATE INDEX "resume_interests_parent_id_idx" ON "resume_interests" USING btree ("_parent_id");
  CREATE INDEX "resume_texts_order_parent" ON "resume_texts" USING btree ("order","parent_id");
  CREATE INDEX "resume_rels_order_idx" ON "resume_rels" USING btree ("order");
  CREATE INDEX "resume_rels_parent_idx" ON "resume_rels" USING btree ("parent_id");
  CREATE INDEX "resume_rels_path_idx" ON "resume_rels" USING btree ("path");
  CREATE INDEX "resume_rels_experiences_id_idx" ON "resume_rels" USING btree ("experiences_id");
  CREATE INDEX "resume_rels_projects_id_idx" ON "resume_rels" USING btree ("projects_id");
  CREATE INDEX "resume_rels_technologies_id_idx" ON "resume_rels" USING btree ("technologies_id");
  CREATE INDEX "_resume_v_version_education_order_idx" ON "_resume_v_version_education" USING btree ("_order");
  CREATE INDEX "_resume_v_version_education_parent_id_idx" ON "_resume_v_version_education" USING btree ("_parent_id");
  CREATE INDEX "_resume_v_version_certificates_order_idx" ON "_resume_v_version_certificates" USING btree ("_order");
  CREATE INDEX "_resume_v_version_certificates_parent_id_idx" ON "_resume_v_version_certificates" USING btree ("_parent_id");
  CREATE INDEX "_resume_v_version_skills_order_idx" ON "_resume_v_version_skills" USING btree ("_order");
  CREATE INDEX "_resume_v_version_skills_parent_id_idx" ON "_resume_v_version_skills" USING btree ("_parent_id");
  CREATE INDEX "_resume_v_version_languages_order_idx" ON "_resume_v_version_languages" USING btree ("_order");
  CREATE INDEX "_resume_v_version_languages_parent_id_idx" ON "_resume_v_version_languages" USING btree ("_parent_id");
  CREATE INDEX "_resume_v_version_interests_order_idx" ON "_resume_v_version_interests" USING btree ("_order");
  CREATE INDEX "_resume_v_version_interests_parent_id_idx" ON "_resume_v_version_interests" USING btree ("_parent_id");
  CREATE INDEX "_resume_v_created_at_idx" ON "_resume_v" USING btree ("created_at");
  CREATE INDEX "_resume_v_updated_at_idx" ON "_resume_v" USING btree ("updated_at");
  CREATE INDEX "_resume_v_texts_order_parent" ON "_resume_v_texts" USING btree ("order","parent_id");
  CREATE INDEX "_resume_v_rels_order_idx" ON "_resume_v_rels" USING btree ("order");
  CREATE INDEX "_resume_v_rels_parent_idx" ON "_resume_v_rels" USING btree ("parent_id");
  CREATE INDEX "_resume_v_rels_path_idx" ON "_resume_v_rels" USING btree ("path");
  CREATE INDEX "_resume_v_rels_experiences_id_idx" ON "_resume_v_rels" USING btree ("experiences_id");
  CREATE INDEX "_resume_v_rels_projects_id_idx" ON "_resume_v_rels" USING btree ("projects_id");
  CREATE INDEX "_resume_v_rels_technologies_id_idx" ON "_resume_v_rels" USING btree ("technologies_id");
  ALTER TABLE "projects" ADD CONSTRAINT "projects_experience_id_experiences_id_fk" FOREIGN KEY ("experience_id") REFERENCES "public"."experiences"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_projects_v" ADD CONSTRAINT "_projects_v_version_experience_id_experiences_id_fk" FOREIGN KEY ("version_experience_id") REFERENCES "public"."experiences"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "media" ADD CONSTRAINT "media_poster_id_media_id_fk" FOREIGN KEY ("poster_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_experiences_fk" FOREIGN KEY ("experiences_id") REFERENCES "public"."experiences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_pages_fk" FOREIGN KEY ("pages_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_redirects_fk" FOREIGN KEY ("redirects_id") REFERENCES "public"."redirects"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_webhook_deliveries_fk" FOREIGN KEY ("webhook_deliveries_id") REFERENCES "public"."webhook_deliveries"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_service_accounts_fk" FOREIGN KEY ("service_accounts_id") REFERENCES "public"."service_accounts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_service_accounts_fk" FOREIGN KEY ("service_accounts_id") REFERENCES "public"."service_accounts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "site" ADD CONSTRAINT "site_portrait_id_media_id_fk" FOREIGN KEY ("portrait_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "projects_experience_idx" ON "projects" USING btree ("experience_id");
  CREATE INDEX "projects_imported_from_idx" ON "projects" USING btree ("imported_from");
  CREATE INDEX "projects_deleted_at_idx" ON "projects" USING btree ("deleted_at");
  CREATE INDEX "_projects_v_version_version_experience_idx" ON "_projects_v" USING btree ("version_experience_id");
  CREATE INDEX "_projects_v_version_version_imported_from_idx" ON "_projects_v" USING btree ("version_imported_from");
  CREATE INDEX "_projects_v_version_version_deleted_at_idx" ON "_projects_v" USING btree ("version_deleted_at");
  CREATE INDEX "media_poster_idx" ON "media" USING btree ("poster_id");
  CREATE INDEX "media_sizes_small_avif_sizes_small_avif_filename_idx" ON "media" USING btree ("sizes_small_avif_filename");
  CREATE INDEX "media_sizes_medium_avif_sizes_medium_avif_filename_idx" ON "media" USING btree ("sizes_medium_avif_filename");
  CREATE INDEX "media_sizes_large_avif_sizes_large_avif_filename_idx" ON "media" USING btree ("sizes_large_avif_filename");
  CREATE INDEX "payload_locked_documents_rels_experiences_id_idx" ON "payload_locked_documents_rels" USING btree ("experiences_id");
  CREATE INDEX "payload_locked_documents_rels_pages_id_idx" ON "payload_locked_documents_rels" USING btree ("pages_id");
  CREATE INDEX "payload_locked_documents_rels_redirects_id_idx" ON "payload_locked_documents_rels" USING btree ("redirects_id");
  CREATE INDEX "payload_locked_documents_rels_webhook_deliveries_id_idx" ON "payload_locked_documents_rels" USING btree ("webhook_deliveries_id");
  CREATE INDEX "payload_locked_documents_rels_service_accounts_id_idx" ON "payload_locked_documents_rels" USING btree ("service_accounts_id");
  CREATE INDEX "payload_preferences_rels_service_accounts_id_idx" ON "payload_preferences_rels" USING btree ("service_accounts_id");
  CREATE INDEX "site_portrait_idx" ON "site" USING btree ("portrait_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "projects_badges" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "projects_impact" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "projects_diagrams" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "projects_walkthrough" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "projects_documents" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_projects_v_version_badges" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_projects_v_version_impact" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_projects_v_version_diagrams" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_projects_v_version_walkthrough" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_projects_v_version_documents" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "experiences_stats" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "experiences_impact" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "experiences_architecture_diagrams" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "experiences_code_samples" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "experiences_documents" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "experiences" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "experiences_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_experiences_v_version_stats" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_experiences_v_version_impact" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_experiences_v_version_architecture_diagrams" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_experiences_v_version_code_samples" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_experiences_v_version_documents" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_experiences_v" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_experiences_v_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "pages" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_pages_v" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "messages" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "redirects" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "redirects_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "webhook_deliveries" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "health_checks" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "service_accounts" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "second_factors_recovery_codes" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "second_factors" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "logins" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "audit_log" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "site_hero_actions" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "site_footer_links" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_site_v_version_socials" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_site_v_version_hero_actions" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_site_v_version_navigation" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_site_v_version_footer_links" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_site_v" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "resume_education" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "resume_certificates" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "resume_skills" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "resume_languages" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "resume_interests" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "resume" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "resume_texts" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "resume_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_resume_v_version_education" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_resume_v_version_certificates" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_resume_v_version_skills" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_resume_v_version_languages" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_resume_v_version_interests" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_resume_v" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_resume_v_texts" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_resume_v_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "account_rules" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "audit_settings" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "projects_badges" CASCADE;
  DROP TABLE "projects_impact" CASCADE;
  DROP TABLE "projects_diagrams" CASCADE;
  DROP TABLE "projects_walkthrough" CASCADE;
  DROP TABLE "projects_documents" CASCADE;
  DROP TABLE "_projects_v_version_badges" CASCADE;
  DROP TABLE "_projects_v_version_impact" CASCADE;
  DROP TABLE "_projects_v_version_diagrams" CASCADE;
  DROP TABLE "_projects_v_version_walkthrough" CASCADE;
  DROP TABLE "_projects_v_version_documents" CASCADE;
  DROP TABLE "experiences_stats" CASCADE;
  DROP TABLE "experiences_impact" CASCADE;
  DROP TABLE "experiences_architecture_diagrams" CASCADE;
  DROP TABLE "experiences_code_samples" CASCADE;
  DROP TABLE "experiences_documents" CASCADE;
  DROP TABLE "experiences" CASCADE;
  DROP TABLE "experiences_rels" CASCADE;
  DROP TABLE "_experiences_v_version_stats" CASCADE;
  DROP TABLE "_experiences_v_version_impact" CASCADE;
  DROP TABLE "_experiences_v_version_architecture_diagrams" CASCADE;
  DROP TABLE "_experiences_v_version_code_samples" CASCADE;
  DROP TABLE "_experiences_v_version_documents" CASCADE;
  DROP TABLE "_experiences_v" CASCADE;
  DROP TABLE "_experiences_v_rels" CASCADE;
  DROP TABLE "pages" CASCADE;
  DROP TABLE "_pages_v" CASCADE;
  DROP TABLE "messages" CASCADE;
  DROP TABLE "redirects" CASCADE;
  DROP TABLE "redirects_rels" CASCADE;
  DROP TABLE "webhook_deliveries" CASCADE;
  DROP TABLE "health_checks" CASCADE;
  DROP TABLE "service_accounts" CASCADE;
  DROP TABLE "second_factors_recovery_codes" CASCADE;
  DROP TABLE "second_factors" CASCADE;
  DROP TABLE "logins" CASCADE;
  DROP TABLE "audit_log" CASCADE;
  DROP TABLE "site_hero_actions" CASCADE;
  DROP TABLE "site_footer_links" CASCADE;
  DROP TABLE "_site_v_version_socials" CASCADE;
  DROP TABLE "_site_v_version_hero_actions" CASCADE;
  DROP TABLE "_site_v_version_navigation" CASCADE;
  DROP TABLE "_site_v_version_footer_links" CASCADE;
  DROP TABLE "_site_v" CASCADE;
  DROP TABLE "resume_education" CASCADE;
  DROP TABLE "resume_certificates" CASCADE;
  DROP TABLE "resume_skills" CASCADE;
  DROP TABLE "resume_languages" CASCADE;
  DROP TABLE "resume_interests" CASCADE;
  DROP TABLE "resume" CASCADE;
  DROP TABLE "resume_texts" CASCADE;
  DROP TABLE "resume_rels" CASCADE;
  DROP TABLE "_resume_v_version_education" CASCADE;
  DROP TABLE "_resume_v_version_certificates" CASCADE;
  DROP TABLE "_resume_v_version_skills" CASCADE;
  DROP TABLE "_resume_v_version_languages" CASCADE;
  DROP TABLE "_resume_v_version_interests" CASCADE;
  DROP TABLE "_resume_v" CASCADE;
  DROP TABLE "_resume_v_texts" CASCADE;
  DROP TABLE "_resume_v_rels" CASCADE;
  DROP TABLE "account_rules" CASCADE;
  DROP TABLE "audit_settings" CASCADE;
  ALTER TABLE "projects" DROP CONSTRAINT "projects_experience_id_experiences_id_fk";
  
  ALTER TABLE "_projects_v" DROP CONSTRAINT "_projects_v_version_experience_id_experiences_id_fk";
  
  ALTER TABLE "media" DROP CONSTRAINT "media_poster_id_media_id_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_experiences_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_pages_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_redirects_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_webhook_deliveries_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_service_accounts_fk";
  
  ALTER TABLE "payload_preferences_rels" DROP CONSTRAINT "payload_preferences_rels_service_accounts_fk";
  
  ALTER TABLE "site" DROP CONSTRAINT "site_portrait_id_media_id_fk";
  
  ALTER TABLE "payload_jobs_log" ALTER COLUMN "task_slug" SET DATA TYPE text;
  DROP TYPE "public"."enum_payload_jobs_log_task_slug";
  CREATE TYPE "public"."enum_payload_jobs_log_task_slug" AS ENUM('inline', 'site-change', 'terminal-forget', 'terminal-recordings', 'terminal-smoke', 'schedulePublish');
  ALTER TABLE "payload_jobs_log" ALTER COLUMN "task_slug" SET DATA TYPE "public"."enum_payload_jobs_log_task_slug" USING "task_slug"::"public"."enum_payload_jobs_log_task_slug";
  ALTER TABLE "payload_jobs" ALTER COLUMN "task_slug" SET DATA TYPE text;
  DROP TYPE "public"."enum_payload_jobs_task_slug";
  CREATE TYPE "public"."enum_payload_jobs_task_slug" AS ENUM('inline', 'site-change', 'terminal-forget', 'terminal-recordings', 'terminal-smoke', 'schedulePublish');
  ALTER TABLE "payload_jobs" ALTER COLUMN "task_slug" SET DATA TYPE "public"."enum_payload_jobs_task_slug" USING "task_slug"::"public"."enum_payload_jobs_task_slug";
  DROP INDEX "projects_experience_idx";
  DROP INDEX "projects_imported_from_idx";
  DROP INDEX "projects_deleted_at_idx";
  DROP INDEX "_projects_v_version_version_experience_idx";
  DROP INDEX "_projects_v_version_version_imported_from_idx";
  DROP INDEX "_projects_v_version_version_deleted_at_idx";
  DROP INDEX "media_poster_idx";
  DROP INDEX "media_sizes_small_avif_sizes_small_avif_filename_idx";
  DROP INDEX "media_sizes_medium_avif_sizes_medium_avif_filename_idx";
  DROP INDEX "media_sizes_large_avif_sizes_large_avif_filename_idx";
  DROP INDEX "payload_locked_documents_rels_experiences_id_idx";
  DROP INDEX "payload_locked_documents_rels_pages_id_idx";
  DROP INDEX "payload_locked_documents_rels_redirects_id_idx";
  DROP INDEX "payload_locked_documents_rels_webhook_deliveries_id_idx";
  DROP INDEX "payload_locked_documents_rels_service_accounts_id_idx";
  DROP INDEX "payload_preferences_rels_service_accounts_id_idx";
  DROP INDEX "site_portrait_idx";
  ALTER TABLE "projects" DROP COLUMN "experience_id";
  ALTER TABLE "projects" DROP COLUMN "readme";
  ALTER TABLE "projects" DROP COLUMN "imported_from";
  ALTER TABLE "projects" DROP COLUMN "import_mark";
  ALTER TABLE "projects" DROP COLUMN "deleted_at";
  ALTER TABLE "_projects_v" DROP COLUMN "version_experience_id";
  ALTER TABLE "_projects_v" DROP COLUMN "version_readme";
  ALTER TABLE "_projects_v" DROP COLUMN "version_imported_from";
  ALTER TABLE "_projects_v" DROP COLUMN "version_import_mark";
  ALTER TABLE "_projects_v" DROP COLUMN "version_deleted_at";
  ALTER TABLE "media" DROP COLUMN "title";
  ALTER TABLE "media" DROP COLUMN "poster_id";
  ALTER TABLE "media" DROP COLUMN "duration";
  ALTER TABLE "media" DROP COLUMN "blur";
  ALTER TABLE "media" DROP COLUMN "sizes_small_avif_url";
  ALTER TABLE "media" DROP COLUMN "sizes_small_avif_width";
  ALTER TABLE "media" DROP COLUMN "sizes_small_avif_height";
  ALTER TABLE "media" DROP COLUMN "sizes_small_avif_mime_type";
  ALTER TABLE "media" DROP COLUMN "sizes_small_avif_filesize";
  ALTER TABLE "media" DROP COLUMN "sizes_small_avif_filename";
  ALTER TABLE "media" DROP COLUMN "sizes_medium_avif_url";
  ALTER TABLE "media" DROP COLUMN "sizes_medium_avif_width";
  ALTER TABLE "media" DROP COLUMN "sizes_medium_avif_height";
  ALTER TABLE "media" DROP COLUMN "sizes_medium_avif_mime_type";
  ALTER TABLE "media" DROP COLUMN "sizes_medium_avif_filesize";
  ALTER TABLE "media" DROP COLUMN "sizes_medium_avif_filename";
  ALTER TABLE "media" DROP COLUMN "sizes_large_avif_url";
  ALTER TABLE "media" DROP COLUMN "sizes_large_avif_width";
  ALTER TABLE "media" DROP COLUMN "sizes_large_avif_height";
  ALTER TABLE "media" DROP COLUMN "sizes_large_avif_mime_type";
  ALTER TABLE "media" DROP COLUMN "sizes_large_avif_filesize";
  ALTER TABLE "media" DROP COLUMN "sizes_large_avif_filename";
  ALTER TABLE "archives" DROP COLUMN "show_source";
  ALTER TABLE "archives" DROP COLUMN "listing";
  ALTER TABLE "users" DROP COLUMN "disabled";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "experiences_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "pages_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "redirects_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "webhook_deliveries_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "service_accounts_id";
  ALTER TABLE "payload_preferences_rels" DROP COLUMN "service_accounts_id";
  ALTER TABLE "site" DROP COLUMN "portrait_id";
  ALTER TABLE "site" DROP COLUMN "availability_state";
  ALTER TABLE "site" DROP COLUMN "hero_heading";
  ALTER TABLE "site" DROP COLUMN "title_suffix";
  DROP TYPE "public"."enum_projects_badges_tone";
  DROP TYPE "public"."enum_projects_diagrams_kind";
  DROP TYPE "public"."enum_projects_walkthrough_language";
  DROP TYPE "public"."enum__projects_v_version_badges_tone";
  DROP TYPE "public"."enum__projects_v_version_diagrams_kind";
  DROP TYPE "public"."enum__projects_v_version_walkthrough_language";
  DROP TYPE "public"."enum_experiences_architecture_diagrams_kind";
  DROP TYPE "public"."enum_experiences_code_samples_language";
  DROP TYPE "public"."enum_experiences_status";
  DROP TYPE "public"."enum__experiences_v_version_architecture_diagrams_kind";
  DROP TYPE "public"."enum__experiences_v_version_code_samples_language";
  DROP TYPE "public"."enum__experiences_v_version_status";
  DROP TYPE "public"."enum_pages_status";
  DROP TYPE "public"."enum__pages_v_version_status";
  DROP TYPE "public"."enum_messages_state";
  DROP TYPE "public"."enum_messages_mail_state";
  DROP TYPE "public"."enum_redirects_target";
  DROP TYPE "public"."enum_redirects_type";
  DROP TYPE "public"."enum_redirects_source";
  DROP TYPE "public"."enum_webhook_deliveries_state";
  DROP TYPE "public"."enum_health_checks_check";
  DROP TYPE "public"."enum_health_checks_state";
  DROP TYPE "public"."enum_service_accounts_scope";
  DROP TYPE "public"."enum_audit_log_action";
  DROP TYPE "public"."enum_audit_log_via";
  DROP TYPE "public"."enum_site_availability_state";
  DROP TYPE "public"."enum__site_v_version_availability_state";`)
}
