// A project that has everything a project can have, as the CMS gives it.
import { BODY } from './body-content.ts'
import { command, demo, diagram, image, technology } from './pieces.ts'

const README = `# Dining philosophers

Threads, forks and **no** deadlock. See [the rules](#the-rules) or [elsewhere](https://example.com/rules).

<script>alert(1)</script>

### The rules

| Argument | Meaning | ms |
| --- | :-: | --: |
| \`seats\` | how many sit at the table | 5 |
| \`limit\` | how long one lives without a meal | 800 |

- [x] Any number of seats
- [ ] A window

\`\`\`sh
make && ./philo 5 800 200 200
\`\`\`

![A badge](https://badges.example/passing.svg) [![linked](https://badges.example/x.svg)](https://example.com/ci)
![The chart](/media/chart-a.svg)

Measured[^1].

[^1]: On a quiet machine.

# Licence

[MIT](./LICENSE)
`

const RECORDING = {
  title: 'A calm dinner',
  address: '/api/terminal/demos/d1/recording',
  durationMs: 12_400,
  cols: 80,
  rows: 24,
  poster: [
    { classes: ['f2', 'bold'], text: '$' },
    { classes: [], text: ' ./philo 5 800 200 200 7\n' },
    { classes: ['f8'], text: '    0' },
    { classes: [], text: ' 1 has taken a fork\n  200 ' },
    { classes: ['f0', 'b3'], text: '1 is eating' },
    { classes: [], text: '\n' },
  ],
}

export const PHILOSOPHERS = {
  id: 'p1',
  hasDemo: true,
  firstCommand: './philo 5 800 200 200 7',
  title: 'Dining philosophers',
  slug: 'philosophers',
  kind: 'school',
  summary: 'Five threads share five forks for a week of processor time, and nobody starves.',
  cover: image('dinner', 'A chart of who ate when', 'One second at the table, one row for each.'),
  technologies: [
    technology('C', 'language'),
    technology('POSIX threads', 'concept'),
    technology('Make', 'tool'),
  ],
  role: 'Sole author',
  period: { start: '2024-03-01', end: '2024-06-01' },
  featured: true,
  order: 1,
  badges: [
    { text: 'Runs here', tone: 'accent' },
    { text: 'No data race', tone: 'success' },
    { text: 'Odd', tone: 'x" onclick="' },
  ],
  experience: { slug: 'harbour-office', company: 'Harbour Office', role: 'Systems programmer' },
  demo: demo(
    'Dining philosophers',
    [
      command(
        'A calm dinner',
        './philo 5 800 200 200 7',
        'Five seats, seven meals each.',
        'is eating',
      ),
      command('A death', './philo 4 310 200 100', 'Too little time: somebody dies.', 'died'),
      command('The tests', 'make test', 'Runs the unit tests and a hundred dinners.', 'ok'),
    ],
    RECORDING,
  ),
  body: BODY,
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
  impact: [
    { value: '3 of 3', label: 'examiners', description: 'found no starved philosopher.' },
    { value: null, label: 'Used in the next year’s course', description: null },
  ],
  diagrams: [
    diagram('A philosopher’s day'),
    { ...diagram('The table'), kind: 'svg', darkSvg: null },
    { ...diagram('Not drawn yet'), lightSvg: null, darkSvg: null },
    {
      ...diagram('On paper'),
      kind: 'image',
      lightSvg: null,
      darkSvg: null,
      image: image('chart-a', 'Five rows of bars'),
    },
  ],
  walkthrough: [
    {
      title: 'Two forks or none',
      description: 'Both mutexes, in the order of their addresses.',
      language: 'c',
      highlight: '3',
      code: 'static void take_forks(t_philosopher *self)\n{\n\tpthread_mutex_lock(self->first);\n}\n',
      explanation: 'Everybody takes the lower one first.',
    },
  ],
  readme: README,
  documents: [
    {
      title: 'The exercise',
      category: 'Given',
      description: 'What had to be built.',
      file: {
        url: '/api/media/file/exercise.pdf?v=0123456789ab',
        type: 'application/pdf',
        bytes: 482_113,
      },
    },
    { title: 'Gone', category: null, description: null, file: null },
    {
      title: 'A deadlock, found',
      category: 'Evidence',
      description: null,
      file: { url: '/api/media/file/dinner.svg?v=0123456789ab', type: 'image/svg+xml', bytes: 900 },
    },
  ],
  previous: null,
  next: { title: 'A tiny shell', slug: 'tiny-shell', summary: null },
  roleDescription: 'Everything: design, code, tests and the chart.',
  score: 125,
  related: [{ title: 'A tiny shell', slug: 'tiny-shell', summary: 'Pipes, jobs and quoting.' }],
  seo: { title: null, description: null, image: null },
  updatedAt: '2026-10-01T10:00:00.000Z',
}
