// Every component with its states, made of the content that tests use too.
import type { ReactNode } from 'react'
import { activitySchema } from '../cms/shapes/activity.ts'
import { experienceSchema, experienceSummarySchema } from '../cms/shapes/experience.ts'
import { pageSchema } from '../cms/shapes/page.ts'
import { projectSchema, projectSummarySchema } from '../cms/shapes/project.ts'
import { resumeSchema } from '../cms/shapes/resume.ts'
import { siteSchema } from '../cms/shapes/site.ts'
import { statusSchema } from '../cms/shapes/status.ts'
import { Activity } from '../components/activity/activity.tsx'
import { Filters } from '../components/filters/filters.tsx'
import { Footer } from '../components/footer/footer.tsx'
import { Header } from '../components/header/header.tsx'
import { Hero } from '../components/hero/hero.tsx'
import { Lightbox } from '../components/lightbox/lightbox.tsx'
import { Pager } from '../components/pager/pager.tsx'
import { Palette } from '../components/palette/palette.tsx'
import { PreviewBar } from '../components/preview-bar/preview-bar.tsx'
import { ProjectCard } from '../components/project-card/project-card.tsx'
import { ProjectList } from '../components/project-list/project-list.tsx'
import { stringsOf } from '../i18n/speaking.ts'
import type { Content } from '../page-data.ts'
import { PROJECTS, type ProjectFilter } from '../routes.ts'
import { activityAt, CONTENT } from '../testing/content.ts'
import { Experience } from '../views/experience.tsx'
import { Experiences } from '../views/experiences.tsx'
import { Home } from '../views/home.tsx'
import { LaidOutPage } from '../views/laid-out-page.tsx'
import { Message } from '../views/message.tsx'
import { Project } from '../views/project.tsx'
import { Projects } from '../views/projects.tsx'
import { Resume } from '../views/resume.tsx'
import { StatusView } from '../views/status.tsx'
import { FORM_SAMPLES } from './form-samples.tsx'
import type { Sample } from './sample.ts'
import { SOURCE_STATES } from './source-samples.tsx'
import { TERMINAL_SAMPLES } from './terminal-samples.tsx'

const t = stringsOf('en')

const projects = CONTENT.projects.map((project) => projectSummarySchema.parse(project))
const [full] = CONTENT.projects.map((project) => projectSchema.parse(project))
const bare = projectSchema.parse(CONTENT.projects.at(-1))
const experiences = CONTENT.experiences.map((one) => experienceSummarySchema.parse(one))
const technologies = (full?.technologies ?? []).map((one) => ({ ...one, projects: 2 }))
const many = Array.from({ length: 20 }, (_, index) => ({
  name: `Technology ${index}`,
  slug: `technology-${index}`,
  category: 'tool',
  icon: null,
  projects: 20 - index,
}))
const site = siteSchema.parse({ ...CONTENT.site, languages: ['en', 'fr'] })
const portrayed = {
  ...site,
  portrait: full?.cover ?? null,
  hero: { heading: 'I build small programs that run close to the machine', actions: [] },
}
const KINDS = [
  { kind: 'school', projects: 3 },
  { kind: 'personal', projects: 1 },
]
const AT = '2026-10-01T10:00:00.000Z'

const tried = full?.demo && {
  ...full,
  demo: { ...full.demo, lastTry: { ok: true, at: AT } },
}

const emptyList = (filter: ProjectFilter): Extract<Content, { page: 'projects' }> => ({
  page: 'projects',
  filter,
  list: { items: [], page: 1, pageSize: 20, pages: 1, total: 0 },
  technologies: [],
  kinds: [],
})

