// @ts-nocheck
import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_projects_badges_tone" AS ENUM('neutral', 'info', 'success', 'accent', 'warning');
  CREATE TYPE "public"."enum_projects_walkthrough_language" AS ENUM('text', 'bash', 'c', 'cpp', 'make', 'python', 'javascript', 'typescript', 'json');
  CREATE TYPE "public"."enum__projects_v_version_badges_tone" AS ENUM('neutral', 'info', 'success', 'accent', 'warning');
  CREATE TYPE "public"."enum__projects_v_version_walkthrough_language" AS ENUM('text', 'bash', 'c', 'cpp', 'make', 'python', 'javascript', 'typescript', 'json');
  CREATE TYPE "public"."enum_experiences_code_samples_language" AS ENUM('text', 'bash', 'c', 'cpp', 'make', 'python', 'javascript', 'typescript', 'json');
  CREATE TYPE "public"."enum_experiences_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__experiences_v_version_code_samples_language" AS ENUM('text', 'bash', 'c', 'cpp', 'make', 'python', 'javascript', 'typescript', 'json');
  CREATE TYPE "public"."enum__experiences_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_site_availability_state" AS ENUM('open', 'limited', 'closed');
  CREATE TYPE "public"."enum__site_v_version_availability_state" AS ENUM('open', 'limited', 'closed');
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
  
  ALTER TABLE "projects" ADD COLUMN "experience_id" uuid;
  ALTER TABLE "projects" ADD COLUMN "readme" varchar;
  ALTER TABLE "projects" ADD COLUMN "deleted_at" timestamp(3) with time zone;
  ALTER TABLE "_projects_v" ADD COLUMN "version_experience_id" uuid;
  ALTER TABLE "_projects_v" ADD COLUMN "version_readme" varchar;
  ALTER TABLE "_projects_v" ADD COLUMN "version_deleted_at" timestamp(3) with time zone;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "experiences_id" uuid;
  ALTER TABLE "site" ADD COLUMN "portrait_id" uuid;
  ALTER TABLE "site" ADD COLUMN "availability_state" "enum_site_availability_state";
  ALTER TABLE "site" ADD COLUMN "hero_heading" varchar;
  ALTER TABLE "site" ADD COLUMN "title_suffix" varchar;
  ALTER TABLE "projects_badges" ADD CONSTRAINT "projects_badges_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "projects_impact" ADD CONSTRAINT "projects_impact_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "projects_walkthrough" ADD CONSTRAINT "projects_walkthrough_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "projects_documents" ADD CONSTRAINT "projects_documents_file_id_media_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "projects_documents" ADD CONSTRAINT "projects_documents_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_projects_v_version_badges" ADD CONSTRAINT "_projects_v_version_badges_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_projects_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_projects_v_version_impact" ADD CONSTRAINT "_projects_v_version_impact_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_projects_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_projects_v_version_walkthrough" ADD CONSTRAINT "_projects_v_version_walkthrough_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_projects_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_projects_v_version_documents" ADD CONSTRAINT "_projects_v_version_documents_file_id_media_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_projects_v_version_documents" ADD CONSTRAINT "_projects_v_version_documents_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_projects_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "experiences_stats" ADD CONSTRAINT "experiences_stats_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."experiences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "experiences_impact" ADD CONSTRAINT "experiences_impact_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."experiences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "experiences_code_samples" ADD CONSTRAINT "experiences_code_samples_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."experiences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "experiences_documents" ADD CONSTRAINT "experiences_documents_file_id_media_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "experiences_documents" ADD CONSTRAINT "experiences_documents_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."experiences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "experiences" ADD CONSTRAINT "experiences_seo_image_id_media_id_fk" FOREIGN KEY ("seo_image_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "experiences_rels" ADD CONSTRAINT "experiences_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."experiences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "experiences_rels" ADD CONSTRAINT "experiences_rels_technologies_fk" FOREIGN KEY ("technologies_id") REFERENCES "public"."technologies"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_experiences_v_version_stats" ADD CONSTRAINT "_experiences_v_version_stats_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_experiences_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_experiences_v_version_impact" ADD CONSTRAINT "_experiences_v_version_impact_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_experiences_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_experiences_v_version_code_samples" ADD CONSTRAINT "_experiences_v_version_code_samples_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_experiences_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_experiences_v_version_documents" ADD CONSTRAINT "_experiences_v_version_documents_file_id_media_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_experiences_v_version_documents" ADD CONSTRAINT "_experiences_v_version_documents_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_experiences_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_experiences_v" ADD CONSTRAINT "_experiences_v_parent_id_experiences_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."experiences"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_experiences_v" ADD CONSTRAINT "_experiences_v_version_seo_image_id_media_id_fk" FOREIGN KEY ("version_seo_image_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_experiences_v_rels" ADD CONSTRAINT "_experiences_v_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_experiences_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_experiences_v_rels" ADD CONSTRAINT "_experiences_v_rels_technologies_fk" FOREIGN KEY ("technologies_id") REFERENCES "public"."technologies"("id") ON DELETE cascade ON UPDATE no action;
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
  CREATE INDEX "projects_walkthrough_order_idx" ON "projects_walkthrough" USING btree ("_order");
  CREATE INDEX "projects_walkthrough_parent_id_idx" ON "projects_walkthrough" USING btree ("_parent_id");
  CREATE INDEX "projects_documents_order_idx" ON "projects_documents" USING btree ("_order");
  CREATE INDEX "projects_documents_parent_id_idx" ON "projects_documents" USING btree ("_parent_id");
  CREATE INDEX "projects_documents_file_idx" ON "projects_documents" USING btree ("file_id");
  CREATE INDEX "_projects_v_version_badges_order_idx" ON "_projects_v_version_badges" USING btree ("_order");
  CREATE INDEX "_projects_v_version_badges_parent_id_idx" ON "_projects_v_version_badges" USING btree ("_parent_id");
  CREATE INDEX "_projects_v_version_impact_order_idx" ON "_projects_v_version_impact" USING btree ("_order");
  CREATE INDEX "_projects_v_version_impact_parent_id_idx" ON "_projects_v_version_impact" USING btree ("_parent_id");
  CREATE INDEX "_projects_v_version_walkthrough_order_idx" ON "_projects_v_version_walkthrough" USING btree ("_order");
  CREATE INDEX "_projects_v_version_walkthrough_parent_id_idx" ON "_projects_v_version_walkthrough" USING btree ("_parent_id");
  CREATE INDEX "_projects_v_version_documents_order_idx" ON "_projects_v_version_documents" USING btree ("_order");
  CREATE INDEX "_projects_v_version_documents_parent_id_idx" ON "_projects_v_version_documents" USING btree ("_parent_id");
  CREATE INDEX "_projects_v_version_documents_file_idx" ON "_projects_v_version_documents" USING btree ("file_id");
  CREATE INDEX "experiences_stats_order_idx" ON "experiences_stats" USING btree ("_order");
  CREATE INDEX "experiences_stats_parent_id_idx" ON "experiences_stats" USING btree ("_parent_id");
  CREATE INDEX "experiences_impact_order_idx" ON "experiences_impact" USING btree ("_order");
  CREATE INDEX "experiences_impact_parent_id_idx" ON "experiences_impact" USING btree ("_parent_id");
  CREATE INDEX "experiences_code_samples_order_idx" ON "experiences_code_samples" USING btree ("_order");
  CREATE INDEX "experiences_code_samples_parent_id_idx" ON "experiences_code_samples" USING btree ("_parent_id");
  CREATE INDEX "experiences_documents_order_idx" ON "experiences_documents" USING btree ("_order");
  CREATE INDEX "experiences_documents_parent_id_idx" ON "experiences_documents" USING btree ("_parent_id");
  CREATE INDEX "experiences_documents_file_idx" ON "experiences_documents" USING btree ("file_id");
  CREATE INDEX "experiences_seo_seo_image_idx" ON "experiences" USING btree ("seo_image_id");
  CREATE UNIQUE INDEX "experiences_slug_idx" ON "experiences" USING btree ("slug");
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
  CREATE INDEX "_experiences_v_version_code_samples_order_idx" ON "_experiences_v_version_code_samples" USING btree ("_order");
  CREATE INDEX "_experiences_v_version_code_samples_parent_id_idx" ON "_experiences_v_version_code_samples" USING btree ("_parent_id");
  CREATE INDEX "_experiences_v_version_documents_order_idx" ON "_experiences_v_version_documents" USING btree ("_order");
  CREATE INDEX "_experiences_v_version_documents_parent_id_idx" ON "_experiences_v_version_documents" USING btree ("_parent_id");
  CREATE INDEX "_experiences_v_version_documents_file_idx" ON "_experiences_v_version_documents" USING btree ("file_id");
  CREATE INDEX "_experiences_v_parent_idx" ON "_experiences_v" USING btree ("parent_id");
  CREATE INDEX "_experiences_v_version_seo_version_seo_image_idx" ON "_experiences_v" USING btree ("version_seo_image_id");
  CREATE INDEX "_experiences_v_version_version_slug_idx" ON "_experiences_v" USING btree ("version_slug");
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
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_experiences_fk" FOREIGN KEY ("experiences_id") REFERENCES "public"."experiences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "site" ADD CONSTRAINT "site_portrait_id_media_id_fk" FOREIGN KEY ("portrait_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "projects_experience_idx" ON "projects" USING btree ("experience_id");
  CREATE INDEX "projects_deleted_at_idx" ON "projects" USING btree ("deleted_at");
  CREATE INDEX "_projects_v_version_version_experience_idx" ON "_projects_v" USING btree ("version_experience_id");
  CREATE INDEX "_projects_v_version_version_deleted_at_idx" ON "_projects_v" USING btree ("version_deleted_at");
  CREATE INDEX "payload_locked_documents_rels_experiences_id_idx" ON "payload_locked_documents_rels" USING btree ("experiences_id");
  CREATE INDEX "site_portrait_idx" ON "site" USING btree ("portrait_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "projects_badges" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "projects_impact" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "projects_walkthrough" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "projects_documents" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_projects_v_version_badges" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_projects_v_version_impact" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_projects_v_version_walkthrough" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_projects_v_version_documents" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "experiences_stats" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "experiences_impact" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "experiences_code_samples" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "experiences_documents" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "experiences" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "experiences_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_experiences_v_version_stats" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_experiences_v_version_impact" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_experiences_v_version_code_samples" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_experiences_v_version_documents" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_experiences_v" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_experiences_v_rels" DISABLE ROW LEVEL SECURITY;
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
  DROP TABLE "projects_badges" CASCADE;
  DROP TABLE "projects_impact" CASCADE;
  DROP TABLE "projects_walkthrough" CASCADE;
  DROP TABLE "projects_documents" CASCADE;
  DROP TABLE "_projects_v_version_badges" CASCADE;
  DROP TABLE "_projects_v_version_impact" CASCADE;
  DROP TABLE "_projects_v_version_walkthrough" CASCADE;
  DROP TABLE "_projects_v_version_documents" CASCADE;
  DROP TABLE "experiences_stats" CASCADE;
  DROP TABLE "experiences_impact" CASCADE;
  DROP TABLE "experiences_code_samples" CASCADE;
  DROP TABLE "experiences_documents" CASCADE;
  DROP TABLE "experiences" CASCADE;
  DROP TABLE "experiences_rels" CASCADE;
  DROP TABLE "_experiences_v_version_stats" CASCADE;
  DROP TABLE "_experiences_v_version_impact" CASCADE;
  DROP TABLE "_experiences_v_version_code_samples" CASCADE;
  DROP TABLE "_experiences_v_version_documents" CASCADE;
  DROP TABLE "_experiences_v" CASCADE;
  DROP TABLE "_experiences_v_rels" CASCADE;
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
  ALTER TABLE "projects" DROP CONSTRAINT "projects_experience_id_experiences_id_fk";
  
  ALTER TABLE "_projects_v" DROP CONSTRAINT "_projects_v_version_experience_id_experiences_id_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_experiences_fk";
  
  ALTER TABLE "site" DROP CONSTRAINT "site_portrait_id_media_id_fk";
  
  DROP INDEX "projects_experience_idx";
  DROP INDEX "projects_deleted_at_idx";
  DROP INDEX "_projects_v_version_version_experience_idx";
  DROP INDEX "_projects_v_version_version_deleted_at_idx";
  DROP INDEX "payload_locked_documents_rels_experiences_id_idx";
  DROP INDEX "site_portrait_idx";
  ALTER TABLE "projects" DROP COLUMN "experience_id";
  ALTER TABLE "projects" DROP COLUMN "readme";
  ALTER TABLE "projects" DROP COLUMN "deleted_at";
  ALTER TABLE "_projects_v" DROP COLUMN "version_experience_id";
  ALTER TABLE "_projects_v" DROP COLUMN "version_readme";
  ALTER TABLE "_projects_v" DROP COLUMN "version_deleted_at";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "experiences_id";
  ALTER TABLE "site" DROP COLUMN "portrait_id";
  ALTER TABLE "site" DROP COLUMN "availability_state";
  ALTER TABLE "site" DROP COLUMN "hero_heading";
  ALTER TABLE "site" DROP COLUMN "title_suffix";
  DROP TYPE "public"."enum_projects_badges_tone";
  DROP TYPE "public"."enum_projects_walkthrough_language";
  DROP TYPE "public"."enum__projects_v_version_badges_tone";
  DROP TYPE "public"."enum__projects_v_version_walkthrough_language";
  DROP TYPE "public"."enum_experiences_code_samples_language";
  DROP TYPE "public"."enum_experiences_status";
  DROP TYPE "public"."enum__experiences_v_version_code_samples_language";
  DROP TYPE "public"."enum__experiences_v_version_status";
  DROP TYPE "public"."enum_site_availability_state";
  DROP TYPE "public"."enum__site_v_version_availability_state";`)
}
