// The résumé in the words that are read, in one order for the page, for paper and for the PDF. Pure.
import type { Resume } from '../cms/shapes/resume.ts'
import type { Site } from '../cms/shapes/site.ts'
import { monthText, periodText } from '../dates.ts'
import type { Speaking } from '../i18n/speaking.ts'

/** One thing that was done, learned or made. */
export type ResumeEntry = {
  title: string
  /** An address elsewhere, or a path of the site. */
  href: string | null
  where: string | null
  when: string | null
  text: string | null
  /** What came of it. */
  points: string[]
  tags: string[]
}

/** `isBrief`: entries of a title and a line of words. */
export type ResumeSection = {
  id: string
  heading: string
  isBrief: boolean
  entries: ResumeEntry[]
}

export type ResumeOutline = {
  name: string
  headline: string | null
  summary: string | null
  /** Ways to reach the owner; a place has no address. */
  contacts: { label: string; href: string | null }[]
  /** Those that have entries. */
  sections: ResumeSection[]
}

const entry = (title: string, more: Partial<ResumeEntry> = {}): ResumeEntry => ({
  title,
  href: null,
  where: null,
  when: null,
  text: null,
  points: [],
  tags: [],
  ...more,
})

/** What there is of it, in one line; null when there is nothing. */
const line = (parts: (string | null | undefined)[], separator: string): string | null =>
  parts.filter(Boolean).join(separator) || null

const namesOf = (technologies: readonly { name: string }[]) => technologies.map(({ name }) => name)

type Sources = { resume: Resume; speaking: Speaking }

const experiencesOf = ({ resume, speaking: { t, language, pathTo } }: Sources): ResumeEntry[] =>
  resume.experiences.map(({ slug, role, company, location, period, ...experience }) =>
    entry(role, {
      href: pathTo({ page: 'experience', slug }),
      where: line([company, location], ' · '),
      when: periodText(period, language),
      text: experience.subtitle,
      points: experience.impact.flatMap(
        ({ value, label, description }) =>
          line([line([value, label], ' '), description], t.colon) ?? [],
      ),
      tags: namesOf(experience.technologies),
    }),
  )

const projectsOf = ({ resume, speaking: { pathTo } }: Sources): ResumeEntry[] =>
  resume.projects.map(({ slug, title, summary }) =>
    entry(title, { href: pathTo({ page: 'project', slug }), text: summary }),
  )

const educationOf = ({ resume, speaking: { language } }: Sources): ResumeEntry[] =>
  resume.education.map(({ institution, area, studyType, score, period, website, courses }) => {
    const degree = line([studyType, area], ', ')
    return entry(degree ?? institution, {
      href: website,
      where: line([degree && institution, score], ' · '),
      when: periodText(period, language),
      text: line(courses, ', '),
    })
  })

const certificatesOf = ({ resume, speaking: { language } }: Sources): ResumeEntry[] =>
  resume.certificates.map(({ name, issuer, date, website }) =>
    entry(name, { href: website, where: issuer, when: date && monthText(date, language) }),
  )

const briefOf = (title: string, words: (string | null)[]): ResumeEntry =>
  entry(title, { text: line(words, ', ') })

const sectionsOf = (sources: Sources): ResumeSection[] => {
  const { resume, speaking } = sources
  const { t } = speaking
  const told = (id: keyof typeof t.resumePage.sections, entries: ResumeEntry[]) => ({
    id,
    heading: t.resumePage.sections[id],
    isBrief: false,
    entries,
  })
  const brief = (...args: Parameters<typeof told>) => ({ ...told(...args), isBrief: true })
  return [
    told('experience', experiencesOf(sources)),
    told('projects', projectsOf(sources)),
    told('education', educationOf(sources)),
    told('certificates', certificatesOf(sources)),
    brief(
      'skills',
      resume.skills.map(({ name, level, technologies }) =>
        briefOf(line([name, level], ' · ') ?? name, namesOf(technologies)),
      ),
    ),
    brief(
      'languages',
      resume.languages.map(({ language, fluency }) => briefOf(language, [fluency])),
    ),
    brief(
      'interests',
      resume.interests.map(({ name, keywords }) => briefOf(name, keywords)),
    ),
  ].filter(({ entries }) => entries.length > 0)
}

/** An address as people read it. */
const shown = (href: string) => href.replace(/^(?:https?:\/\/(?:www\.)?|mailto:|tel:)|\/$/g, '')

const contactsOf = (site: Site, { contact }: Resume): ResumeOutline['contacts'] => {
  const email = contact.email ?? site.email
  const place = line([contact.city, contact.region], ', ') ?? site.location
  return [
    ...(place ? [{ label: place, href: null }] : []),
    ...(email ? [{ label: email, href: `mailto:${email}` }] : []),
    ...(contact.phone
      ? [{ label: contact.phone, href: `tel:${contact.phone.replaceAll(/[^\d+]/g, '')}` }]
      : []),
    ...(contact.website ? [{ label: shown(contact.website), href: contact.website }] : []),
    ...site.socials.map(({ href }) => ({ label: shown(href), href })),
  ]
}

export const resumeOutline = (site: Site, resume: Resume, speaking: Speaking): ResumeOutline => ({
  name: site.name ?? speaking.t.resume,
  headline: resume.headline ?? site.title,
  summary: resume.summary,
  contacts: contactsOf(site, resume),
  sections: sectionsOf({ resume, speaking }),
})
