// A position held, as a line of a list and whole.
import { z } from 'zod'
import type { Experience as Stored, Technology as StoredTechnology } from '../../payload-types.ts'
import {
  diagramsOf,
  diagramsShape,
  documentsOf,
  documentsShape,
  figuresOf,
  figuresShape,
  impactOf,
  impactShape,
  listingsOf,
  listingsShape,
} from './details.ts'
import { projectLinkShape, projectLinksOf } from './link-to.ts'
import { periodOf, periodShape } from './period.ts'
import { publicOnes, shape, textOf } from './registry.ts'
import { seoOf, seoShape } from './seo.ts'
import { technologyOf, technologyShape } from './technology.ts'

const text = z.string().nullable()

export const experienceSummaryShape = shape(
  'ExperienceSummary',
  z.object({
    slug: z.string(),
    company: z.string(),
    role: z.string(),
    subtitle: text,
    period: periodShape.nullable(),
    location: text,
    technologies: z.array(technologyShape),
    updatedAt: z.iso.datetime(),
  }),
)

export const experienceShape = shape(
  'Experience',
  z.object({
    ...experienceSummaryShape.shape,
    website: text,
    overview: text,
    stats: figuresShape,
    impact: impactShape,
    architecture: text,
    diagrams: diagramsShape,
    codeSamples: listingsShape,
    documents: documentsShape,
    projects: z.array(projectLinkShape),
    seo: seoShape,
  }),
)

export type ExperienceSummary = z.output<typeof experienceSummaryShape>
export type Experience = z.output<typeof experienceShape>

/** What a line of the list is made of; the rest is not even read. */
export const EXPERIENCE_SUMMARY_FIELDS = {
  slug: true,
  company: true,
  role: true,
  subtitle: true,
  period: true,
  location: true,
  technologies: true,
  updatedAt: true,
} as const

export const experienceSummaryOf = (
  doc: Pick<Stored, keyof typeof EXPERIENCE_SUMMARY_FIELDS>,
): ExperienceSummary => ({
  slug: doc.slug,
  company: doc.company,
  role: doc.role,
  subtitle: textOf(doc.subtitle),
  period: periodOf(doc.period),
  location: textOf(doc.location),
  technologies: publicOnes<StoredTechnology>(doc.technologies).map(technologyOf),
  updatedAt: doc.updatedAt,
})

export const experienceOf = (doc: Stored): Experience => ({
  ...experienceSummaryOf(doc),
  website: textOf(doc.website),
  overview: textOf(doc.overview),
  stats: figuresOf(doc.stats),
  impact: impactOf(doc.impact),
  architecture: textOf(doc.architecture?.description),
  diagrams: diagramsOf(doc.architecture?.diagrams),
  codeSamples: listingsOf(doc.codeSamples),
  documents: documentsOf(doc.documents),
  projects: projectLinksOf(doc.projects?.docs),
  seo: seoOf(doc.seo),
})