/** What one page is made of is shown as that page: its parts stand there as readers meet them. */
const pages: Sample[] = [
  {
    name: 'Project',
    states: [
      ['full', tried && <Project project={tried} />],
      ['only a title', <Project key="bare" project={bare} />],
    ],
  },
  { name: 'Source', states: SOURCE_STATES },
  {
    name: 'Page of blocks',
    states: CONTENT.pages.map((page): [string, ReactNode] => {
      const content = pageSchema.parse(page)
      return [content.title, <LaidOutPage key={content.slug} content={content} />]
    }),
  },
  {
    name: 'Experience',
    states: [
      ['list', <Experiences key="list" experiences={experiences} />],
      ...CONTENT.experiences.map((one): [string, ReactNode] => {
        const experience = experienceSchema.parse(one)
        return [experience.company, <Experience key={experience.slug} experience={experience} />]
      }),
    ],
  },
  {
    name: 'Résumé',
    states: [
      ['full', <Resume key="full" site={site} resume={resumeSchema.parse(CONTENT.resume)} />],
    ],
  },
  {
    name: 'Status',
    states: [
      ['known', <StatusView key="known" status={statusSchema.parse(CONTENT.status)} at={AT} />],
      ['the CMS is silent', <StatusView key="silent" status={null} at={AT} />],
    ],
  },
  ...FORM_SAMPLES,
  {
    name: 'Message',
    states: [
      ['missing', <Message key="missing" {...t.missing} />],
      ['broken', <Message key="broken" {...t.broken} />],
      ['preview expired', <Message key="expired" {...t.preview.expired} />],
    ],
  },
]

export const SAMPLES: Sample[] = [
  {
    name: 'Header',
    states: [
      ['in a part', <Header key="in" site={site} place={PROJECTS} />],
      ['without the CMS', <Header key="out" site={null} place={{ page: 'missing' }} />],
    ],
  },
  {
    name: 'Hero',
    states: [
      ['portrait and heading', <Hero key="all" site={portrayed} />],
      ['name and title', <Hero key="plain" site={site} />],
      ['nobody yet', <Hero key="none" site={siteSchema.parse({})} />],
    ],
  },
  {
    name: 'Home',
    states: [
      [
        'whole',
        <Home
          key="whole"
          site={portrayed}
          content={{ page: 'home', featured: projects, experiences, technologies, activity: null }}
        />,
      ],
      [
        'without projects',
        <Home
          key="empty"
          site={site}
          content={{
            page: 'home',
            featured: [],
            experiences: [],
            technologies: [],
            activity: null,
          }}
        />,
      ],
    ],
  },
  {
    name: 'Activity',
    states: [
      ['a year', <Activity key="year" activity={activitySchema.parse(activityAt(AT))} />],
      [
        'a quiet year',
        <Activity
          key="quiet"
          activity={activitySchema.parse({
            login: 'noor',
            at: AT,
            total: 1,
            days: [{ day: '2026-10-01', count: 1 }],
          })}
        />,
      ],
    ],
  },
  {
    name: 'Project card',
    states: projects.map((project, index) => [
      project.title,
      <ProjectCard key={project.slug} project={project} isLead={index === 0} />,
    ]),
  },
  {
    name: 'Project list',
    states: [
      ['all', <ProjectList key="all" projects={projects} />],
      ['nothing yet', <Projects key="none" content={emptyList({ by: 'nothing' })} />],
      [
        'nothing of a kind',
        <Projects key="narrowed" content={emptyList({ by: 'kind', kind: 'school' })} />,
      ],
    ],
  },
  {
    name: 'Filters',
    states: [
      [
        'nothing chosen',
        <Filters key="0" filter={{ by: 'nothing' }} kinds={KINDS} technologies={technologies} />,
      ],
      [
        'one of many',
        <Filters
          key="1"
          filter={{ by: 'technology', technology: 'technology-19' }}
          kinds={KINDS}
          technologies={many}
        />,
      ],
    ],
  },
  {
    name: 'Pager',
    states: [1, 2, 3].map((page) => [
      `page ${page}`,
      <Pager key={page} page={page} pages={3} hrefOf={(other) => `?page=${other}`} />,
    ]),
  },
  {
    name: 'Preview bar',
    states: [
      [
        'dark',
        <PreviewBar
          key="d"
          token="t"
          expiresAt={AT}
          theme="dark"
          languages={['en', 'fr']}
          cms="https://cms.example"
        />,
      ],
    ],
  },
  ...pages,
  ...TERMINAL_SAMPLES,
  { name: 'Footer', states: [['all', <Footer key="all" site={site} place={PROJECTS} />]] },
  {
    name: 'Dialogs',
    states: [
      [
        'of scripts',
        <div key="dialogs">
          <Palette />
          <Lightbox />
        </div>,
      ],
    ],
  },
]
