// The résumé, with the positions and projects that it lists.
import { z } from 'zod'
import { date, href, rows, text } from '../fields.ts'
import { experienceSummarySchema } from './experience.ts'
import {
  describedFiguresSchema,
  periodSchema,
  projectLinkSchema,
  technologySchema,
} from './parts.ts'

const education = z.object({
  institution: z.string(),
  area: text,
  studyType: text,
  score: text,
  period: periodSchema,
  website: href,
  courses: rows(z.string()),
})

export const resumeSchema = z.object({
  headline: text,
  summary: text,
  contact: z.object({
    email: text,
    phone: text,
    website: href,
    city: text,
    region: text,
    countryCode: text,
  }),
  experiences: rows(
    experienceSummarySchema.extend({ website: href, impact: describedFiguresSchema }),
  ),
  projects: rows(projectLinkSchema),
  education: rows(education),
  certificates: rows(z.object({ name: z.string(), issuer: text, date, website: href })),
  skills: rows(z.object({ name: z.string(), level: text, technologies: rows(technologySchema) })),
  languages: rows(z.object({ language: z.string(), fluency: text })),
  interests: rows(z.object({ name: z.string(), keywords: rows(z.string()) })),
})
export type Resume = z.output<typeof resumeSchema>
