// Content in the shapes in which the CMS's public API gives it, for tests and for looking at pages.
import { EXPERIENCES } from './experience-content.ts'
import { LAYOUT } from './layout-content.ts'
import { image, paragraph, technology, text } from './pieces.ts'
import { RESUME } from './resume-content.ts'

const C = technology('C', 'language')
const POSIX = technology('POSIX threads', 'concept')
const MAKE = technology('Make', 'tool')
const PYTHON = technology('Python', 'language')

const body = [
  paragraph(
    text('Five philosophers share five forks. Each is a '),
    text('thread', 'bold'),
    text(', each fork a mutex, and the one rule is that '),
    text('nobody starves', 'italic'),
    text('. The table is checked by a monitor that reads '),
    text('last_meal_ms', 'code'),
    text(' under a lock of its own; see '),
    {
      type: 'link',
      url: 'https://example.com/dijkstra',
      project: null,
      text: 'the original note',
    },
    text('.'),
  ),
  { type: 'heading', level: 2, pieces: [text('Who picks up which fork first')] },
  paragraph(text('Forks are ordered by address: everybody takes the lower one first.')),
  {
    type: 'code',
    language: 'c',
    caption: null,
    code: '// The order of addresses is the same for everybody: no cycle can form.\nstatic void take_forks(t_philosopher *self)\n{\n\tpthread_mutex_lock(self->first);\n\tjournal(self, "has taken a fork");\n\tif (self->table->seats == 1)\n\t\treturn wait_for_death(self, 0x10);\n\tpthread_mutex_lock(self->second);\n}\n',
  },
  {
    type: 'list',
    isOrdered: false,
    items: [
      { depth: 0, pieces: [text('No data race under ThreadSanitizer.')] },
      { depth: 1, pieces: [text('Checked at every commit.')] },
      { depth: 0, pieces: [text('A death is printed within 10 ms.')] },
    ],
  },
  {
    type: 'callout',
    tone: 'warning',
    text: 'usleep() oversleeps by up to a scheduler tick. Times are compared with a clock, never counted.',
  },
  { type: 'quote', pieces: [text('It works on my machine is where the work starts.')] },
]

const command = (label: string, line: string, explanation: string, expect: string) => ({
  label,
  command: line,
  explanation,
  expect,
})

const demo = (title: string, commands: object[]) => ({
  id: title,
  title,
  toolchain: 'c',
  mode: 'shell',
  welcome: `${title}, built from source a moment ago.\nType the commands below, or your own.`,
  commands,
})

const philosophers = {
  id: 'p1',
  hasDemo: true,
  firstCommand: './philo 5 800 200 200 7',
  title: 'Dining philosophers',
  slug: 'philosophers',
  kind: 'school',
  summary: 'Five threads share five forks for a week of processor time, and nobody starves.',
  cover: image('dinner', 'A chart of who ate when', 'One second at the table, one row for each.'),
  technologies: [C, POSIX, MAKE],
  role: 'Sole author',
  period: { start: '2024-03-01', end: '2024-06-01' },
  featured: true,
  order: 1,
  demo: demo('Dining philosophers', [
    command(
      'A calm dinner',
      './philo 5 800 200 200 7',
      'Five seats, seven meals each.',
      'is eating',
    ),
    command('A death', './philo 4 310 200 100', 'Too little time: somebody dies.', 'died'),
    command('The tests', 'make test', 'Runs the unit tests and a hundred dinners.', 'ok'),
  ]),
  body,
  problem:
    'Threads that wait for each other can wait for ever.\n\nThe exercise forbids the easy ways out.',
  challenges: 'Noticing a death in time without a busy loop.',
  lessons: 'Measure the scheduler before trusting a sleep.',
  features: [
    { text: 'Any number of philosophers, one included', completion: 100 },
    { text: 'A chart of the dinner, drawn in the terminal', completion: 80 },
    { text: 'Exact times', completion: null },
  ],
  links: { live: null, source: 'https://example.com/philosophers', video: null },
  installSteps: [
    { title: 'Build it', command: 'make', text: 'Needs a C compiler and make.' },
    { title: 'Run it', command: './philo 5 800 200 200', text: null },
  ],
  galleries: [
    {
      name: 'The chart',
      description: 'Drawn after each dinner.',
      images: [
        { image: image('chart-a', 'Five rows of bars'), caption: 'Five seats' },
        { image: image('chart-b', 'Two hundred rows of bars'), caption: 'Two hundred seats' },
      ],
    },
  ],
  stats: [
    { value: '200', label: 'threads at the largest table' },
    { value: '0', label: 'data races' },
    { value: '9 ms', label: 'worst delay of a death' },
  ],
  roleDescription: 'Everything: design, code, tests and the chart.',
  score: 125,
  related: [{ title: 'A tiny shell', slug: 'tiny-shell', summary: 'Pipes, jobs and quoting.' }],
  seo: { title: null, description: null, image: null },
  updatedAt: '2026-10-01T10:00:00.000Z',
}

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
    seo: { title: null, description: null, image: null },
  },
  projects: [philosophers, shell, tides, bare],
  technologies: [C, POSIX, MAKE, PYTHON],
  experiences: EXPERIENCES,
  pages: [uses, everything],
  resume: RESUME,
  status,
}
