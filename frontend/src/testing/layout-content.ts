// A page with one of every block, as the CMS gives it.
import { image, paragraph, technology, text } from './pieces.ts'

const link = (label: string, href: string) => ({ label, href })

const section = (title: string, words: string, more: object = {}) => ({
  title,
  text: words,
  picture: null,
  links: [],
  ...more,
})

const philosophers = {
  slug: 'philosophers',
  title: 'Dining philosophers',
  summary: 'Five threads share five forks for a week of processor time, and nobody starves.',
}

export const LAYOUT = [
  {
    type: 'hero',
    title: 'How I work',
    text: 'Small programs, measured, with their source beside them.',
    picture: image('dinner', 'A chart of who ate when', 'One second at the table.'),
    actions: [link('All projects', '/projects'), link('Write to me', 'mailto:noor@example.com')],
  },
  {
    type: 'prose',
    body: [
      paragraph(text('I start with a figure that somebody would '), text('notice', 'italic')),
      { type: 'heading', level: 2, pieces: [text('First a number')] },
      paragraph(text('A program without a number is an opinion.')),
      { type: 'heading', level: 3, pieces: [text('Then another')] },
      paragraph(text('Numbers come in pairs: before and after.')),
    ],
  },
  {
    type: 'statBar',
    stats: [
      { value: '40', label: 'harbours' },
      { value: '256 KB', label: 'for everything' },
      { value: '0', label: 'readings lost' },
    ],
  },
  {
    type: 'caseStudy',
    title: 'Clocks of a port',
    problem: 'Forty clocks were seconds apart.\n\nNobody knew which one was right.',
    approach: 'A tree of servers, each told how wrong it may be.',
    result: 'The largest difference is three milliseconds.',
    figures: [
      { value: '3 ms', label: 'largest difference', description: 'It was four seconds.' },
      { value: '1', label: 'source of time', description: null },
    ],
    picture: image('chart-a', 'Forty rows of bars'),
    project: philosophers,
  },
  {
    type: 'featureCards',
    title: 'What I do',
    cards: [
      section('Firmware', 'What must not fail at sea.', {
        picture: image('chart-b', 'A board with an aerial'),
        links: [link('The buoy', '/projects/tide-tables')],
      }),
      section('Tools', 'What others run every day.'),
      section('Teaching', 'Pointers, at the kitchen table.'),
    ],
  },
  {
    type: 'tabs',
    title: 'In three ways',
    tabs: [
      {
        label: 'For a week',
        sections: [section('A review', 'I read your code and say where it breaks.')],
      },
      {
        label: 'For a season',
        sections: [section('A part', 'I build one part and hand it over.')],
      },
      { label: 'For longer', sections: [section('A post', 'I join the people who are there.')] },
    ],
  },
  {
    type: 'table',
    caption: 'Times of one dinner, in milliseconds',
    hasHeaderRow: true,
    hasHeaderColumn: true,
    rows: [
      ['', 'Eat', 'Sleep', 'Die'],
      ['A calm table', '200', '200', '800'],
      ['A hungry table', '200', '100', '310'],
    ],
  },
  {
    type: 'projectList',
    title: 'Some of it',
    projects: [
      {
        ...philosophers,
        kind: 'school',
        cover: null,
        technologies: [technology('C', 'language')],
        period: { start: '2024-03-01', end: '2024-06-01' },
        hasDemo: true,
      },
    ],
  },
  {
    type: 'technologyGroups',
    title: 'With what',
    groups: [
      {
        title: 'Daily',
        text: 'For ten years now.',
        technologies: [technology('C', 'language'), technology('Make', 'tool')],
      },
      { title: 'Sometimes', text: null, technologies: [technology('Python', 'language')] },
    ],
  },
  {
    type: 'documents',
    title: 'On paper',
    documents: [
      {
        title: 'Fourteen days at one harbour',
        category: 'Results',
        description: 'Spring and neap tide, as predicted.',
        file: { url: '/api/media/file/tides.pdf?v=1', type: 'application/pdf', bytes: 48_213 },
      },
      { title: 'A talk', category: null, description: 'Not written down.', file: null },
    ],
  },
  {
    type: 'gallery',
    name: 'The table',
    description: 'As it was drawn.',
    images: [
      { image: image('chart-a', 'Five rows of bars'), caption: 'Five seats' },
      { image: image('chart-b', 'Two hundred rows'), caption: null },
    ],
  },
  {
    type: 'code',
    language: 'c',
    code: 'int main(void)\n{\n\treturn 0;\n}\n',
    caption: 'The least',
  },
  {
    type: 'quotation',
    text: 'Programs must be written for people to read.',
    author: 'H. Abelson',
    role: 'Author',
    source: 'https://example.com/sicp',
  },
  {
    type: 'callToAction',
    title: 'Is there something that must not stop?',
    text: 'Tell me about it.',
    actions: [link('Contact', '/contact'), link('Résumé', '/resume')],
  },
]
