// One of each kind of content with every field filled in, and the least that may be published.

const day = (date: string): string => `${date}T00:00:00.000Z`

const period = { start: day('2024-03-01'), end: day('2025-02-28') }
const stats = [{ value: '85 %', label: 'of lines tested' }]
const impact = [
  { value: '3×', label: 'faster forecasts', description: 'The office waits minutes, not hours.' },
  { label: 'One source of truth' },
]
const listings = [
  {
    title: 'The lock',
    description: 'Where threads meet.',
    language: 'c',
    highlight: '1-2,3',
    code: 'lock();\nwork();\nunlock();\n',
    explanation: 'Whoever waits longest goes first.',
  },
]

export type Related = { media: string; technology: string; experience: string }

const documentsOf = ({ media }: Pick<Related, 'media'>) => [
  { title: 'Report', description: 'What was measured.', category: 'Quality', file: media },
  { title: 'Named only', category: 'Planning' },
]

const seoOf = ({ media }: Pick<Related, 'media'>) => ({
  title: 'For search engines',
  description: 'One sentence.',
  image: media,
})

export const minimalProject = (title: string) => ({
  title,
  summary: 'What came of it.',
  kind: 'personal' as const,
})

export const fullProject = (related: Related) => ({
  ...minimalProject('Everything'),
  summary: 'It is all there.',
  cover: related.media,
  technologies: [related.technology],
  experience: related.experience,
  badges: [
    { text: 'New', tone: 'accent' },
    { text: 'In use', tone: 'success' },
  ],
  problem: 'P',
  challenges: 'C',
  lessons: 'L',
  role: 'Author',
  roleDescription: 'Alone.',
  period,
  features: [{ text: 'F', completion: 80 }, { text: 'G' }],
  stats,
  impact,
  links: { live: 'https://a.example/', source: 'https://b.example/', video: 'https://c.example/' },
  installSteps: [{ title: 'Build', command: 'make', text: 'Once.' }],
  galleries: [{ name: 'G', description: 'D', images: [{ media: related.media, caption: 'C' }] }],
  walkthrough: listings,
  readme: '# Title\n\n| a | b |\n| - | - |\n| 1 | 2 |\n',
  documents: documentsOf(related),
  score: 125,
  featured: true,
  order: 3,
  seo: seoOf(related),
})

export const minimalExperience = (company: string) => ({
  company,
  role: 'Engineer',
  period: { start: period.start },
})

export const fullExperience = (related: Omit<Related, 'experience'>) => ({
  ...minimalExperience('Harbour office'),
  subtitle: 'Tides and traffic.',
  period,
  location: 'Bergen',
  website: 'https://harbour.example/',
  overview: 'Two services and the people who run them.',
  technologies: [related.technology],
  stats,
  impact,
  architecture: { description: 'A queue between two services.' },
  codeSamples: listings,
  documents: documentsOf(related),
  order: 1,
  active: true,
  seo: seoOf(related),
})

export const fullSite = ({ media }: Pick<Related, 'media'>) => ({
  name: 'N',
  title: 'T',
  intro: 'I',
  portrait: media,
  location: 'Bergen',
  availabilityState: 'limited' as const,
  availability: 'From March',
  email: 'n@example.com',
  socials: [{ label: 'Code', url: 'https://code.example/n' }],
  hero: { heading: 'H', actions: [{ label: 'See', href: '/projects' }] },
  navigation: [{ label: 'Home', href: '/' }],
  footer: 'F',
  footerLinks: [{ label: 'Write', href: 'mailto:n@example.com' }],
  titleSuffix: 'N at work',
  seo: seoOf({ media }),
})

export const fullResume = ({ technology, experience, project }: Record<string, string>) => ({
  headline: 'Engineer',
  summary: 'S',
  contact: {
    email: 'n@example.com',
    phone: '+47 55 00 00 00',
    website: 'https://n.example/',
    city: 'Bergen',
    region: 'Vestland',
    countryCode: 'NO',
  },
  experiences: [experience],
  projects: [project],
  education: [
    {
      institution: 'University',
      area: 'Computing',
      studyType: 'MSc',
      score: 'A',
      period,
      website: 'https://u.example/',
      courses: ['Compilers', 'Proofs'],
    },
  ],
  certificates: [
    { name: 'C', issuer: 'I', date: day('2025-05-05'), website: 'https://c.example/' },
  ],
  skills: [{ name: 'Systems', level: 'expert', technologies: [technology] }],
  languages: [{ language: 'Norwegian', fluency: 'native' }],
  interests: [{ name: 'Sea', keywords: ['tides', 'charts'] }],
})
