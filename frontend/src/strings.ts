// Words of the interface that are not content. One place, so that a translation has one place to be.

export const STRINGS = {
  skip: 'Skip to content',
  navigation: 'Main',
  home: 'Home',
  projects: 'Projects',
  elsewhere: 'Elsewhere',
  runsHere: 'Runs here',
  allProjects: 'All projects',
  featured: 'Selected work',
  email: 'Write an email',
  preview: {
    title: 'Draft preview',
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
} as const
