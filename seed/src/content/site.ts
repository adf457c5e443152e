// Who the sample portfolio belongs to. Noor Halden is invented.
import type { SeedSite, SeedTerminal } from './types.ts'

export const site: SeedSite = {
  name: 'Noor Halden',
  title: 'Systems programmer',
  intro:
    'I write small programs in C that do one thing, and measure whether they do it. The projects on this site run: open one, press Launch, and you have a shell with its source and its binary.',
  location: 'Bergen, Norway',
  availability: 'Open to work from March 2027',
  email: 'noor@example.com',
  navigation: [
    { label: 'Projects', href: '/projects' },
    { label: 'Experience', href: '/experiences' },
    { label: 'How it runs', href: '/how-it-runs' },
    { label: 'Résumé', href: '/resume' },
    { label: 'Contact', href: '/contact' },
  ],
  socials: [
    { label: 'GitHub', url: 'https://github.com/example' },
    { label: 'LinkedIn', url: 'https://www.linkedin.com/in/example' },
  ],
  footer: 'Noor Halden is invented; the programs are real.',
  languages: ['fr'],
  seo: {
    title: 'Noor Halden, systems programmer',
    description:
      'Small programs in C that run on this page: a dinner of threads, a sorting puzzle, a shell, and a renderer made of text.',
    image: 'halfblock-rings.webp',
  },
}

export const terminal: SeedTerminal = {
  enabled: true,
  capacity: 24,
  maxSessionsPerAddress: 3,
}
