// The interface in English. Its shape is what every other catalogue must have.

export const en = {
  skip: 'Skip to content',
  navigation: 'Main',
  home: 'Home',
  projects: 'Projects',
  experiences: 'Experience',
  resume: 'Résumé',
  contact: 'Contact',
  search: 'Search',
  elsewhere: 'Elsewhere',
  language: 'Language',
  atAGlance: 'At a glance',
  runsHere: 'Runs here',
  allProjects: 'All projects',
  featured: 'Selected work',
  email: 'Write an email',
  madeWith: 'Made with',
  related: 'Related',
  more: 'More',
  nothingYet: 'The first project is being written up. Come back soon.',
  projectsLead: 'Those marked “Runs here” can be tried in a real shell on their page.',
  showcase: {
    heading: 'These run',
    lead: 'Press Launch on a project’s page and you get a shell on a real machine, in the project’s folder, with the program built from its source. No recording, no simulation.',
  },
  facts: {
    kind: 'Kind',
    role: 'Role',
    when: 'When',
    where: 'Where',
    madeWith: 'Made with',
    score: 'Score',
    at: 'At',
    scoreOf: (score: number) => `${score} / 100`,
  },
  links: { run: 'Run it', source: 'Source', live: 'Visit', video: 'Video' },
  sections: {
    problem: 'The problem',
    work: 'The work',
    challenges: 'What was hard',
    lessons: 'What I learned',
    role: 'My part',
    figures: 'In figures',
    features: 'What it does',
    pictures: 'Pictures',
    install: 'Run it at home',
    state: 'So far',
  },
  onlyATitle: 'There is only a title. The rest is still being written.',
  period: {
    since: (month: string) => `Since ${month}`,
    until: (month: string) => `Until ${month}`,
  },
  terminal: {
    heading: 'Run it here',
    shell:
      'A shell in a sandbox of your own, in the project’s folder, with the program built from its source. It starts when you press Launch and is thrown away when you leave.',
    guided:
      'A prompt for the project’s own commands in a sandbox of your own, in the project’s folder, with the program built from its source. It starts when you press Launch and is thrown away when you leave.',
    label: (name: string) => `Terminal of ${name}`,
    needsScript: 'Launching needs JavaScript.',
    launch: 'Launch',
    commands: 'Commands to try',
    type: 'Type it',
    typeLabel: (command: string) => `Type ${command} into the terminal`,
    prints: 'Prints',
  },
  features: {
    done: 'Done',
    percent: (percent: number) => `${percent} %`,
    percentDone: (percent: number) => `${percent} percent done`,
  },
  picture: { open: 'Open the picture' },
  missing: {
    title: 'Nothing here',
    lead: 'This address leads nowhere. The page may have moved, or never was.',
  },
  broken: {
    title: 'Out of order',
    lead: 'This page could not be put together just now. It usually passes within a minute.',
  },
  preview: {
    title: 'Draft preview',
    expires: 'expires at',
    themes: { light: 'Light', dark: 'Dark' },
    expired: {
      title: 'This preview has expired',
      lead: 'Links to drafts work for a quarter of an hour. Open the preview again from the CMS.',
    },
    unknown: {
      title: 'No such preview',
      lead: 'This link leads to no draft. Open the preview again from the CMS.',
    },
  },
  kinds: {
    school: 'School project',
    professional: 'Professional work',
    internship: 'Internship',
    personal: 'Personal project',
    'open-source': 'Open source',
  } as Record<string, string>,
  tones: { note: 'Note', tip: 'Tip', warning: 'Careful' } as Record<string, string>,
  languages: { c: 'C', cpp: 'C++', bash: 'Shell', make: 'Make', python: 'Python' } as Record<
    string,
    string
  >,
  toolchains: { c: 'C', cpp: 'C++', python: 'Python', node: 'Node.js' } as Record<string, string>,
}

export type Strings = typeof en
