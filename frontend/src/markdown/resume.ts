// The résumé and positions held, as Markdown.
import type { Experience, ExperienceSummary } from '../cms/shapes/experience.ts'
import type { Resume } from '../cms/shapes/resume.ts'
import type { Site } from '../cms/shapes/site.ts'
import { periodText } from '../dates.ts'
import * as parts from './parts.ts'
import { facts, section } from './project.ts'
import { heading, item, joined, paragraphs, quoted, words, wordsWithin } from './text.ts'
import type { Writing } from './writing.ts'

const nameOf = ({ role, company }: Pick<ExperienceSummary, 'role' | 'company'>) =>
  `${role}, ${company}`

export const experienceLinks = (
  all: readonly ExperienceSummary[],
  { linkTo, language }: Writing,
): string =>
  all
    .map((one) =>
      parts.linked(
        nameOf(one),
        linkTo({ page: 'experience', slug: one.slug }),
        [periodText(one.period, language), one.subtitle].filter(Boolean).join('. ') || null,
      ),
    )
    .join('\n')

export const experienceMarkdown = (one: Experience, writing: Writing): string => {
  const { t, language, hrefOf } = writing
  const { machine, sections } = t
  return joined([
    heading(1, nameOf(one)),
    one.subtitle && quoted(words(one.subtitle)),
    facts([
      [t.facts.when, wordsWithin(periodText(one.period, language) ?? '')],
      [t.facts.where, one.location && wordsWithin(one.location)],
      [t.facts.madeWith, parts.technologies(one.technologies)],
      [machine.website, one.website && `<${hrefOf(one.website)}>`],
    ]),
    one.overview && paragraphs(one.overview),
    section(sections.figures, parts.figures(one.stats)),
    section(machine.impact, parts.describedFigures(one.impact)),
    section(
      machine.architecture,
      one.architecture && paragraphs(one.architecture),
      ...one.diagrams.map((diagram) => parts.diagram(diagram, 3, writing)),
    ),
    section(machine.code, parts.listings(one.codeSamples, 3)),
    section(machine.documents, parts.documents(one.documents, writing)),
    section(t.projects, parts.projectLinks(one.projects, writing)),
  ])
}

const contactFacts = ({ contact }: Resume, { t }: Writing) => {
  const place = [contact.city, contact.region, contact.countryCode].filter(Boolean).join(', ')
  return facts([
    [t.contact, contact.email && `<mailto:${contact.email}>`],
    [t.machine.phone, contact.phone && wordsWithin(contact.phone)],
    [t.machine.website, contact.website && `<${contact.website}>`],
    [t.facts.where, wordsWithin(place)],
  ])
}

const named = (name: string, ...more: (string | null | undefined)[]) => {
  const rest = more.filter(Boolean).join(', ')
  return item(rest ? `**${wordsWithin(name)}**: ${wordsWithin(rest)}` : `**${wordsWithin(name)}**`)
}

export const resumeMarkdown = (resume: Resume, site: Site, writing: Writing): string => {
  const { t, language } = writing
  const { machine } = t
  return joined([
    heading(1, site.name ?? t.resume),
    resume.headline && quoted(words(resume.headline)),
    contactFacts(resume, writing),
    resume.summary && paragraphs(resume.summary),
    section(t.experiences, experienceLinks(resume.experiences, writing)),
    section(t.projects, parts.projectLinks(resume.projects, writing)),
    section(
      machine.education,
      resume.education
        .map(({ institution, area, studyType, score, period, courses }) =>
          named(
            institution,
            studyType,
            area,
            periodText(period, language),
            score,
            courses.join(', '),
          ),
        )
        .join('\n'),
    ),
    section(
      machine.certificates,
      resume.certificates
        .map(({ name, issuer, date }) => named(name, issuer, date?.slice(0, 10)))
        .join('\n'),
    ),
    section(
      machine.skills,
      resume.skills
        .map(({ name, level, technologies }) =>
          named(name, level, technologies.map((one) => one.name).join(', ')),
        )
        .join('\n'),
    ),
    section(
      machine.languages,
      resume.languages.map(({ language: name, fluency }) => named(name, fluency)).join('\n'),
    ),
    section(
      machine.interests,
      resume.interests.map(({ name, keywords }) => named(name, keywords.join(', '))).join('\n'),
    ),
  ])
}
