// @ts-nocheck
import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_projects_diagrams_kind" AS ENUM('mermaid', 'svg', 'image', 'ascii');
  CREATE TYPE "public"."enum__projects_v_version_diagrams_kind" AS ENUM('mermaid', 'svg', 'image', 'ascii');
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
  	"drawn_from" varchar,
  	"draw_error" varchar
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
  	"drawn_from" varchar,
  	"draw_error" varchar,
  	"_uuid" varchar
  );
  
  ALTER TABLE "projects_diagrams" ADD CONSTRAINT "projects_diagrams_image_id_media_id_fk" FOREIGN KEY ("image_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "projects_diagrams" ADD CONSTRAINT "projects_diagrams_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_projects_v_version_diagrams" ADD CONSTRAINT "_projects_v_version_diagrams_image_id_media_id_fk" FOREIGN KEY ("image_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_projects_v_version_diagrams" ADD CONSTRAINT "_projects_v_version_diagrams_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_projects_v"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "projects_diagrams_order_idx" ON "projects_diagrams" USING btree ("_order");
  CREATE INDEX "projects_diagrams_parent_id_idx" ON "projects_diagrams" USING btree ("_parent_id");
  CREATE INDEX "projects_diagrams_image_idx" ON "projects_diagrams" USING btree ("image_id");
  CREATE INDEX "_projects_v_version_diagrams_order_idx" ON "_projects_v_version_diagrams" USING btree ("_order");
  CREATE INDEX "_projects_v_version_diagrams_parent_id_idx" ON "_projects_v_version_diagrams" USING btree ("_parent_id");
  CREATE INDEX "_projects_v_version_diagrams_image_idx" ON "_projects_v_version_diagrams" USING btree ("image_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "projects_diagrams" CASCADE;
  DROP TABLE "_projects_v_version_diagrams" CASCADE;
  DROP TYPE "public"."enum_projects_diagrams_kind";
  DROP TYPE "public"."enum__projects_v_version_diagrams_kind";`)
}
