// The résumé in the open format of jsonresume.org (schema 1.0.0): pure, from documents to the object that is served.
import type { Language } from '../languages/languages.ts'
import type { Experience, Project, Resume, Site, Technology } from '../payload-types.ts'

export const JSON_RESUME_SCHEMA =
  'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json'

export type ResumeSources = {
  resume: Resume
  site: Site
  /** In the order in which they are shown; technologies are documents, not ids. */
  experiences: Experience[]
  projects: Project[]
  /** Origin of the site. */
  siteUrl: string
  /** In which the documents are. */
  language: Language
}

/** Between what is said and its explanation: French puts a narrow no-break space before a colon. */
const COLON: Record<Language, string> = { en: ': ', fr: '\u202f: ' }

type Empty = null | undefined | ''
/** The same object without what has no value: the schema knows missing parts, but no null. */
const present = <Value extends object>(value: Value) =>
  Object.fromEntries(
    Object.entries(value).filter(([, entry]) =>
      Array.isArray(entry)
        ? entry.length > 0
        : entry !== null && entry !== undefined && entry !== '',
    ),
  ) as { [Key in keyof Value]?: Exclude<Value[Key], Empty> }

const dayOf = (date: string | Empty) => date?.slice(0, 10)

const periodOf = (period: { start?: string | null; end?: string | null } | undefined) => ({
  startDate: dayOf(period?.start),
  endDate: dayOf(period?.end),
})

const namesOf = (technologies: (string | Technology)[] | null | undefined): string[] =>
  (technologies ?? []).flatMap((entry) => (typeof entry === 'string' ? [] : entry.name))

const lines = (impact: Experience['impact'], language: Language): string[] =>
  (impact ?? []).map(({ value, label, description }) => {
    const head = [value, label].filter(Boolean).join(' ')
    return description ? head + COLON[language] + description : head
  })

const basicsOf = ({ resume, site, siteUrl }: ResumeSources) => {
  const { city, region, countryCode, ...contact } = resume.contact ?? {}
  return present({
    name: site.name,
    label: resume.headline || site.title,
    email: contact.email || site.email,
    phone: contact.phone,
    url: contact.website || siteUrl,
    summary: resume.summary || site.intro,
    location: present({ city, region, countryCode }),
    profiles: (site.socials ?? []).map(({ label, url }) => ({ network: label, url })),
  })
}

const workOf = (experience: Experience, language: Language) =>
  present({
    name: experience.company,
    position: experience.role,
    description: experience.subtitle,
    location: experience.location,
    url: experience.website,
    ...periodOf(experience.period),
    summary: experience.overview,
    highlights: lines(experience.impact, language),
  })

const projectOf = (project: Project, { siteUrl, language }: ResumeSources) =>
  present({
    name: project.title,
    type: project.kind,
    description: project.summary,
    url: `${siteUrl}/projects/${project.slug}`,
    ...periodOf(project.period),
    roles: project.role ? [project.role] : [],
    keywords: namesOf(project.technologies),
    highlights: lines(project.impact, language),
  })

export const jsonResume = (sources: ResumeSources) => {
  const { resume, experiences, projects, language } = sources
  return present({
    $schema: JSON_RESUME_SCHEMA,
    basics: basicsOf(sources),
    work: experiences.map((experience) => workOf(experience, language)),
    education: (resume.education ?? []).map(({ website, period, id: _, ...entry }) =>
      present({ ...entry, url: website, ...periodOf(period) }),
    ),
    certificates: (resume.certificates ?? []).map(({ website, date, id: _, ...entry }) =>
      present({ ...entry, url: website, date: dayOf(date) }),
    ),
    skills: (resume.skills ?? []).map(({ name, level, technologies }) =>
      present({ name, level, keywords: namesOf(technologies) }),
    ),
    languages: (resume.languages ?? []).map(({ id: _, ...entry }) => present(entry)),
    interests: (resume.interests ?? []).map(({ id: _, ...entry }) => present(entry)),
    projects: projects.map((project) => projectOf(project, sources)),
    meta: present({ version: 'v1.0.0', lastModified: resume.updatedAt }),
  })
}

export type JsonResume = ReturnType<typeof jsonResume>
