// Positions as the CMS gives them: one that goes on and has every part, one that is over and has few.
import { technology } from './pieces.ts'

const svg = (ink: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 80" width="320" height="80"><g fill="none" stroke="${ink}"><path d="M8 24h96v32H8z"/><path d="M216 24h96v32h-96z"/><path d="M104 40h112"/></g></svg>`

const harbour = {
  slug: 'harbour-office',
  company: 'Harbour Office',
  role: 'Systems programmer',
  subtitle: 'The clocks that the port runs on.',
  period: { start: '2023-02-01', end: null },
  location: 'Rotterdam',
  technologies: [technology('C', 'language'), technology('Python', 'language')],
  website: 'https://example.com/harbour',
  overview: 'Forty clocks, one time.\n\nThey were seconds apart.',
  stats: [{ value: '40', label: 'clocks' }],
  impact: [{ value: '3 ms', label: 'largest difference', description: 'It was 4 s.' }],
  architecture: 'A tree of servers.',
  diagrams: [
    {
      kind: 'mermaid',
      title: 'From the sky to the quay',
      description: 'Each server says how wrong it may be.',
      textAlternative: 'One receiver, which feeds one server.',
      source: 'graph LR; receiver --> server',
      lightSvg: svg('#1d1b18'),
      darkSvg: svg('#ece9e2'),
      image: null,
    },
  ],
  codeSamples: [
    {
      title: 'How wrong may it be',
      description: 'The error grows until the next answer.',
      language: 'c',
      highlight: '3',
      code: 'double error_at(const t_clock *clock, double now)\n{\n\treturn clock->error + DRIFT * (now - clock->read_at);\n}\n',
      explanation: 'DRIFT is what the maker promises, doubled.',
    },
  ],
  documents: [
    {
      title: 'A year of differences',
      category: 'Results',
      description: 'One point for each hour.',
      file: { url: '/api/media/file/year.pdf?v=1', type: 'application/pdf', bytes: 48_213 },
    },
  ],
  projects: [
    { slug: 'tide-tables', title: 'Tide tables', summary: 'Forty harbours, printed as a booklet.' },
  ],
  seo: { title: null, description: null, image: null },
  updatedAt: '2026-10-01T10:00:00.000Z',
}

const observatory = {
  ...harbour,
  slug: 'observatory',
  company: 'Leiden Observatory',
  role: 'Intern',
  subtitle: 'Three months with a telescope whose mount forgot where it was.',
  period: { start: '2021-06-01', end: '2021-08-31' },
  location: 'Leiden',
  technologies: [technology('C', 'language')],
  website: null,
  overview: null,
  stats: [],
  impact: [{ value: null, label: 'The mount remembers', description: null }],
  architecture: null,
  diagrams: [],
  codeSamples: [],
  documents: [],
  projects: [],
}

export const EXPERIENCES = [harbour, observatory]
