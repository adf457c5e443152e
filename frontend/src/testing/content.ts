// Content in the shapes in which the CMS's public API gives it, for tests and for looking at pages.
import { EXPERIENCES } from './experience-content.ts'
import { LAYOUT } from './layout-content.ts'
import { command, demo, image, paragraph, technology, text } from './pieces.ts'
import { PHILOSOPHERS } from './project-content.ts'
import { RESUME } from './resume-content.ts'

const C = technology('C', 'language')
const POSIX = technology('POSIX threads', 'concept')
const MAKE = technology('Make', 'tool')
const PYTHON = technology('Python', 'language')

const bare = { id: 'p9', title: 'Untitled sketch', slug: 'untitled-sketch' }

const shell = {
  ...bare,
  id: 'p2',
  title: 'A tiny shell',
  slug: 'tiny-shell',
  kind: 'personal',
  summary: 'Pipes, redirections, jobs and quoting in two thousand lines, checked against dash.',
  cover: image('shell', 'A pipeline drawn as boxes'),
  technologies: [C, MAKE],
  period: { start: '2025-01-01', end: null },
  featured: true,
  hasDemo: true,
  firstCommand: './tsh -c "ls | wc -l"',
  demo: demo('A tiny shell', [
    command('A pipeline', './tsh -c "ls | wc -l"', 'Three processes.', '1'),
  ]),
}

const tides = {
  ...bare,
  id: 'p3',
  title: 'Tide tables for a coast whose name is long enough to need a second line',
  slug: 'tide-tables',
  kind: 'professional',
  summary: 'Harmonic prediction for 40 harbours, printed as a booklet.',
  technologies: [PYTHON],
  period: { start: '2022-05-01', end: '2023-02-01' },
  featured: true,
}

const uses = {
  slug: 'uses',
  title: 'What I work with',
  updatedAt: '2026-10-01T10:00:00.000Z',
  layout: [
    { type: 'prose', body: [paragraph(text('A keyboard and a kettle.'))] },
    { type: 'not-invented-yet', title: 'Later' },
  ],
  seo: { title: null, description: null, image: null },
}

const everything = {
  ...uses,
  slug: 'everything',
  title: 'Everything',
  layout: LAYOUT,
}

const status = {
  at: '2026-10-01T10:00:00.000Z',
  services: [
    { name: 'database', state: 'up', since: '2026-09-01T10:00:00.000Z' },
    { name: 'terminal', state: 'degraded', since: '2026-10-01T09:40:00.000Z' },
    { name: 'mail', state: 'unknown', since: null },
  ],
  demos: [
    { title: 'Dining philosophers', ok: true, at: '2026-10-01T07:00:00.000Z' },
    { title: 'A tiny shell', ok: false, at: '2026-09-30T07:00:00.000Z' },
    { title: 'Tide tables', ok: null, at: null },
  ],
}

/** A year as the CMS tells it, quiet in summer; the fake CMS has none unless a test gives it one. */
export const activityAt = (at: string) => {
  const last = Date.parse(at.slice(0, 10))
  const days = Array.from({ length: 365 }, (_, index) => {
    const date = new Date(last - (364 - index) * 86_400_000)
    const isQuiet = date.getUTCMonth() === 6 || [0, 6].includes(date.getUTCDay())
    const count = isQuiet ? 0 : (((index * 37) % 11) * ((index * 13) % 7)) % 14
    return { day: date.toISOString().slice(0, 10), count }
  })
  return { login: 'noor', at, total: days.reduce((sum, { count }) => sum + count, 0), days }
}

export const CONTENT = {
  site: {
    name: 'Noor Halden',
    title: 'Systems programmer',
    intro:
      'I write small programs close to the machine: shells, renderers, schedulers. Every one of them can be tried on this site, in a real terminal.',
    location: 'Rotterdam',
    availability: 'Open to work from January 2027',
    email: 'noor@example.com',
    navigation: [{ label: 'Projects', href: '/projects' }],
    socials: [
      { label: 'GitHub', url: 'https://example.com/github' },
      { label: 'Broken', url: 'javascript:alert(1)' },
    ],
    footer: 'Set in Hanken Grotesk. No trackers.',
    terminalNotice: 'On Sunday at noon the machine is restarted.',
    seo: { title: null, description: null, image: null },
    languages: ['en'],
  },
  projects: [PHILOSOPHERS, shell, tides, bare],
  technologies: [C, POSIX, MAKE, PYTHON],
  experiences: EXPERIENCES,
  pages: [uses, everything],
  resume: RESUME,
  status,
}
