// The résumé, with the positions and projects that it lists.
import { z } from 'zod'
import type {
  Resume as Stored,
  Experience as StoredExperience,
  Technology as StoredTechnology,
} from '../../payload-types.ts'
import { impactOf, impactShape } from './details.ts'
import {
  EXPERIENCE_SUMMARY_FIELDS,
  experienceSummaryOf,
  experienceSummaryShape,
} from './experience.ts'
import { projectLinkShape } from './link-to.ts'
import { dayOf, periodOf, periodShape } from './period.ts'
import { publicOnes, shape, textOf } from './registry.ts'
import { technologyOf, technologyShape } from './technology.ts'

const text = z.string().nullable()

const positionShape = shape(
  'ResumePosition',
  z.object({ ...experienceSummaryShape.shape, website: text, impact: impactShape }),
)

type Position = z.output<typeof positionShape>

/** What a position of the résumé is made of; the rest is not even read. */
export const POSITION_FIELDS = {
  ...EXPERIENCE_SUMMARY_FIELDS,
  website: true,
  impact: true,
} as const

export const positionOf = (
  doc: Pick<StoredExperience, keyof typeof POSITION_FIELDS>,
): Position => ({
  ...experienceSummaryOf(doc),
  website: textOf(doc.website),
  impact: impactOf(doc.impact),
})

export const resumeShape = shape(
  'Resume',
  z.object({
    headline: text,
    summary: text,
    contact: z.object({
      email: text,
      phone: text,
      website: text,
      city: text,
      region: text,
      countryCode: text,
    }),
    experiences: z.array(positionShape),
    projects: z.array(projectLinkShape),
    education: z.array(
      z.object({
        institution: z.string(),
        area: text,
        studyType: text,
        score: text,
        period: periodShape.nullable(),
        website: text,
        courses: z.array(z.string()),
      }),
    ),
    certificates: z.array(
      z.object({ name: z.string(), issuer: text, date: z.iso.date().nullable(), website: text }),
    ),
    skills: z.array(
      z.object({ name: z.string(), level: text, technologies: z.array(technologyShape) }),
    ),
    languages: z.array(z.object({ language: z.string(), fluency: text })),
    interests: z.array(z.object({ name: z.string(), keywords: z.array(z.string()) })),
  }),
)

export type Resume = z.output<typeof resumeShape>

export type Listed = {
  experiences: Position[]
  projects: Resume['projects']
}

const contactOf = (contact: Stored['contact'] = {}): Resume['contact'] => ({
  email: textOf(contact.email),
  phone: textOf(contact.phone),
  website: textOf(contact.website),
  city: textOf(contact.city),
  region: textOf(contact.region),
  countryCode: textOf(contact.countryCode),
})

const educationOf = (education: Stored['education']): Resume['education'] =>
  (education ?? []).map((entry) => ({
    institution: entry.institution,
    area: textOf(entry.area),
    studyType: textOf(entry.studyType),
    score: textOf(entry.score),
    period: periodOf(entry.period),
    website: textOf(entry.website),
    courses: entry.courses ?? [],
  }))

/** `listed`: what the résumé names, or what stands in for it where it names nothing. */
export const resumeOf = (stored: Stored, listed: Listed): Resume => ({
  headline: textOf(stored.headline),
  summary: textOf(stored.summary),
  contact: contactOf(stored.contact),
  ...listed,
  education: educationOf(stored.education),
  certificates: (stored.certificates ?? []).map(({ name, issuer, date, website }) => ({
    name,
    issuer: textOf(issuer),
    date: date ? dayOf(date) : null,
    website: textOf(website),
  })),
  skills: (stored.skills ?? []).map(({ name, level, technologies }) => ({
    name,
    level: textOf(level),
    technologies: publicOnes<StoredTechnology>(technologies).map(technologyOf),
  })),
  languages: (stored.languages ?? []).map(({ language, fluency }) => ({
    language,
    fluency: textOf(fluency),
  })),
  interests: (stored.interests ?? []).map(({ name, keywords }) => ({
    name,
    keywords: keywords ?? [],
  })),
})
