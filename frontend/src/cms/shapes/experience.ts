// A position held, as a line of a list and whole.
import { z } from 'zod'
import { date, href, rows, text } from '../fields.ts'
import {
  describedFiguresSchema,
  diagramSchema,
  documentsSchema,
  figuresSchema,
  listingsSchema,
  periodSchema,
  projectLinkSchema,
  seoSchema,
  technologySchema,
} from './parts.ts'

export const experienceSummarySchema = z.object({
  slug: z.string().min(1),
  company: z.string().min(1),
  role: z.string(),
  subtitle: text,
  period: periodSchema,
  location: text,
  technologies: rows(technologySchema),
  updatedAt: date,
})
export type ExperienceSummary = z.output<typeof experienceSummarySchema>

export const experienceSchema = experienceSummarySchema.extend({
  website: href,
  overview: text,
  stats: figuresSchema,
  impact: describedFiguresSchema,
  architecture: text,
  diagrams: rows(diagramSchema),
  codeSamples: listingsSchema,
  documents: documentsSchema,
  projects: rows(projectLinkSchema),
  seo: seoSchema,
})
export type Experience = z.output<typeof experienceSchema>
