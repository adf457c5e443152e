// The open format of jsonresume.org (schema 1.0.0), as far as the CMS writes it. What it does not know is left out.
import { z } from 'zod'
import { safeHref } from '../../cms/fields.ts'

const text = z.string().optional()
const texts = z.array(z.string()).optional()
/** A year, a month or a day. */
const date = z
  .string()
  .regex(/^[12]\d{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/)
  .optional()
const url = z
  .string()
  .optional()
  .transform((value) => safeHref(value) ?? undefined)

const list = <Shape extends z.ZodRawShape>(shape: Shape) => z.array(z.object(shape)).optional()
const period = { startDate: date, endDate: date }

export const jsonResumeSchema = z.object({
  $schema: z.url(),
  basics: z
    .object({
      name: text,
      label: text,
      email: text,
      phone: text,
      url,
      summary: text,
      location: z.object({ city: text, region: text, countryCode: text }).optional(),
      profiles: list({ network: text, username: text, url }),
    })
    .optional(),
  work: list({
    name: text,
    position: text,
    description: text,
    location: text,
    url,
    ...period,
    summary: text,
    highlights: texts,
  }),
  education: list({
    institution: text,
    url,
    area: text,
    studyType: text,
    ...period,
    score: text,
    courses: texts,
  }),
  certificates: list({ name: text, date, url, issuer: text }),
  skills: list({ name: text, level: text, keywords: texts }),
  languages: list({ language: text, fluency: text }),
  interests: list({ name: text, keywords: texts }),
  projects: list({
    name: text,
    description: text,
    highlights: texts,
    keywords: texts,
    ...period,
    url,
    roles: texts,
    entity: text,
    type: text,
  }),
  meta: z.object({ canonical: url, version: text, lastModified: text }).optional(),
})
