// Of related documents, what the shapes need to show them and to be sure that they are public.

export const POPULATE = {
  technologies: { slug: true, name: true, category: true, icon: true },
  demos: { title: true, enabled: true, commands: true },
  projects: { slug: true, title: true, summary: true, _status: true, deletedAt: true },
  experiences: { slug: true, company: true, role: true, _status: true, deletedAt: true },
} as const

/** Of a project that is shown whole: its demo too. */
export const POPULATE_WITH_DEMO = {
  ...POPULATE,
  demos: {
    title: true,
    enabled: true,
    toolchain: true,
    mode: true,
    welcome: true,
    commands: true,
  },
} as const
