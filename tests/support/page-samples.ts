// One of every block: of pages, and of the texts in them.

export type Samples = { media: string; technology: string; project: string }
type Block = { blockType: string } & Record<string, unknown>

const code = { blockType: 'code', language: 'c', code: 'int x;\n', caption: 'A number' }
const quote = {
  blockType: 'quote',
  text: 'Good.',
  author: 'A. Person',
  role: 'Critic',
  source: 'https://a.example/',
}
const gallery = ({ media }: Samples) => ({
  blockType: 'gallery',
  name: 'Views',
  description: 'Two',
  images: [{ media, caption: 'One' }],
})

export const bodyBlocksOf = (samples: Samples): Block[] => [
  code,
  quote,
  gallery(samples),
  {
    blockType: 'codeWalkthrough',
    title: 'How',
    steps: [
      {
        title: 'First',
        description: 'D',
        language: 'bash',
        code: 'a\nb\nc',
        highlight: '1-2',
        explanation: 'Because',
      },
    ],
  },
  {
    blockType: 'diagram',
    kind: 'ascii',
    title: 'Flow',
    source: 'a -> b',
    textAlternative: 'From a to b.',
  },
  { blockType: 'callout', tone: 'tip', text: 'Mind.' },
  { blockType: 'metrics', title: 'M', metrics: [{ value: '3 ×', label: 'faster' }] },
  { blockType: 'timeline', title: 'T', events: [{ when: 'May', title: 'Began', text: 'x' }] },
  {
    blockType: 'video',
    title: 'V',
    source: 'host',
    address: 'https://vimeo.com/76979871',
    poster: samples.media,
    caption: 'C',
  },
  { blockType: 'fileTree', title: 'Files', tree: 'src/\n  main.c  the start', caption: 'C' },
  {
    blockType: 'terminalStep',
    label: 'Run',
    command: './run --fast',
    explanation: 'Why',
    expected: 'ok\n',
  },
]

export const layoutOf = (samples: Samples): Block[] => {
  const { media, technology, project } = samples
  const section = {
    title: 'S',
    text: 'One.\n\nTwo.',
    picture: media,
    links: [{ label: 'On', href: '/projects' }],
  }
  const figures = [{ value: '12', label: 'of them', description: 'D' }]
  return [
    {
      blockType: 'hero',
      title: 'H',
      text: 'T',
      picture: media,
      actions: [{ label: 'Go', href: 'mailto:a@b.example' }],
    },
    {
      blockType: 'prose',
      body: {
        root: {
          type: 'root',
          direction: null,
          format: '',
          indent: 0,
          version: 1,
          children: [{ type: 'paragraph', children: [{ type: 'text', text: 'Words' }] }],
        },
      },
    },
    {
      blockType: 'caseStudy',
      title: 'C',
      problem: 'P',
      approach: 'A',
      result: 'R',
      figures,
      picture: media,
      project,
    },
    { blockType: 'statBar', stats: [{ value: '1', label: 'one' }] },
    { blockType: 'featureCards', title: 'F', cards: [section] },
    {
      blockType: 'tabs',
      title: 'T',
      tabs: ['A', 'B'].map((label) => ({ label, sections: [section] })),
    },
    {
      blockType: 'table',
      caption: 'T',
      hasHeaderRow: true,
      hasHeaderColumn: true,
      rows: [0, 1].map(() => ({ cells: [{ text: 'a' }, { text: 'b' }] })),
    },
    { blockType: 'projectList', title: 'P', choice: 'hand', projects: [project] },
    {
      blockType: 'technologyGroups',
      title: 'G',
      groups: [{ title: 'L', text: 'x', technologies: [technology] }],
    },
    gallery(samples),
    code,
    quote,
    {
      blockType: 'documents',
      title: 'D',
      documents: [{ title: 'Report', category: 'Papers', description: 'x', file: media }],
    },
    {
      blockType: 'callToAction',
      title: 'T',
      text: 'x',
      actions: [{ label: 'Go', href: '#there' }],
    },
  ]
}

/** The same for a CMS without a media library. */
export const layoutWithoutFiles = (samples: Omit<Samples, 'media'>): Block[] => {
  const text = JSON.stringify(layoutOf({ ...samples, media: 'none' }), (_, value) =>
    value === 'none' ? undefined : value,
  )
  return (JSON.parse(text) as Block[]).filter(({ blockType }) => blockType !== 'gallery')
}
