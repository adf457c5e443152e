// @ts-nocheck
// Generated, and by hand: the texts move, before the columns that they were in are gone.
import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."_locales" AS ENUM('en', 'fr');
  CREATE TYPE "public"."enum__projects_v_published_locale" AS ENUM('en', 'fr');
  CREATE TYPE "public"."enum__experiences_v_published_locale" AS ENUM('en', 'fr');
  CREATE TYPE "public"."enum__pages_v_published_locale" AS ENUM('en', 'fr');
  CREATE TYPE "public"."enum_site_languages" AS ENUM('fr');
  CREATE TYPE "public"."enum__site_v_version_languages" AS ENUM('fr');
  CREATE TABLE "projects_badges_locales" (
  	"text" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "projects_features_locales" (
  	"text" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "projects_stats_locales" (
  	"value" varchar,
  	"label" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "projects_impact_locales" (
  	"value" varchar,
  	"label" varchar,
  	"description" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "projects_diagrams_locales" (
  	"title" varchar,
  	"description" varchar,
  	"text_alternative" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "projects_install_steps_locales" (
  	"title" varchar,
  	"text" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "projects_galleries_images_locales" (
  	"caption" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "projects_galleries_locales" (
  	"name" varchar,
  	"description" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "projects_walkthrough_locales" (
  	"title" varchar,
  	"description" varchar,
  	"explanation" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "projects_documents_locales" (
  	"title" varchar,
  	"category" varchar,
  	"description" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "projects_locales" (
  	"title" varchar,
  	"summary" varchar,
  	"body" jsonb,
  	"problem" varchar,
  	"challenges" varchar,
  	"lessons" varchar,
  	"role" varchar,
  	"role_description" varchar,
  	"seo_title" varchar,
  	"seo_description" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_projects_v_version_badges_locales" (
  	"text" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_projects_v_version_features_locales" (
  	"text" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_projects_v_version_stats_locales" (
  	"value" varchar,
  	"label" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_projects_v_version_impact_locales" (
  	"value" varchar,
  	"label" varchar,
  	"description" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_projects_v_version_diagrams_locales" (
  	"title" varchar,
  	"description" varchar,
  	"text_alternative" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_projects_v_version_install_steps_locales" (
  	"title" varchar,
  	"text" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_projects_v_version_galleries_images_locales" (
  	"caption" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_projects_v_version_galleries_locales" (
  	"name" varchar,
  	"description" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_projects_v_version_walkthrough_locales" (
  	"title" varchar,
  	"description" varchar,
  	"explanation" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_projects_v_version_documents_locales" (
  	"title" varchar,
  	"category" varchar,
  	"description" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_projects_v_locales" (
  	"version_title" varchar,
  	"version_summary" varchar,
  	"version_body" jsonb,
  	"version_problem" varchar,
  	"version_challenges" varchar,
  	"version_lessons" varchar,
  	"version_role" varchar,
  	"version_role_description" varchar,
  	"version_seo_title" varchar,
  	"version_seo_description" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "experiences_stats_locales" (
  	"value" varchar,
  	"label" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "experiences_impact_locales" (
  	"value" varchar,
  	"label" varchar,
  	"description" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "experiences_architecture_diagrams_locales" (
  	"title" varchar,
  	"description" varchar,
  	"text_alternative" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "experiences_code_samples_locales" (
  	"title" varchar,
  	"description" varchar,
  	"explanation" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "experiences_documents_locales" (
  	"title" varchar,
  	"category" varchar,
  	"description" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "experiences_locales" (
  	"role" varchar,
  	"subtitle" varchar,
  	"location" varchar,
  	"overview" varchar,
  	"architecture_description" varchar,
  	"seo_title" varchar,
  	"seo_description" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_experiences_v_version_stats_locales" (
  	"value" varchar,
  	"label" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_experiences_v_version_impact_locales" (
  	"value" varchar,
  	"label" varchar,
  	"description" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_experiences_v_version_architecture_diagrams_locales" (
  	"title" varchar,
  	"description" varchar,
  	"text_alternative" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_experiences_v_version_code_samples_locales" (
  	"title" varchar,
  	"description" varchar,
  	"explanation" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_experiences_v_version_documents_locales" (
  	"title" varchar,
  	"category" varchar,
  	"description" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_experiences_v_locales" (
  	"version_role" varchar,
  	"version_subtitle" varchar,
  	"version_location" varchar,
  	"version_overview" varchar,
  	"version_architecture_description" varchar,
  	"version_seo_title" varchar,
  	"version_seo_description" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "pages_locales" (
  	"title" varchar,
  	"seo_title" varchar,
  	"seo_description" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_pages_v_locales" (
  	"version_title" varchar,
  	"version_seo_title" varchar,
  	"version_seo_description" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "media_locales" (
  	"alt" varchar,
  	"title" varchar,
  	"caption" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "demos_commands_locales" (
  	"label" varchar,
  	"explanation" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "demos_locales" (
  	"title" varchar,
  	"welcome" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "site_socials_locales" (
  	"label" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "site_hero_actions_locales" (
  	"label" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "site_navigation_locales" (
  	"label" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "site_footer_links_locales" (
  	"label" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "site_languages" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_site_languages",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "site_locales" (
  	"title" varchar,
  	"intro" varchar,
  	"location" varchar,
  	"availability" varchar,
  	"hero_heading" varchar,
  	"footer" varchar,
  	"title_suffix" varchar,
  	"seo_title" varchar,
  	"seo_description" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_site_v_version_socials_locales" (
  	"label" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_site_v_version_hero_actions_locales" (
  	"label" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_site_v_version_navigation_locales" (
  	"label" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_site_v_version_footer_links_locales" (
  	"label" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_site_v_version_languages" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum__site_v_version_languages",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "_site_v_locales" (
  	"version_title" varchar,
  	"version_intro" varchar,
  	"version_location" varchar,
  	"version_availability" varchar,
  	"version_hero_heading" varchar,
  	"version_footer" varchar,
  	"version_title_suffix" varchar,
  	"version_seo_title" varchar,
  	"version_seo_description" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "resume_education_locales" (
  	"area" varchar,
  	"study_type" varchar,
  	"score" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "resume_certificates_locales" (
  	"name" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "resume_skills_locales" (
  	"name" varchar,
  	"level" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "resume_languages_locales" (
  	"language" varchar,
  	"fluency" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "resume_interests_locales" (
  	"name" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "resume_locales" (
  	"headline" varchar,
  	"summary" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_resume_v_version_education_locales" (
  	"area" varchar,
  	"study_type" varchar,
  	"score" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_resume_v_version_certificates_locales" (
  	"name" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_resume_v_version_skills_locales" (
  	"name" varchar,
  	"level" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_resume_v_version_languages_locales" (
  	"language" varchar,
  	"fluency" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_resume_v_version_interests_locales" (
  	"name" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_resume_v_locales" (
  	"version_headline" varchar,
  	"version_summary" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  ALTER TABLE "_projects_v" ADD COLUMN "snapshot" boolean;
  ALTER TABLE "_projects_v" ADD COLUMN "published_locale" "enum__projects_v_published_locale";
  ALTER TABLE "_experiences_v" ADD COLUMN "snapshot" boolean;
  ALTER TABLE "_experiences_v" ADD COLUMN "published_locale" "enum__experiences_v_published_locale";
  ALTER TABLE "_pages_v" ADD COLUMN "snapshot" boolean;
  ALTER TABLE "_pages_v" ADD COLUMN "published_locale" "enum__pages_v_published_locale";
  ALTER TABLE "resume_texts" ADD COLUMN "locale" "_locales";
  ALTER TABLE "_resume_v_texts" ADD COLUMN "locale" "_locales";
  INSERT INTO "projects_badges_locales" ("text", "_locale", "_parent_id") SELECT "text", 'en', "id" FROM "projects_badges";
  INSERT INTO "projects_features_locales" ("text", "_locale", "_parent_id") SELECT "text", 'en', "id" FROM "projects_features";
  INSERT INTO "projects_stats_locales" ("value", "label", "_locale", "_parent_id") SELECT "value", "label", 'en', "id" FROM "projects_stats";
  INSERT INTO "projects_impact_locales" ("value", "label", "description", "_locale", "_parent_id") SELECT "value", "label", "description", 'en', "id" FROM "projects_impact";
  INSERT INTO "projects_diagrams_locales" ("title", "description", "text_alternative", "_locale", "_parent_id") SELECT "title", "description", "text_alternative", 'en', "id" FROM "projects_diagrams";
  INSERT INTO "projects_install_steps_locales" ("title", "text", "_locale", "_parent_id") SELECT "title", "text", 'en', "id" FROM "projects_install_steps";
  INSERT INTO "projects_galleries_images_locales" ("caption", "_locale", "_parent_id") SELECT "caption", 'en', "id" FROM "projects_galleries_images";
  INSERT INTO "projects_galleries_locales" ("name", "description", "_locale", "_parent_id") SELECT "name", "description", 'en', "id" FROM "projects_galleries";
  INSERT INTO "projects_walkthrough_locales" ("title", "description", "explanation", "_locale", "_parent_id") SELECT "title", "description", "explanation", 'en', "id" FROM "projects_walkthrough";
  INSERT INTO "projects_documents_locales" ("title", "category", "description", "_locale", "_parent_id") SELECT "title", "category", "description", 'en', "id" FROM "projects_documents";
  INSERT INTO "projects_locales" ("title", "summary", "body", "problem", "challenges", "lessons", "role", "role_description", "seo_title", "seo_description", "_locale", "_parent_id") SELECT "title", "summary", "body", "problem", "challenges", "lessons", "role", "role_description", "seo_title", "seo_description", 'en', "id" FROM "projects";
  INSERT INTO "_projects_v_version_badges_locales" ("text", "_locale", "_parent_id") SELECT "text", 'en', "id" FROM "_projects_v_version_badges";
  INSERT INTO "_projects_v_version_features_locales" ("text", "_locale", "_parent_id") SELECT "text", 'en', "id" FROM "_projects_v_version_features";
  INSERT INTO "_projects_v_version_stats_locales" ("value", "label", "_locale", "_parent_id") SELECT "value", "label", 'en', "id" FROM "_projects_v_version_stats";
  INSERT INTO "_projects_v_version_impact_locales" ("value", "label", "description", "_locale", "_parent_id") SELECT "value", "label", "description", 'en', "id" FROM "_projects_v_version_impact";
  INSERT INTO "_projects_v_version_diagrams_locales" ("title", "description", "text_alternative", "_locale", "_parent_id") SELECT "title", "description", "text_alternative", 'en', "id" FROM "_projects_v_version_diagrams";
  INSERT INTO "_projects_v_version_install_steps_locales" ("title", "text", "_locale", "_parent_id") SELECT "title", "text", 'en', "id" FROM "_projects_v_version_install_steps";
  INSERT INTO "_projects_v_version_galleries_images_locales" ("caption", "_locale", "_parent_id") SELECT "caption", 'en', "id" FROM "_projects_v_version_galleries_images";
  INSERT INTO "_projects_v_version_galleries_locales" ("name", "description", "_locale", "_parent_id") SELECT "name", "description", 'en', "id" FROM "_projects_v_version_galleries";
  INSERT INTO "_projects_v_version_walkthrough_locales" ("title", "description", "explanation", "_locale", "_parent_id") SELECT "title", "description", "explanation", 'en', "id" FROM "_projects_v_version_walkthrough";
  INSERT INTO "_projects_v_version_documents_locales" ("title", "category", "description", "_locale", "_parent_id") SELECT "title", "category", "description", 'en', "id" FROM "_projects_v_version_documents";
  INSERT INTO "_projects_v_locales" ("version_title", "version_summary", "version_body", "version_problem", "version_challenges", "version_lessons", "version_role", "version_role_description", "version_seo_title", "version_seo_description", "_locale", "_parent_id") SELECT "version_title", "version_summary", "version_body", "version_problem", "version_challenges", "version_lessons", "version_role", "version_role_description", "version_seo_title", "version_seo_description", 'en', "id" FROM "_projects_v";
  INSERT INTO "experiences_stats_locales" ("value", "label", "_locale", "_parent_id") SELECT "value", "label", 'en', "id" FROM "experiences_stats";
  INSERT INTO "experiences_impact_locales" ("value", "label", "description", "_locale", "_parent_id") SELECT "value", "label", "description", 'en', "id" FROM "experiences_impact";
  INSERT INTO "experiences_architecture_diagrams_locales" ("title", "description", "text_alternative", "_locale", "_parent_id") SELECT "title", "description", "text_alternative", 'en', "id" FROM "experiences_architecture_diagrams";
  INSERT INTO "experiences_code_samples_locales" ("title", "description", "explanation", "_locale", "_parent_id") SELECT "title", "description", "explanation", 'en', "id" FROM "experiences_code_samples";
  INSERT INTO "experiences_documents_locales" ("title", "category", "description", "_locale", "_parent_id") SELECT "title", "category", "description", 'en', "id" FROM "experiences_documents";
  INSERT INTO "experiences_locales" ("role", "subtitle", "location", "overview", "architecture_description", "seo_title", "seo_description", "_locale", "_parent_id") SELECT "role", "subtitle", "location", "overview", "architecture_description", "seo_title", "seo_description", 'en', "id" FROM "experiences";
  INSERT INTO "_experiences_v_version_stats_locales" ("value", "label", "_locale", "_parent_id") SELECT "value", "label", 'en', "id" FROM "_experiences_v_version_stats";
  INSERT INTO "_experiences_v_version_impact_locales" ("value", "label", "description", "_locale", "_parent_id") SELECT "value", "label", "description", 'en', "id" FROM "_experiences_v_version_impact";
  INSERT INTO "_experiences_v_version_architecture_diagrams_locales" ("title", "description", "text_alternative", "_locale", "_parent_id") SELECT "title", "description", "text_alternative", 'en', "id" FROM "_experiences_v_version_architecture_diagrams";
  INSERT INTO "_experiences_v_version_code_samples_locales" ("title", "description", "explanation", "_locale", "_parent_id") SELECT "title", "description", "explanation", 'en', "id" FROM "_experiences_v_version_code_samples";
  INSERT INTO "_experiences_v_version_documents_locales" ("title", "category", "description", "_locale", "_parent_id") SELECT "title", "category", "description", 'en', "id" FROM "_experiences_v_version_documents";
  INSERT INTO "_experiences_v_locales" ("version_role", "version_subtitle", "version_location", "version_overview", "version_architecture_description", "version_seo_title", "version_seo_description", "_locale", "_parent_id") SELECT "version_role", "version_subtitle", "version_location", "version_overview", "version_architecture_description", "version_seo_title", "version_seo_description", 'en', "id" FROM "_experiences_v";
  INSERT INTO "pages_locales" ("title", "seo_title", "seo_description", "_locale", "_parent_id") SELECT "title", "seo_title", "seo_description", 'en', "id" FROM "pages";
  INSERT INTO "_pages_v_locales" ("version_title", "version_seo_title", "version_seo_description", "_locale", "_parent_id") SELECT "version_title", "version_seo_title", "version_seo_description", 'en', "id" FROM "_pages_v";
  INSERT INTO "media_locales" ("alt", "title", "caption", "_locale", "_parent_id") SELECT "alt", "title", "caption", 'en', "id" FROM "media";
  INSERT INTO "demos_commands_locales" ("label", "explanation", "_locale", "_parent_id") SELECT "label", "explanation", 'en', "id" FROM "demos_commands";
  INSERT INTO "demos_locales" ("title", "welcome", "_locale", "_parent_id") SELECT "title", "welcome", 'en', "id" FROM "demos";
  INSERT INTO "site_socials_locales" ("label", "_locale", "_parent_id") SELECT "label", 'en', "id" FROM "site_socials";
  INSERT INTO "site_hero_actions_locales" ("label", "_locale", "_parent_id") SELECT "label", 'en', "id" FROM "site_hero_actions";
  INSERT INTO "site_navigation_locales" ("label", "_locale", "_parent_id") SELECT "label", 'en', "id" FROM "site_navigation";
  INSERT INTO "site_footer_links_locales" ("label", "_locale", "_parent_id") SELECT "label", 'en', "id" FROM "site_footer_links";
  INSERT INTO "site_locales" ("title", "intro", "location", "availability", "hero_heading", "footer", "title_suffix", "seo_title", "seo_description", "_locale", "_parent_id") SELECT "title", "intro", "location", "availability", "hero_heading", "footer", "title_suffix", "seo_title", "seo_description", 'en', "id" FROM "site";
  INSERT INTO "_site_v_version_socials_locales" ("label", "_locale", "_parent_id") SELECT "label", 'en', "id" FROM "_site_v_version_socials";
  INSERT INTO "_site_v_version_hero_actions_locales" ("label", "_locale", "_parent_id") SELECT "label", 'en', "id" FROM "_site_v_version_hero_actions";
  INSERT INTO "_site_v_version_navigation_locales" ("label", "_locale", "_parent_id") SELECT "label", 'en', "id" FROM "_site_v_version_navigation";
  INSERT INTO "_site_v_version_footer_links_locales" ("label", "_locale", "_parent_id") SELECT "label", 'en', "id" FROM "_site_v_version_footer_links";
  INSERT INTO "_site_v_locales" ("version_title", "version_intro", "version_location", "version_availability", "version_hero_heading", "version_footer", "version_title_suffix", "version_seo_title", "version_seo_description", "_locale", "_parent_id") SELECT "version_title", "version_intro", "version_location", "version_availability", "version_hero_heading", "version_footer", "version_title_suffix", "version_seo_title", "version_seo_description", 'en', "id" FROM "_site_v";
  INSERT INTO "resume_education_locales" ("area", "study_type", "score", "_locale", "_parent_id") SELECT "area", "study_type", "score", 'en', "id" FROM "resume_education";
  INSERT INTO "resume_certificates_locales" ("name", "_locale", "_parent_id") SELECT "name", 'en', "id" FROM "resume_certificates";
  INSERT INTO "resume_skills_locales" ("name", "level", "_locale", "_parent_id") SELECT "name", "level", 'en', "id" FROM "resume_skills";
  INSERT INTO "resume_languages_locales" ("language", "fluency", "_locale", "_parent_id") SELECT "language", "fluency", 'en', "id" FROM "resume_languages";
  INSERT INTO "resume_interests_locales" ("name", "_locale", "_parent_id") SELECT "name", 'en', "id" FROM "resume_interests";
  INSERT INTO "resume_locales" ("headline", "summary", "_locale", "_parent_id") SELECT "headline", "summary", 'en', "id" FROM "resume";
  INSERT INTO "_resume_v_version_education_locales" ("area", "study_type", "score", "_locale", "_parent_id") SELECT "area", "study_type", "score", 'en', "id" FROM "_resume_v_version_education";
  INSERT INTO "_resume_v_version_certificates_locales" ("name", "_locale", "_parent_id") SELECT "name", 'en', "id" FROM "_resume_v_version_certificates";
  INSERT INTO "_resume_v_version_skills_locales" ("name", "level", "_locale", "_parent_id") SELECT "name", "level", 'en', "id" FROM "_resume_v_version_skills";
  INSERT INTO "_resume_v_version_languages_locales" ("language", "fluency", "_locale", "_parent_id") SELECT "language", "fluency", 'en', "id" FROM "_resume_v_version_languages";
  INSERT INTO "_resume_v_version_interests_locales" ("name", "_locale", "_parent_id") SELECT "name", 'en', "id" FROM "_resume_v_version_interests";
  INSERT INTO "_resume_v_locales" ("version_headline", "version_summary", "_locale", "_parent_id") SELECT "version_headline", "version_summary", 'en', "id" FROM "_resume_v";
  UPDATE "resume_texts" SET "locale" = 'en';
  UPDATE "_resume_v_texts" SET "locale" = 'en';
  ALTER TABLE "projects_badges_locales" ADD CONSTRAINT "projects_badges_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."projects_badges"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "projects_features_locales" ADD CONSTRAINT "projects_features_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."projects_features"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "projects_stats_locales" ADD CONSTRAINT "projects_stats_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."projects_stats"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "projects_impact_locales" ADD CONSTRAINT "projects_impact_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."projects_impact"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "projects_diagrams_locales" ADD CONSTRAINT "projects_diagrams_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."projects_diagrams"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "projects_install_steps_locales" ADD CONSTRAINT "projects_install_steps_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."projects_install_steps"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "projects_galleries_images_locales" ADD CONSTRAINT "projects_galleries_images_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."projects_galleries_images"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "projects_galleries_locales" ADD CONSTRAINT "projects_galleries_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."projects_galleries"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "projects_walkthrough_locales" ADD CONSTRAINT "projects_walkthrough_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."projects_walkthrough"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "projects_documents_locales" ADD CONSTRAINT "projects_documents_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."projects_documents"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "projects_locales" ADD CONSTRAINT "projects_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_projects_v_version_badges_locales" ADD CONSTRAINT "_projects_v_version_badges_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_projects_v_version_badges"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_projects_v_version_features_locales" ADD CONSTRAINT "_projects_v_version_features_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_projects_v_version_features"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_projects_v_version_stats_locales" ADD CONSTRAINT "_projects_v_version_stats_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_projects_v_version_stats"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_projects_v_version_impact_locales" ADD CONSTRAINT "_projects_v_version_impact_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_projects_v_version_impact"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_projects_v_version_diagrams_locales" ADD CONSTRAINT "_projects_v_version_diagrams_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_projects_v_version_diagrams"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_projects_v_version_install_steps_locales" ADD CONSTRAINT "_projects_v_version_install_steps_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_projects_v_version_install_steps"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_projects_v_version_galleries_images_locales" ADD CONSTRAINT "_projects_v_version_galleries_images_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_projects_v_version_galleries_images"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_projects_v_version_galleries_locales" ADD CONSTRAINT "_projects_v_version_galleries_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_projects_v_version_galleries"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_projects_v_version_walkthrough_locales" ADD CONSTRAINT "_projects_v_version_walkthrough_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_projects_v_version_walkthrough"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_projects_v_version_documents_locales" ADD CONSTRAINT "_projects_v_version_documents_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_projects_v_version_documents"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_projects_v_locales" ADD CONSTRAINT "_projects_v_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_projects_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "experiences_stats_locales" ADD CONSTRAINT "experiences_stats_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."experiences_stats"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "experiences_impact_locales" ADD CONSTRAINT "experiences_impact_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."experiences_impact"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "experiences_architecture_diagrams_locales" ADD CONSTRAINT "experiences_architecture_diagrams_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."experiences_architecture_diagrams"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "experiences_code_samples_locales" ADD CONSTRAINT "experiences_code_samples_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."experiences_code_samples"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "experiences_documents_locales" ADD CONSTRAINT "experiences_documents_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."experiences_documents"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "experiences_locales" ADD CONSTRAINT "experiences_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."experiences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_experiences_v_version_stats_locales" ADD CONSTRAINT "_experiences_v_version_stats_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_experiences_v_version_stats"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_experiences_v_version_impact_locales" ADD CONSTRAINT "_experiences_v_version_impact_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_experiences_v_version_impact"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_experiences_v_version_architecture_diagrams_locales" ADD CONSTRAINT "_experiences_v_version_architecture_diagrams_locales_pare_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_experiences_v_version_architecture_diagrams"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_experiences_v_version_code_samples_locales" ADD CONSTRAINT "_experiences_v_version_code_samples_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_experiences_v_version_code_samples"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_experiences_v_version_documents_locales" ADD CONSTRAINT "_experiences_v_version_documents_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_experiences_v_version_documents"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_experiences_v_locales" ADD CONSTRAINT "_experiences_v_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_experiences_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "pages_locales" ADD CONSTRAINT "pages_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_pages_v_locales" ADD CONSTRAINT "_pages_v_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_pages_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "media_locales" ADD CONSTRAINT "media_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "demos_commands_locales" ADD CONSTRAINT "demos_commands_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."demos_commands"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "demos_locales" ADD CONSTRAINT "demos_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."demos"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "site_socials_locales" ADD CONSTRAINT "site_socials_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."site_socials"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "site_hero_actions_locales" ADD CONSTRAINT "site_hero_actions_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."site_hero_actions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "site_navigation_locales" ADD CONSTRAINT "site_navigation_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."site_navigation"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "site_footer_links_locales" ADD CONSTRAINT "site_footer_links_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."site_footer_links"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "site_languages" ADD CONSTRAINT "site_languages_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."site"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "site_locales" ADD CONSTRAINT "site_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."site"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_site_v_version_socials_locales" ADD CONSTRAINT "_site_v_version_socials_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_site_v_version_socials"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_site_v_version_hero_actions_locales" ADD CONSTRAINT "_site_v_version_hero_actions_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_site_v_version_hero_actions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_site_v_version_navigation_locales" ADD CONSTRAINT "_site_v_version_navigation_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_site_v_version_navigation"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_site_v_version_footer_links_locales" ADD CONSTRAINT "_site_v_version_footer_links_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_site_v_version_footer_links"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_site_v_version_languages" ADD CONSTRAINT "_site_v_version_languages_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_site_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_site_v_locales" ADD CONSTRAINT "_site_v_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_site_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "resume_education_locales" ADD CONSTRAINT "resume_education_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."resume_education"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "resume_certificates_locales" ADD CONSTRAINT "resume_certificates_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."resume_certificates"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "resume_skills_locales" ADD CONSTRAINT "resume_skills_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."resume_skills"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "resume_languages_locales" ADD CONSTRAINT "resume_languages_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."resume_languages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "resume_interests_locales" ADD CONSTRAINT "resume_interests_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."resume_interests"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "resume_locales" ADD CONSTRAINT "resume_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."resume"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_resume_v_version_education_locales" ADD CONSTRAINT "_resume_v_version_education_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_resume_v_version_education"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_resume_v_version_certificates_locales" ADD CONSTRAINT "_resume_v_version_certificates_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_resume_v_version_certificates"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_resume_v_version_skills_locales" ADD CONSTRAINT "_resume_v_version_skills_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_resume_v_version_skills"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_resume_v_version_languages_locales" ADD CONSTRAINT "_resume_v_version_languages_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_resume_v_version_languages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_resume_v_version_interests_locales" ADD CONSTRAINT "_resume_v_version_interests_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_resume_v_version_interests"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_resume_v_locales" ADD CONSTRAINT "_resume_v_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_resume_v"("id") ON DELETE cascade ON UPDATE no action;
  CREATE UNIQUE INDEX "projects_badges_locales_locale_parent_id_unique" ON "projects_badges_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "projects_features_locales_locale_parent_id_unique" ON "projects_features_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "projects_stats_locales_locale_parent_id_unique" ON "projects_stats_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "projects_impact_locales_locale_parent_id_unique" ON "projects_impact_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "projects_diagrams_locales_locale_parent_id_unique" ON "projects_diagrams_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "projects_install_steps_locales_locale_parent_id_unique" ON "projects_install_steps_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "projects_galleries_images_locales_locale_parent_id_unique" ON "projects_galleries_images_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "projects_galleries_locales_locale_parent_id_unique" ON "projects_galleries_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "projects_walkthrough_locales_locale_parent_id_unique" ON "projects_walkthrough_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "projects_documents_locales_locale_parent_id_unique" ON "projects_documents_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "projects_locales_locale_parent_id_unique" ON "projects_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "_projects_v_version_badges_locales_locale_parent_id_unique" ON "_projects_v_version_badges_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "_projects_v_version_features_locales_locale_parent_id_unique" ON "_projects_v_version_features_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "_projects_v_version_stats_locales_locale_parent_id_unique" ON "_projects_v_version_stats_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "_projects_v_version_impact_locales_locale_parent_id_unique" ON "_projects_v_version_impact_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "_projects_v_version_diagrams_locales_locale_parent_id_unique" ON "_projects_v_version_diagrams_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "_projects_v_version_install_steps_locales_locale_parent_id_u" ON "_projects_v_version_install_steps_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "_projects_v_version_galleries_images_locales_locale_parent_i" ON "_projects_v_version_galleries_images_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "_projects_v_version_galleries_locales_locale_parent_id_uniqu" ON "_projects_v_version_galleries_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "_projects_v_version_walkthrough_locales_locale_parent_id_uni" ON "_projects_v_version_walkthrough_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "_projects_v_version_documents_locales_locale_parent_id_uniqu" ON "_projects_v_version_documents_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "_projects_v_locales_locale_parent_id_unique" ON "_projects_v_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "experiences_stats_locales_locale_parent_id_unique" ON "experiences_stats_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "experiences_impact_locales_locale_parent_id_unique" ON "experiences_impact_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "experiences_architecture_diagrams_locales_locale_parent_id_u" ON "experiences_architecture_diagrams_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "experiences_code_samples_locales_locale_parent_id_unique" ON "experiences_code_samples_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "experiences_documents_locales_locale_parent_id_unique" ON "experiences_documents_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "experiences_locales_locale_parent_id_unique" ON "experiences_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "_experiences_v_version_stats_locales_locale_parent_id_unique" ON "_experiences_v_version_stats_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "_experiences_v_version_impact_locales_locale_parent_id_uniqu" ON "_experiences_v_version_impact_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "_experiences_v_version_architecture_diagrams_locales_locale_" ON "_experiences_v_version_architecture_diagrams_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "_experiences_v_version_code_samples_locales_locale_parent_id" ON "_experiences_v_version_code_samples_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "_experiences_v_version_documents_locales_locale_parent_id_un" ON "_experiences_v_version_documents_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "_experiences_v_locales_locale_parent_id_unique" ON "_experiences_v_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "pages_locales_locale_parent_id_unique" ON "pages_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "_pages_v_locales_locale_parent_id_unique" ON "_pages_v_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "media_locales_locale_parent_id_unique" ON "media_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "demos_commands_locales_locale_parent_id_unique" ON "demos_commands_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "demos_locales_locale_parent_id_unique" ON "demos_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "site_socials_locales_locale_parent_id_unique" ON "site_socials_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "site_hero_actions_locales_locale_parent_id_unique" ON "site_hero_actions_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "site_navigation_locales_locale_parent_id_unique" ON "site_navigation_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "site_footer_links_locales_locale_parent_id_unique" ON "site_footer_links_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "site_languages_order_idx" ON "site_languages" USING btree ("order");
  CREATE INDEX "site_languages_parent_idx" ON "site_languages" USING btree ("parent_id");
  CREATE UNIQUE INDEX "site_locales_locale_parent_id_unique" ON "site_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "_site_v_version_socials_locales_locale_parent_id_unique" ON "_site_v_version_socials_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "_site_v_version_hero_actions_locales_locale_parent_id_unique" ON "_site_v_version_hero_actions_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "_site_v_version_navigation_locales_locale_parent_id_unique" ON "_site_v_version_navigation_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "_site_v_version_footer_links_locales_locale_parent_id_unique" ON "_site_v_version_footer_links_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_site_v_version_languages_order_idx" ON "_site_v_version_languages" USING btree ("order");
  CREATE INDEX "_site_v_version_languages_parent_idx" ON "_site_v_version_languages" USING btree ("parent_id");
  CREATE UNIQUE INDEX "_site_v_locales_locale_parent_id_unique" ON "_site_v_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "resume_education_locales_locale_parent_id_unique" ON "resume_education_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "resume_certificates_locales_locale_parent_id_unique" ON "resume_certificates_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "resume_skills_locales_locale_parent_id_unique" ON "resume_skills_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "resume_languages_locales_locale_parent_id_unique" ON "resume_languages_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "resume_interests_locales_locale_parent_id_unique" ON "resume_interests_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "resume_locales_locale_parent_id_unique" ON "resume_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "_resume_v_version_education_locales_locale_parent_id_unique" ON "_resume_v_version_education_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "_resume_v_version_certificates_locales_locale_parent_id_uniq" ON "_resume_v_version_certificates_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "_resume_v_version_skills_locales_locale_parent_id_unique" ON "_resume_v_version_skills_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "_resume_v_version_languages_locales_locale_parent_id_unique" ON "_resume_v_version_languages_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "_resume_v_version_interests_locales_locale_parent_id_unique" ON "_resume_v_version_interests_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "_resume_v_locales_locale_parent_id_unique" ON "_resume_v_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_projects_v_snapshot_idx" ON "_projects_v" USING btree ("snapshot");
  CREATE INDEX "_projects_v_published_locale_idx" ON "_projects_v" USING btree ("published_locale");
  CREATE INDEX "_experiences_v_snapshot_idx" ON "_experiences_v" USING btree ("snapshot");
  CREATE INDEX "_experiences_v_published_locale_idx" ON "_experiences_v" USING btree ("published_locale");
  CREATE INDEX "_pages_v_snapshot_idx" ON "_pages_v" USING btree ("snapshot");
  CREATE INDEX "_pages_v_published_locale_idx" ON "_pages_v" USING btree ("published_locale");
  CREATE INDEX "resume_texts_locale_parent" ON "resume_texts" USING btree ("locale","parent_id");
  CREATE INDEX "_resume_v_texts_locale_parent" ON "_resume_v_texts" USING btree ("locale","parent_id");
  ALTER TABLE "projects_badges" DROP COLUMN "text";
  ALTER TABLE "projects_features" DROP COLUMN "text";
  ALTER TABLE "projects_stats" DROP COLUMN "value";
  ALTER TABLE "projects_stats" DROP COLUMN "label";
  ALTER TABLE "projects_impact" DROP COLUMN "value";
  ALTER TABLE "projects_impact" DROP COLUMN "label";
  ALTER TABLE "projects_impact" DROP COLUMN "description";
  ALTER TABLE "projects_diagrams" DROP COLUMN "title";
  ALTER TABLE "projects_diagrams" DROP COLUMN "description";
  ALTER TABLE "projects_diagrams" DROP COLUMN "text_alternative";
  ALTER TABLE "projects_install_steps" DROP COLUMN "title";
  ALTER TABLE "projects_install_steps" DROP COLUMN "text";
  ALTER TABLE "projects_galleries_images" DROP COLUMN "caption";
  ALTER TABLE "projects_galleries" DROP COLUMN "name";
  ALTER TABLE "projects_galleries" DROP COLUMN "description";
  ALTER TABLE "projects_walkthrough" DROP COLUMN "title";
  ALTER TABLE "projects_walkthrough" DROP COLUMN "description";
  ALTER TABLE "projects_walkthrough" DROP COLUMN "explanation";
  ALTER TABLE "projects_documents" DROP COLUMN "title";
  ALTER TABLE "projects_documents" DROP COLUMN "category";
  ALTER TABLE "projects_documents" DROP COLUMN "description";
  ALTER TABLE "projects" DROP COLUMN "title";
  ALTER TABLE "projects" DROP COLUMN "summary";
  ALTER TABLE "projects" DROP COLUMN "body";
  ALTER TABLE "projects" DROP COLUMN "problem";
  ALTER TABLE "projects" DROP COLUMN "challenges";
  ALTER TABLE "projects" DROP COLUMN "lessons";
  ALTER TABLE "projects" DROP COLUMN "role";
  ALTER TABLE "projects" DROP COLUMN "role_description";
  ALTER TABLE "projects" DROP COLUMN "seo_title";
  ALTER TABLE "projects" DROP COLUMN "seo_description";
  ALTER TABLE "_projects_v_version_badges" DROP COLUMN "text";
  ALTER TABLE "_projects_v_version_features" DROP COLUMN "text";
  ALTER TABLE "_projects_v_version_stats" DROP COLUMN "value";
  ALTER TABLE "_projects_v_version_stats" DROP COLUMN "label";
  ALTER TABLE "_projects_v_version_impact" DROP COLUMN "value";
  ALTER TABLE "_projects_v_version_impact" DROP COLUMN "label";
  ALTER TABLE "_projects_v_version_impact" DROP COLUMN "description";
  ALTER TABLE "_projects_v_version_diagrams" DROP COLUMN "title";
  ALTER TABLE "_projects_v_version_diagrams" DROP COLUMN "description";
  ALTER TABLE "_projects_v_version_diagrams" DROP COLUMN "text_alternative";
  ALTER TABLE "_projects_v_version_install_steps" DROP COLUMN "title";
  ALTER TABLE "_projects_v_version_install_steps" DROP COLUMN "text";
  ALTER TABLE "_projects_v_version_galleries_images" DROP COLUMN "caption";
  ALTER TABLE "_projects_v_version_galleries" DROP COLUMN "name";
  ALTER TABLE "_projects_v_version_galleries" DROP COLUMN "description";
  ALTER TABLE "_projects_v_version_walkthrough" DROP COLUMN "title";
  ALTER TABLE "_projects_v_version_walkthrough" DROP COLUMN "description";
  ALTER TABLE "_projects_v_version_walkthrough" DROP COLUMN "explanation";
  ALTER TABLE "_projects_v_version_documents" DROP COLUMN "title";
  ALTER TABLE "_projects_v_version_documents" DROP COLUMN "category";
  ALTER TABLE "_projects_v_version_documents" DROP COLUMN "description";
  ALTER TABLE "_projects_v" DROP COLUMN "version_title";
  ALTER TABLE "_projects_v" DROP COLUMN "version_summary";
  ALTER TABLE "_projects_v" DROP COLUMN "version_body";
  ALTER TABLE "_projects_v" DROP COLUMN "version_problem";
  ALTER TABLE "_projects_v" DROP COLUMN "version_challenges";
  ALTER TABLE "_projects_v" DROP COLUMN "version_lessons";
  ALTER TABLE "_projects_v" DROP COLUMN "version_role";
  ALTER TABLE "_projects_v" DROP COLUMN "version_role_description";
  ALTER TABLE "_projects_v" DROP COLUMN "version_seo_title";
  ALTER TABLE "_projects_v" DROP COLUMN "version_seo_description";
  ALTER TABLE "experiences_stats" DROP COLUMN "value";
  ALTER TABLE "experiences_stats" DROP COLUMN "label";
  ALTER TABLE "experiences_impact" DROP COLUMN "value";
  ALTER TABLE "experiences_impact" DROP COLUMN "label";
  ALTER TABLE "experiences_impact" DROP COLUMN "description";
  ALTER TABLE "experiences_architecture_diagrams" DROP COLUMN "title";
  ALTER TABLE "experiences_architecture_diagrams" DROP COLUMN "description";
  ALTER TABLE "experiences_architecture_diagrams" DROP COLUMN "text_alternative";
  ALTER TABLE "experiences_code_samples" DROP COLUMN "title";
  ALTER TABLE "experiences_code_samples" DROP COLUMN "description";
  ALTER TABLE "experiences_code_samples" DROP COLUMN "explanation";
  ALTER TABLE "experiences_documents" DROP COLUMN "title";
  ALTER TABLE "experiences_documents" DROP COLUMN "category";
  ALTER TABLE "experiences_documents" DROP COLUMN "description";
  ALTER TABLE "experiences" DROP COLUMN "role";
  ALTER TABLE "experiences" DROP COLUMN "subtitle";
  ALTER TABLE "experiences" DROP COLUMN "location";
  ALTER TABLE "experiences" DROP COLUMN "overview";
  ALTER TABLE "experiences" DROP COLUMN "architecture_description";
  ALTER TABLE "experiences" DROP COLUMN "seo_title";
  ALTER TABLE "experiences" DROP COLUMN "seo_description";
  ALTER TABLE "_experiences_v_version_stats" DROP COLUMN "value";
  ALTER TABLE "_experiences_v_version_stats" DROP COLUMN "label";
  ALTER TABLE "_experiences_v_version_impact" DROP COLUMN "value";
  ALTER TABLE "_experiences_v_version_impact" DROP COLUMN "label";
  ALTER TABLE "_experiences_v_version_impact" DROP COLUMN "description";
  ALTER TABLE "_experiences_v_version_architecture_diagrams" DROP COLUMN "title";
  ALTER TABLE "_experiences_v_version_architecture_diagrams" DROP COLUMN "description";
  ALTER TABLE "_experiences_v_version_architecture_diagrams" DROP COLUMN "text_alternative";
  ALTER TABLE "_experiences_v_version_code_samples" DROP COLUMN "title";
  ALTER TABLE "_experiences_v_version_code_samples" DROP COLUMN "description";
  ALTER TABLE "_experiences_v_version_code_samples" DROP COLUMN "explanation";
  ALTER TABLE "_experiences_v_version_documents" DROP COLUMN "title";
  ALTER TABLE "_experiences_v_version_documents" DROP COLUMN "category";
  ALTER TABLE "_experiences_v_version_documents" DROP COLUMN "description";
  ALTER TABLE "_experiences_v" DROP COLUMN "version_role";
  ALTER TABLE "_experiences_v" DROP COLUMN "version_subtitle";
  ALTER TABLE "_experiences_v" DROP COLUMN "version_location";
  ALTER TABLE "_experiences_v" DROP COLUMN "version_overview";
  ALTER TABLE "_experiences_v" DROP COLUMN "version_architecture_description";
  ALTER TABLE "_experiences_v" DROP COLUMN "version_seo_title";
  ALTER TABLE "_experiences_v" DROP COLUMN "version_seo_description";
  ALTER TABLE "pages" DROP COLUMN "title";
  ALTER TABLE "pages" DROP COLUMN "seo_title";
  ALTER TABLE "pages" DROP COLUMN "seo_description";
  ALTER TABLE "_pages_v" DROP COLUMN "version_title";
  ALTER TABLE "_pages_v" DROP COLUMN "version_seo_title";
  ALTER TABLE "_pages_v" DROP COLUMN "version_seo_description";
  ALTER TABLE "media" DROP COLUMN "alt";
  ALTER TABLE "media" DROP COLUMN "title";
  ALTER TABLE "media" DROP COLUMN "caption";
  ALTER TABLE "demos_commands" DROP COLUMN "label";
  ALTER TABLE "demos_commands" DROP COLUMN "explanation";
  ALTER TABLE "demos" DROP COLUMN "title";
  ALTER TABLE "demos" DROP COLUMN "welcome";
  ALTER TABLE "site_socials" DROP COLUMN "label";
  ALTER TABLE "site_hero_actions" DROP COLUMN "label";
  ALTER TABLE "site_navigation" DROP COLUMN "label";
  ALTER TABLE "site_footer_links" DROP COLUMN "label";
  ALTER TABLE "site" DROP COLUMN "title";
  ALTER TABLE "site" DROP COLUMN "intro";
  ALTER TABLE "site" DROP COLUMN "location";
  ALTER TABLE "site" DROP COLUMN "availability";
  ALTER TABLE "site" DROP COLUMN "hero_heading";
  ALTER TABLE "site" DROP COLUMN "footer";
  ALTER TABLE "site" DROP COLUMN "title_suffix";
  ALTER TABLE "site" DROP COLUMN "seo_title";
  ALTER TABLE "site" DROP COLUMN "seo_description";
  ALTER TABLE "_site_v_version_socials" DROP COLUMN "label";
  ALTER TABLE "_site_v_version_hero_actions" DROP COLUMN "label";
  ALTER TABLE "_site_v_version_navigation" DROP COLUMN "label";
  ALTER TABLE "_site_v_version_footer_links" DROP COLUMN "label";
  ALTER TABLE "_site_v" DROP COLUMN "version_title";
  ALTER TABLE "_site_v" DROP COLUMN "version_intro";
  ALTER TABLE "_site_v" DROP COLUMN "version_location";
  ALTER TABLE "_site_v" DROP COLUMN "version_availability";
  ALTER TABLE "_site_v" DROP COLUMN "version_hero_heading";
  ALTER TABLE "_site_v" DROP COLUMN "version_footer";
  ALTER TABLE "_site_v" DROP COLUMN "version_title_suffix";
  ALTER TABLE "_site_v" DROP COLUMN "version_seo_title";
  ALTER TABLE "_site_v" DROP COLUMN "version_seo_description";
  ALTER TABLE "resume_education" DROP COLUMN "area";
  ALTER TABLE "resume_education" DROP COLUMN "study_type";
  ALTER TABLE "resume_education" DROP COLUMN "score";
  ALTER TABLE "resume_certificates" DROP COLUMN "name";
  ALTER TABLE "resume_skills" DROP COLUMN "name";
  ALTER TABLE "resume_skills" DROP COLUMN "level";
  ALTER TABLE "resume_languages" DROP COLUMN "language";
  ALTER TABLE "resume_languages" DROP COLUMN "fluency";
  ALTER TABLE "resume_interests" DROP COLUMN "name";
  ALTER TABLE "resume" DROP COLUMN "headline";
  ALTER TABLE "resume" DROP COLUMN "summary";
  ALTER TABLE "_resume_v_version_education" DROP COLUMN "area";
  ALTER TABLE "_resume_v_version_education" DROP COLUMN "study_type";
  ALTER TABLE "_resume_v_version_education" DROP COLUMN "score";
  ALTER TABLE "_resume_v_version_certificates" DROP COLUMN "name";
  ALTER TABLE "_resume_v_version_skills" DROP COLUMN "name";
  ALTER TABLE "_resume_v_version_skills" DROP COLUMN "level";
  ALTER TABLE "_resume_v_version_languages" DROP COLUMN "language";
  ALTER TABLE "_resume_v_version_languages" DROP COLUMN "fluency";
  ALTER TABLE "_resume_v_version_interests" DROP COLUMN "name";
  ALTER TABLE "_resume_v" DROP COLUMN "version_headline";
  ALTER TABLE "_resume_v" DROP COLUMN "version_summary";`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
  ALTER TABLE "projects_badges" ADD COLUMN "text" varchar;
  ALTER TABLE "projects_features" ADD COLUMN "text" varchar;
  ALTER TABLE "projects_stats" ADD COLUMN "value" varchar;
  ALTER TABLE "projects_stats" ADD COLUMN "label" varchar;
  ALTER TABLE "projects_impact" ADD COLUMN "value" varchar;
  ALTER TABLE "projects_impact" ADD COLUMN "label" varchar;
  ALTER TABLE "projects_impact" ADD COLUMN "description" varchar;
  ALTER TABLE "projects_diagrams" ADD COLUMN "title" varchar;
  ALTER TABLE "projects_diagrams" ADD COLUMN "description" varchar;
  ALTER TABLE "projects_diagrams" ADD COLUMN "text_alternative" varchar;
  ALTER TABLE "projects_install_steps" ADD COLUMN "title" varchar;
  ALTER TABLE "projects_install_steps" ADD COLUMN "text" varchar;
  ALTER TABLE "projects_galleries_images" ADD COLUMN "caption" varchar;
  ALTER TABLE "projects_galleries" ADD COLUMN "name" varchar;
  ALTER TABLE "projects_galleries" ADD COLUMN "description" varchar;
  ALTER TABLE "projects_walkthrough" ADD COLUMN "title" varchar;
  ALTER TABLE "projects_walkthrough" ADD COLUMN "description" varchar;
  ALTER TABLE "projects_walkthrough" ADD COLUMN "explanation" varchar;
  ALTER TABLE "projects_documents" ADD COLUMN "title" varchar;
  ALTER TABLE "projects_documents" ADD COLUMN "category" varchar;
  ALTER TABLE "projects_documents" ADD COLUMN "description" varchar;
  ALTER TABLE "projects" ADD COLUMN "title" varchar;
  ALTER TABLE "projects" ADD COLUMN "summary" varchar;
  ALTER TABLE "projects" ADD COLUMN "body" jsonb;
  ALTER TABLE "projects" ADD COLUMN "problem" varchar;
  ALTER TABLE "projects" ADD COLUMN "challenges" varchar;
  ALTER TABLE "projects" ADD COLUMN "lessons" varchar;
  ALTER TABLE "projects" ADD COLUMN "role" varchar;
  ALTER TABLE "projects" ADD COLUMN "role_description" varchar;
  ALTER TABLE "projects" ADD COLUMN "seo_title" varchar;
  ALTER TABLE "projects" ADD COLUMN "seo_description" varchar;
  ALTER TABLE "_projects_v_version_badges" ADD COLUMN "text" varchar;
  ALTER TABLE "_projects_v_version_features" ADD COLUMN "text" varchar;
  ALTER TABLE "_projects_v_version_stats" ADD COLUMN "value" varchar;
  ALTER TABLE "_projects_v_version_stats" ADD COLUMN "label" varchar;
  ALTER TABLE "_projects_v_version_impact" ADD COLUMN "value" varchar;
  ALTER TABLE "_projects_v_version_impact" ADD COLUMN "label" varchar;
  ALTER TABLE "_projects_v_version_impact" ADD COLUMN "description" varchar;
  ALTER TABLE "_projects_v_version_diagrams" ADD COLUMN "title" varchar;
  ALTER TABLE "_projects_v_version_diagrams" ADD COLUMN "description" varchar;
  ALTER TABLE "_projects_v_version_diagrams" ADD COLUMN "text_alternative" varchar;
  ALTER TABLE "_projects_v_version_install_steps" ADD COLUMN "title" varchar;
  ALTER TABLE "_projects_v_version_install_steps" ADD COLUMN "text" varchar;
  ALTER TABLE "_projects_v_version_galleries_images" ADD COLUMN "caption" varchar;
  ALTER TABLE "_projects_v_version_galleries" ADD COLUMN "name" varchar;
  ALTER TABLE "_projects_v_version_galleries" ADD COLUMN "description" varchar;
  ALTER TABLE "_projects_v_version_walkthrough" ADD COLUMN "title" varchar;
  ALTER TABLE "_projects_v_version_walkthrough" ADD COLUMN "description" varchar;
  ALTER TABLE "_projects_v_version_walkthrough" ADD COLUMN "explanation" varchar;
  ALTER TABLE "_projects_v_version_documents" ADD COLUMN "title" varchar;
  ALTER TABLE "_projects_v_version_documents" ADD COLUMN "category" varchar;
  ALTER TABLE "_projects_v_version_documents" ADD COLUMN "description" varchar;
  ALTER TABLE "_projects_v" ADD COLUMN "version_title" varchar;
  ALTER TABLE "_projects_v" ADD COLUMN "version_summary" varchar;
  ALTER TABLE "_projects_v" ADD COLUMN "version_body" jsonb;
  ALTER TABLE "_projects_v" ADD COLUMN "version_problem" varchar;
  ALTER TABLE "_projects_v" ADD COLUMN "version_challenges" varchar;
  ALTER TABLE "_projects_v" ADD COLUMN "version_lessons" varchar;
  ALTER TABLE "_projects_v" ADD COLUMN "version_role" varchar;
  ALTER TABLE "_projects_v" ADD COLUMN "version_role_description" varchar;
  ALTER TABLE "_projects_v" ADD COLUMN "version_seo_title" varchar;
  ALTER TABLE "_projects_v" ADD COLUMN "version_seo_description" varchar;
  ALTER TABLE "experiences_stats" ADD COLUMN "value" varchar;
  ALTER TABLE "experiences_stats" ADD COLUMN "label" varchar;
  ALTER TABLE "experiences_impact" ADD COLUMN "value" varchar;
  ALTER TABLE "experiences_impact" ADD COLUMN "label" varchar;
  ALTER TABLE "experiences_impact" ADD COLUMN "description" varchar;
  ALTER TABLE "experiences_architecture_diagrams" ADD COLUMN "title" varchar;
  ALTER TABLE "experiences_architecture_diagrams" ADD COLUMN "description" varchar;
  ALTER TABLE "experiences_architecture_diagrams" ADD COLUMN "text_alternative" varchar;
  ALTER TABLE "experiences_code_samples" ADD COLUMN "title" varchar;
  ALTER TABLE "experiences_code_samples" ADD COLUMN "description" varchar;
  ALTER TABLE "experiences_code_samples" ADD COLUMN "explanation" varchar;
  ALTER TABLE "experiences_documents" ADD COLUMN "title" varchar;
  ALTER TABLE "experiences_documents" ADD COLUMN "category" varchar;
  ALTER TABLE "experiences_documents" ADD COLUMN "description" varchar;
  ALTER TABLE "experiences" ADD COLUMN "role" varchar;
  ALTER TABLE "experiences" ADD COLUMN "subtitle" varchar;
  ALTER TABLE "experiences" ADD COLUMN "location" varchar;
  ALTER TABLE "experiences" ADD COLUMN "overview" varchar;
  ALTER TABLE "experiences" ADD COLUMN "architecture_description" varchar;
  ALTER TABLE "experiences" ADD COLUMN "seo_title" varchar;
  ALTER TABLE "experiences" ADD COLUMN "seo_description" varchar;
  ALTER TABLE "_experiences_v_version_stats" ADD COLUMN "value" varchar;
  ALTER TABLE "_experiences_v_version_stats" ADD COLUMN "label" varchar;
  ALTER TABLE "_experiences_v_version_impact" ADD COLUMN "value" varchar;
  ALTER TABLE "_experiences_v_version_impact" ADD COLUMN "label" varchar;
  ALTER TABLE "_experiences_v_version_impact" ADD COLUMN "description" varchar;
  ALTER TABLE "_experiences_v_version_architecture_diagrams" ADD COLUMN "title" varchar;
  ALTER TABLE "_experiences_v_version_architecture_diagrams" ADD COLUMN "description" varchar;
  ALTER TABLE "_experiences_v_version_architecture_diagrams" ADD COLUMN "text_alternative" varchar;
  ALTER TABLE "_experiences_v_version_code_samples" ADD COLUMN "title" varchar;
  ALTER TABLE "_experiences_v_version_code_samples" ADD COLUMN "description" varchar;
  ALTER TABLE "_experiences_v_version_code_samples" ADD COLUMN "explanation" varchar;
  ALTER TABLE "_experiences_v_version_documents" ADD COLUMN "title" varchar;
  ALTER TABLE "_experiences_v_version_documents" ADD COLUMN "category" varchar;
  ALTER TABLE "_experiences_v_version_documents" ADD COLUMN "description" varchar;
  ALTER TABLE "_experiences_v" ADD COLUMN "version_role" varchar;
  ALTER TABLE "_experiences_v" ADD COLUMN "version_subtitle" varchar;
  ALTER TABLE "_experiences_v" ADD COLUMN "version_location" varchar;
  ALTER TABLE "_experiences_v" ADD COLUMN "version_overview" varchar;
  ALTER TABLE "_experiences_v" ADD COLUMN "version_architecture_description" varchar;
  ALTER TABLE "_experiences_v" ADD COLUMN "version_seo_title" varchar;
  ALTER TABLE "_experiences_v" ADD COLUMN "version_seo_description" varchar;
  ALTER TABLE "pages" ADD COLUMN "title" varchar;
  ALTER TABLE "pages" ADD COLUMN "seo_title" varchar;
  ALTER TABLE "pages" ADD COLUMN "seo_description" varchar;
  ALTER TABLE "_pages_v" ADD COLUMN "version_title" varchar;
  ALTER TABLE "_pages_v" ADD COLUMN "version_seo_title" varchar;
  ALTER TABLE "_pages_v" ADD COLUMN "version_seo_description" varchar;
  ALTER TABLE "media" ADD COLUMN "alt" varchar;
  ALTER TABLE "media" ADD COLUMN "title" varchar;
  ALTER TABLE "media" ADD COLUMN "caption" varchar;
  ALTER TABLE "demos_commands" ADD COLUMN "label" varchar;
  ALTER TABLE "demos_commands" ADD COLUMN "explanation" varchar;
  ALTER TABLE "demos" ADD COLUMN "title" varchar;
  ALTER TABLE "demos" ADD COLUMN "welcome" varchar;
  ALTER TABLE "site_socials" ADD COLUMN "label" varchar;
  ALTER TABLE "site_hero_actions" ADD COLUMN "label" varchar;
  ALTER TABLE "site_navigation" ADD COLUMN "label" varchar;
  ALTER TABLE "site_footer_links" ADD COLUMN "label" varchar;
  ALTER TABLE "site" ADD COLUMN "title" varchar;
  ALTER TABLE "site" ADD COLUMN "intro" varchar;
  ALTER TABLE "site" ADD COLUMN "location" varchar;
  ALTER TABLE "site" ADD COLUMN "availability" varchar;
  ALTER TABLE "site" ADD COLUMN "hero_heading" varchar;
  ALTER TABLE "site" ADD COLUMN "footer" varchar;
  ALTER TABLE "site" ADD COLUMN "title_suffix" varchar;
  ALTER TABLE "site" ADD COLUMN "seo_title" varchar;
  ALTER TABLE "site" ADD COLUMN "seo_description" varchar;
  ALTER TABLE "_site_v_version_socials" ADD COLUMN "label" varchar;
  ALTER TABLE "_site_v_version_hero_actions" ADD COLUMN "label" varchar;
  ALTER TABLE "_site_v_version_navigation" ADD COLUMN "label" varchar;
  ALTER TABLE "_site_v_version_footer_links" ADD COLUMN "label" varchar;
  ALTER TABLE "_site_v" ADD COLUMN "version_title" varchar;
  ALTER TABLE "_site_v" ADD COLUMN "version_intro" varchar;
  ALTER TABLE "_site_v" ADD COLUMN "version_location" varchar;
  ALTER TABLE "_site_v" ADD COLUMN "version_availability" varchar;
  ALTER TABLE "_site_v" ADD COLUMN "version_hero_heading" varchar;
  ALTER TABLE "_site_v" ADD COLUMN "version_footer" varchar;
  ALTER TABLE "_site_v" ADD COLUMN "version_title_suffix" varchar;
  ALTER TABLE "_site_v" ADD COLUMN "version_seo_title" varchar;
  ALTER TABLE "_site_v" ADD COLUMN "version_seo_description" varchar;
  ALTER TABLE "resume_education" ADD COLUMN "area" varchar;
  ALTER TABLE "resume_education" ADD COLUMN "study_type" varchar;
  ALTER TABLE "resume_education" ADD COLUMN "score" varchar;
  ALTER TABLE "resume_certificates" ADD COLUMN "name" varchar;
  ALTER TABLE "resume_skills" ADD COLUMN "name" varchar;
  ALTER TABLE "resume_skills" ADD COLUMN "level" varchar;
  ALTER TABLE "resume_languages" ADD COLUMN "language" varchar;
  ALTER TABLE "resume_languages" ADD COLUMN "fluency" varchar;
  ALTER TABLE "resume_interests" ADD COLUMN "name" varchar;
  ALTER TABLE "resume" ADD COLUMN "headline" varchar;
  ALTER TABLE "resume" ADD COLUMN "summary" varchar;
  ALTER TABLE "_resume_v_version_education" ADD COLUMN "area" varchar;
  ALTER TABLE "_resume_v_version_education" ADD COLUMN "study_type" varchar;
  ALTER TABLE "_resume_v_version_education" ADD COLUMN "score" varchar;
  ALTER TABLE "_resume_v_version_certificates" ADD COLUMN "name" varchar;
  ALTER TABLE "_resume_v_version_skills" ADD COLUMN "name" varchar;
  ALTER TABLE "_resume_v_version_skills" ADD COLUMN "level" varchar;
  ALTER TABLE "_resume_v_version_languages" ADD COLUMN "language" varchar;
  ALTER TABLE "_resume_v_version_languages" ADD COLUMN "fluency" varchar;
  ALTER TABLE "_resume_v_version_interests" ADD COLUMN "name" varchar;
  ALTER TABLE "_resume_v" ADD COLUMN "version_headline" varchar;
  ALTER TABLE "_resume_v" ADD COLUMN "version_summary" varchar;
  UPDATE "projects_badges" t SET "text" = l."text" FROM "projects_badges_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "projects_features" t SET "text" = l."text" FROM "projects_features_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "projects_stats" t SET "value" = l."value", "label" = l."label" FROM "projects_stats_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "projects_impact" t SET "value" = l."value", "label" = l."label", "description" = l."description" FROM "projects_impact_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "projects_diagrams" t SET "title" = l."title", "description" = l."description", "text_alternative" = l."text_alternative" FROM "projects_diagrams_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "projects_install_steps" t SET "title" = l."title", "text" = l."text" FROM "projects_install_steps_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "projects_galleries_images" t SET "caption" = l."caption" FROM "projects_galleries_images_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "projects_galleries" t SET "name" = l."name", "description" = l."description" FROM "projects_galleries_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "projects_walkthrough" t SET "title" = l."title", "description" = l."description", "explanation" = l."explanation" FROM "projects_walkthrough_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "projects_documents" t SET "title" = l."title", "category" = l."category", "description" = l."description" FROM "projects_documents_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "projects" t SET "title" = l."title", "summary" = l."summary", "body" = l."body", "problem" = l."problem", "challenges" = l."challenges", "lessons" = l."lessons", "role" = l."role", "role_description" = l."role_description", "seo_title" = l."seo_title", "seo_description" = l."seo_description" FROM "projects_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "_projects_v_version_badges" t SET "text" = l."text" FROM "_projects_v_version_badges_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "_projects_v_version_features" t SET "text" = l."text" FROM "_projects_v_version_features_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "_projects_v_version_stats" t SET "value" = l."value", "label" = l."label" FROM "_projects_v_version_stats_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "_projects_v_version_impact" t SET "value" = l."value", "label" = l."label", "description" = l."description" FROM "_projects_v_version_impact_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "_projects_v_version_diagrams" t SET "title" = l."title", "description" = l."description", "text_alternative" = l."text_alternative" FROM "_projects_v_version_diagrams_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "_projects_v_version_install_steps" t SET "title" = l."title", "text" = l."text" FROM "_projects_v_version_install_steps_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "_projects_v_version_galleries_images" t SET "caption" = l."caption" FROM "_projects_v_version_galleries_images_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "_projects_v_version_galleries" t SET "name" = l."name", "description" = l."description" FROM "_projects_v_version_galleries_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "_projects_v_version_walkthrough" t SET "title" = l."title", "description" = l."description", "explanation" = l."explanation" FROM "_projects_v_version_walkthrough_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "_projects_v_version_documents" t SET "title" = l."title", "category" = l."category", "description" = l."description" FROM "_projects_v_version_documents_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "_projects_v" t SET "version_title" = l."version_title", "version_summary" = l."version_summary", "version_body" = l."version_body", "version_problem" = l."version_problem", "version_challenges" = l."version_challenges", "version_lessons" = l."version_lessons", "version_role" = l."version_role", "version_role_description" = l."version_role_description", "version_seo_title" = l."version_seo_title", "version_seo_description" = l."version_seo_description" FROM "_projects_v_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "experiences_stats" t SET "value" = l."value", "label" = l."label" FROM "experiences_stats_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "experiences_impact" t SET "value" = l."value", "label" = l."label", "description" = l."description" FROM "experiences_impact_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "experiences_architecture_diagrams" t SET "title" = l."title", "description" = l."description", "text_alternative" = l."text_alternative" FROM "experiences_architecture_diagrams_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "experiences_code_samples" t SET "title" = l."title", "description" = l."description", "explanation" = l."explanation" FROM "experiences_code_samples_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "experiences_documents" t SET "title" = l."title", "category" = l."category", "description" = l."description" FROM "experiences_documents_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "experiences" t SET "role" = l."role", "subtitle" = l."subtitle", "location" = l."location", "overview" = l."overview", "architecture_description" = l."architecture_description", "seo_title" = l."seo_title", "seo_description" = l."seo_description" FROM "experiences_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "_experiences_v_version_stats" t SET "value" = l."value", "label" = l."label" FROM "_experiences_v_version_stats_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "_experiences_v_version_impact" t SET "value" = l."value", "label" = l."label", "description" = l."description" FROM "_experiences_v_version_impact_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "_experiences_v_version_architecture_diagrams" t SET "title" = l."title", "description" = l."description", "text_alternative" = l."text_alternative" FROM "_experiences_v_version_architecture_diagrams_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "_experiences_v_version_code_samples" t SET "title" = l."title", "description" = l."description", "explanation" = l."explanation" FROM "_experiences_v_version_code_samples_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "_experiences_v_version_documents" t SET "title" = l."title", "category" = l."category", "description" = l."description" FROM "_experiences_v_version_documents_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "_experiences_v" t SET "version_role" = l."version_role", "version_subtitle" = l."version_subtitle", "version_location" = l."version_location", "version_overview" = l."version_overview", "version_architecture_description" = l."version_architecture_description", "version_seo_title" = l."version_seo_title", "version_seo_description" = l."version_seo_description" FROM "_experiences_v_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "pages" t SET "title" = l."title", "seo_title" = l."seo_title", "seo_description" = l."seo_description" FROM "pages_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "_pages_v" t SET "version_title" = l."version_title", "version_seo_title" = l."version_seo_title", "version_seo_description" = l."version_seo_description" FROM "_pages_v_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "media" t SET "alt" = l."alt", "title" = l."title", "caption" = l."caption" FROM "media_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "demos_commands" t SET "label" = l."label", "explanation" = l."explanation" FROM "demos_commands_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "demos" t SET "title" = l."title", "welcome" = l."welcome" FROM "demos_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "site_socials" t SET "label" = l."label" FROM "site_socials_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "site_hero_actions" t SET "label" = l."label" FROM "site_hero_actions_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "site_navigation" t SET "label" = l."label" FROM "site_navigation_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "site_footer_links" t SET "label" = l."label" FROM "site_footer_links_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "site" t SET "title" = l."title", "intro" = l."intro", "location" = l."location", "availability" = l."availability", "hero_heading" = l."hero_heading", "footer" = l."footer", "title_suffix" = l."title_suffix", "seo_title" = l."seo_title", "seo_description" = l."seo_description" FROM "site_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "_site_v_version_socials" t SET "label" = l."label" FROM "_site_v_version_socials_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "_site_v_version_hero_actions" t SET "label" = l."label" FROM "_site_v_version_hero_actions_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "_site_v_version_navigation" t SET "label" = l."label" FROM "_site_v_version_navigation_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "_site_v_version_footer_links" t SET "label" = l."label" FROM "_site_v_version_footer_links_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "_site_v" t SET "version_title" = l."version_title", "version_intro" = l."version_intro", "version_location" = l."version_location", "version_availability" = l."version_availability", "version_hero_heading" = l."version_hero_heading", "version_footer" = l."version_footer", "version_title_suffix" = l."version_title_suffix", "version_seo_title" = l."version_seo_title", "version_seo_description" = l."version_seo_description" FROM "_site_v_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "resume_education" t SET "area" = l."area", "study_type" = l."study_type", "score" = l."score" FROM "resume_education_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "resume_certificates" t SET "name" = l."name" FROM "resume_certificates_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "resume_skills" t SET "name" = l."name", "level" = l."level" FROM "resume_skills_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "resume_languages" t SET "language" = l."language", "fluency" = l."fluency" FROM "resume_languages_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "resume_interests" t SET "name" = l."name" FROM "resume_interests_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "resume" t SET "headline" = l."headline", "summary" = l."summary" FROM "resume_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "_resume_v_version_education" t SET "area" = l."area", "study_type" = l."study_type", "score" = l."score" FROM "_resume_v_version_education_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "_resume_v_version_certificates" t SET "name" = l."name" FROM "_resume_v_version_certificates_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "_resume_v_version_skills" t SET "name" = l."name", "level" = l."level" FROM "_resume_v_version_skills_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "_resume_v_version_languages" t SET "language" = l."language", "fluency" = l."fluency" FROM "_resume_v_version_languages_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "_resume_v_version_interests" t SET "name" = l."name" FROM "_resume_v_version_interests_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "_resume_v" t SET "version_headline" = l."version_headline", "version_summary" = l."version_summary" FROM "_resume_v_locales" l WHERE l."_parent_id" = t."id" AND l."_locale" = 'en';
  UPDATE "demos_commands" SET "label" = '' WHERE "label" IS NULL;
  ALTER TABLE "demos_commands" ALTER COLUMN "label" SET NOT NULL;
  UPDATE "demos" SET "title" = '' WHERE "title" IS NULL;
  ALTER TABLE "demos" ALTER COLUMN "title" SET NOT NULL;
  UPDATE "site_socials" SET "label" = '' WHERE "label" IS NULL;
  ALTER TABLE "site_socials" ALTER COLUMN "label" SET NOT NULL;
  UPDATE "site_hero_actions" SET "label" = '' WHERE "label" IS NULL;
  ALTER TABLE "site_hero_actions" ALTER COLUMN "label" SET NOT NULL;
  UPDATE "site_navigation" SET "label" = '' WHERE "label" IS NULL;
  ALTER TABLE "site_navigation" ALTER COLUMN "label" SET NOT NULL;
  UPDATE "site_footer_links" SET "label" = '' WHERE "label" IS NULL;
  ALTER TABLE "site_footer_links" ALTER COLUMN "label" SET NOT NULL;
  UPDATE "site" SET "title" = '' WHERE "title" IS NULL;
  ALTER TABLE "site" ALTER COLUMN "title" SET NOT NULL;
  UPDATE "site" SET "intro" = '' WHERE "intro" IS NULL;
  ALTER TABLE "site" ALTER COLUMN "intro" SET NOT NULL;
  UPDATE "_site_v_version_socials" SET "label" = '' WHERE "label" IS NULL;
  ALTER TABLE "_site_v_version_socials" ALTER COLUMN "label" SET NOT NULL;
  UPDATE "_site_v_version_hero_actions" SET "label" = '' WHERE "label" IS NULL;
  ALTER TABLE "_site_v_version_hero_actions" ALTER COLUMN "label" SET NOT NULL;
  UPDATE "_site_v_version_navigation" SET "label" = '' WHERE "label" IS NULL;
  ALTER TABLE "_site_v_version_navigation" ALTER COLUMN "label" SET NOT NULL;
  UPDATE "_site_v_version_footer_links" SET "label" = '' WHERE "label" IS NULL;
  ALTER TABLE "_site_v_version_footer_links" ALTER COLUMN "label" SET NOT NULL;
  UPDATE "_site_v" SET "version_title" = '' WHERE "version_title" IS NULL;
  ALTER TABLE "_site_v" ALTER COLUMN "version_title" SET NOT NULL;
  UPDATE "_site_v" SET "version_intro" = '' WHERE "version_intro" IS NULL;
  ALTER TABLE "_site_v" ALTER COLUMN "version_intro" SET NOT NULL;
  UPDATE "resume_certificates" SET "name" = '' WHERE "name" IS NULL;
  ALTER TABLE "resume_certificates" ALTER COLUMN "name" SET NOT NULL;
  UPDATE "resume_skills" SET "name" = '' WHERE "name" IS NULL;
  ALTER TABLE "resume_skills" ALTER COLUMN "name" SET NOT NULL;
  UPDATE "resume_languages" SET "language" = '' WHERE "language" IS NULL;
  ALTER TABLE "resume_languages" ALTER COLUMN "language" SET NOT NULL;
  UPDATE "resume_interests" SET "name" = '' WHERE "name" IS NULL;
  ALTER TABLE "resume_interests" ALTER COLUMN "name" SET NOT NULL;
  UPDATE "_resume_v_version_certificates" SET "name" = '' WHERE "name" IS NULL;
  ALTER TABLE "_resume_v_version_certificates" ALTER COLUMN "name" SET NOT NULL;
  UPDATE "_resume_v_version_skills" SET "name" = '' WHERE "name" IS NULL;
  ALTER TABLE "_resume_v_version_skills" ALTER COLUMN "name" SET NOT NULL;
  UPDATE "_resume_v_version_languages" SET "language" = '' WHERE "language" IS NULL;
  ALTER TABLE "_resume_v_version_languages" ALTER COLUMN "language" SET NOT NULL;
  UPDATE "_resume_v_version_interests" SET "name" = '' WHERE "name" IS NULL;
  ALTER TABLE "_resume_v_version_interests" ALTER COLUMN "name" SET NOT NULL;
  DELETE FROM "resume_texts" WHERE "locale" <> 'en';
  DELETE FROM "_resume_v_texts" WHERE "locale" <> 'en';
  ALTER TABLE "projects_badges_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "projects_features_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "projects_stats_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "projects_impact_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "projects_diagrams_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "projects_install_steps_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "projects_galleries_images_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "projects_galleries_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "projects_walkthrough_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "projects_documents_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "projects_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_projects_v_version_badges_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_projects_v_version_features_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_projects_v_version_stats_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_projects_v_version_impact_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_projects_v_version_diagrams_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_projects_v_version_install_steps_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_projects_v_version_galleries_images_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_projects_v_version_galleries_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_projects_v_version_walkthrough_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_projects_v_version_documents_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_projects_v_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "experiences_stats_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "experiences_impact_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "experiences_architecture_diagrams_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "experiences_code_samples_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "experiences_documents_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "experiences_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_experiences_v_version_stats_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_experiences_v_version_impact_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_experiences_v_version_architecture_diagrams_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_experiences_v_version_code_samples_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_experiences_v_version_documents_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_experiences_v_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "pages_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_pages_v_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "media_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "demos_commands_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "demos_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "site_socials_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "site_hero_actions_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "site_navigation_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "site_footer_links_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "site_languages" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "site_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_site_v_version_socials_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_site_v_version_hero_actions_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_site_v_version_navigation_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_site_v_version_footer_links_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_site_v_version_languages" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_site_v_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "resume_education_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "resume_certificates_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "resume_skills_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "resume_languages_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "resume_interests_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "resume_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_resume_v_version_education_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_resume_v_version_certificates_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_resume_v_version_skills_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_resume_v_version_languages_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_resume_v_version_interests_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_resume_v_locales" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "projects_badges_locales" CASCADE;
  DROP TABLE "projects_features_locales" CASCADE;
  DROP TABLE "projects_stats_locales" CASCADE;
  DROP TABLE "projects_impact_locales" CASCADE;
  DROP TABLE "projects_diagrams_locales" CASCADE;
  DROP TABLE "projects_install_steps_locales" CASCADE;
  DROP TABLE "projects_galleries_images_locales" CASCADE;
  DROP TABLE "projects_galleries_locales" CASCADE;
  DROP TABLE "projects_walkthrough_locales" CASCADE;
  DROP TABLE "projects_documents_locales" CASCADE;
  DROP TABLE "projects_locales" CASCADE;
  DROP TABLE "_projects_v_version_badges_locales" CASCADE;
  DROP TABLE "_projects_v_version_features_locales" CASCADE;
  DROP TABLE "_projects_v_version_stats_locales" CASCADE;
  DROP TABLE "_projects_v_version_impact_locales" CASCADE;
  DROP TABLE "_projects_v_version_diagrams_locales" CASCADE;
  DROP TABLE "_projects_v_version_install_steps_locales" CASCADE;
  DROP TABLE "_projects_v_version_galleries_images_locales" CASCADE;
  DROP TABLE "_projects_v_version_galleries_locales" CASCADE;
  DROP TABLE "_projects_v_version_walkthrough_locales" CASCADE;
  DROP TABLE "_projects_v_version_documents_locales" CASCADE;
  DROP TABLE "_projects_v_locales" CASCADE;
  DROP TABLE "experiences_stats_locales" CASCADE;
  DROP TABLE "experiences_impact_locales" CASCADE;
  DROP TABLE "experiences_architecture_diagrams_locales" CASCADE;
  DROP TABLE "experiences_code_samples_locales" CASCADE;
  DROP TABLE "experiences_documents_locales" CASCADE;
  DROP TABLE "experiences_locales" CASCADE;
  DROP TABLE "_experiences_v_version_stats_locales" CASCADE;
  DROP TABLE "_experiences_v_version_impact_locales" CASCADE;
  DROP TABLE "_experiences_v_version_architecture_diagrams_locales" CASCADE;
  DROP TABLE "_experiences_v_version_code_samples_locales" CASCADE;
  DROP TABLE "_experiences_v_version_documents_locales" CASCADE;
  DROP TABLE "_experiences_v_locales" CASCADE;
  DROP TABLE "pages_locales" CASCADE;
  DROP TABLE "_pages_v_locales" CASCADE;
  DROP TABLE "media_locales" CASCADE;
  DROP TABLE "demos_commands_locales" CASCADE;
  DROP TABLE "demos_locales" CASCADE;
  DROP TABLE "site_socials_locales" CASCADE;
  DROP TABLE "site_hero_actions_locales" CASCADE;
  DROP TABLE "site_navigation_locales" CASCADE;
  DROP TABLE "site_footer_links_locales" CASCADE;
  DROP TABLE "site_languages" CASCADE;
  DROP TABLE "site_locales" CASCADE;
  DROP TABLE "_site_v_version_socials_locales" CASCADE;
  DROP TABLE "_site_v_version_hero_actions_locales" CASCADE;
  DROP TABLE "_site_v_version_navigation_locales" CASCADE;
  DROP TABLE "_site_v_version_footer_links_locales" CASCADE;
  DROP TABLE "_site_v_version_languages" CASCADE;
  DROP TABLE "_site_v_locales" CASCADE;
  DROP TABLE "resume_education_locales" CASCADE;
  DROP TABLE "resume_certificates_locales" CASCADE;
  DROP TABLE "resume_skills_locales" CASCADE;
  DROP TABLE "resume_languages_locales" CASCADE;
  DROP TABLE "resume_interests_locales" CASCADE;
  DROP TABLE "resume_locales" CASCADE;
  DROP TABLE "_resume_v_version_education_locales" CASCADE;
  DROP TABLE "_resume_v_version_certificates_locales" CASCADE;
  DROP TABLE "_resume_v_version_skills_locales" CASCADE;
  DROP TABLE "_resume_v_version_languages_locales" CASCADE;
  DROP TABLE "_resume_v_version_interests_locales" CASCADE;
  DROP TABLE "_resume_v_locales" CASCADE;
  DROP INDEX "_projects_v_snapshot_idx";
  DROP INDEX "_projects_v_published_locale_idx";
  DROP INDEX "_experiences_v_snapshot_idx";
  DROP INDEX "_experiences_v_published_locale_idx";
  DROP INDEX "_pages_v_snapshot_idx";
  DROP INDEX "_pages_v_published_locale_idx";
  DROP INDEX "resume_texts_locale_parent";
  DROP INDEX "_resume_v_texts_locale_parent";
  ALTER TABLE "_projects_v" DROP COLUMN "snapshot";
  ALTER TABLE "_projects_v" DROP COLUMN "published_locale";
  ALTER TABLE "_experiences_v" DROP COLUMN "snapshot";
  ALTER TABLE "_experiences_v" DROP COLUMN "published_locale";
  ALTER TABLE "_pages_v" DROP COLUMN "snapshot";
  ALTER TABLE "_pages_v" DROP COLUMN "published_locale";
  ALTER TABLE "resume_texts" DROP COLUMN "locale";
  ALTER TABLE "_resume_v_texts" DROP COLUMN "locale";
  DROP TYPE "public"."_locales";
  DROP TYPE "public"."enum__projects_v_published_locale";
  DROP TYPE "public"."enum__experiences_v_published_locale";
  DROP TYPE "public"."enum__pages_v_published_locale";
  DROP TYPE "public"."enum_site_languages";
  DROP TYPE "public"."enum__site_v_version_languages";`)
}
