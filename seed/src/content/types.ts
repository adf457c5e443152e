// Shapes of the sample content: plain data, related by keys (slugs, file names), turned into documents by ../seed.ts.
import type { SeedTranslation } from './translation.ts'

export type SeedTechnology = {
  name: string
  slug: string
  category: 'language' | 'framework' | 'library' | 'tool' | 'platform' | 'concept'
  /** Slug of the mark in simple-icons. */
  icon?: string
  order: number
}

export type SeedMedia = {
  /** File name under `seed/images`; also the key by which other content refers to the image. */
  file: string
  /** What the image shows; empty only when `decorative`. */
  alt: string
  decorative?: boolean
  caption?: string
}

export type SeedDemo = {
  /** Key by which projects refer to the demo, and the folder under `seed/projects` that its archive is made of. */
  key: string
  title: string
  /** Folder inside the archive in which the shell starts; `.` unless said. */
  workdir?: string
  /** Shell command that builds the project; empty when there is nothing to build. */
  build: string
  toolchain: 'c' | 'cpp' | 'python' | 'node'
  /** `shell` unless said. */
  mode?: 'shell' | 'guided'
  /** What a guided demo allows: a program, and a pattern that each whole argument must match. */
  rules?: { program: string; argument: string }[]
  commands: SeedCommand[]
  environment?: { name: string; value: string }[]
  welcome: string
  limits?: {
    idleMinutes?: number
    maxMinutes?: number
    memoryMb?: number
    diskMb?: number
    processes?: number
  }
  flags?: { loopback?: boolean; debug?: boolean }
  maxSessions?: number
  enabled?: boolean
}

export type SeedCommand = {
  label: string
  command: string
  explanation: string
  /** A piece of text that the command prints when it works; tests look for it. */
  expect: string
}

/** A run of text in a body. A plain string is text without format. */
export type SeedInline = string | { text: string; format: 'bold' | 'italic' | 'code' } | SeedLink
export type SeedLink = { text: string; url: string }

/** A part of a project's body, from which the seeder makes Lexical nodes. */
export type SeedBlock =
  | { type: 'heading'; level: 2 | 3 | 4; text: string }
  | { type: 'paragraph'; text: SeedInline | SeedInline[] }
  | { type: 'list'; ordered?: boolean; items: (SeedInline | SeedInline[])[] }
  | { type: 'quote'; text: SeedInline | SeedInline[] }
  | { type: 'code'; language: CodeLanguage; code: string }
  | { type: 'callout'; tone: 'note' | 'tip' | 'warning'; text: string }

/** Languages of the `code` block in the CMS. */
export type CodeLanguage = 'text' | 'bash' | 'c' | 'cpp' | 'make' | 'python' | 'javascript' | 'json'

/** A listing with what there is to say about it. */
export type SeedListing = {
  title: string
  description?: string
  language: CodeLanguage
  /** Marked lines, for instance `3-5,9`. */
  highlight?: string
  code: string
  explanation?: string
}

/** Drawn by the CMS. */
export type SeedDiagram = {
  kind: 'mermaid' | 'ascii'
  title: string
  description?: string
  source: string
  /** What it says, for whoever cannot see it. */
  textAlternative: string
}

export type SeedFigure = { value: string; label: string }
export type SeedImpact = { value?: string; label: string; description?: string }

/** `file` is a `SeedMedia.file`. */
export type SeedDocument = { title: string; description?: string; category?: string; file?: string }

/** ISO dates, `YYYY-MM-DD`; without an end it still goes on. */
export type SeedPeriod = { start: string; end?: string }

export type SeedExperience = {
  company: string
  role: string
  slug: string
  subtitle?: string
  period: SeedPeriod
  location?: string
  website?: string
  overview?: string
  /** `SeedTechnology.slug`. */
  technologies?: string[]
  stats?: SeedFigure[]
  impact?: SeedImpact[]
  architecture?: { description: string; diagrams?: SeedDiagram[] }
  codeSamples?: SeedListing[]
  documents?: SeedDocument[]
  order?: number
}

export type SeedProject = {
  title: string
  slug: string
  kind: 'school' | 'professional' | 'internship' | 'personal' | 'open-source'
  /** One sentence that says what came of it. */
  summary?: string
  /** `SeedMedia.file`. */
  cover?: string
  body?: SeedBlock[]
  problem?: string
  challenges?: string
  lessons?: string
  /** `SeedTechnology.slug`. */
  technologies?: string[]
  /** `completion` in percent. */
  features?: { text: string; completion?: number }[]
  links?: { live?: string; source?: string; video?: string }
  installSteps?: { title: string; command?: string; text?: string }[]
  galleries?: {
    name: string
    description?: string
    images: { media: string; caption?: string }[]
  }[]
  stats?: SeedFigure[]
  badges?: { text: string; tone: 'neutral' | 'info' | 'success' | 'accent' | 'warning' }[]
  impact?: SeedImpact[]
  walkthrough?: SeedListing[]
  diagrams?: SeedDiagram[]
  documents?: SeedDocument[]
  /** Folder under `seed/projects` whose README this is. */
  readme?: string
  /** `SeedExperience.slug`. */
  experience?: string
  role?: string
  roleDescription?: string
  period?: SeedPeriod
  /** 0 to 125. */
  score?: number
  featured?: boolean
  order?: number
  /** `SeedDemo.key`. */
  demo?: string
  /** Slugs of other projects. */
  related?: string[]
  seo?: SeedSeo
}

/** `href`: an address, or a path of the site. */
export type SeedAction = { label: string; href: string }

/** Blocks of a page as the CMS stores them, but for keys in the place of ids and blocks in that of an editor state. */
export type SeedLayoutBlock =
  | { blockType: 'hero'; title: string; text?: string; actions?: SeedAction[] }
  | { blockType: 'prose'; body: SeedBlock[] }
  | { blockType: 'statBar'; stats: SeedFigure[] }
  | {
      blockType: 'table'
      caption: string
      hasHeaderRow: boolean
      hasHeaderColumn: boolean
      /** The texts of the cells, row by row. */
      rows: string[][]
    }
  | {
      blockType: 'tabs'
      title: string
      tabs: { label: string; sections: { title: string; text: string; links?: SeedAction[] }[] }[]
    }
  | {
      blockType: 'technologyGroups'
      title: string
      /** `SeedTechnology.slug`. */
      groups: { title: string; technologies: string[] }[]
    }
  /** `SeedProject.slug`. */
  | { blockType: 'projectList'; title: string; choice: 'hand'; projects: string[] }
  | { blockType: 'callToAction'; title: string; text?: string; actions: SeedAction[] }

export type SeedPage = { title: string; slug: string; layout: SeedLayoutBlock[]; seo?: SeedSeo }

/** `image` is a `SeedMedia.file`. */
export type SeedSeo = { title?: string; description?: string; image?: string }

export type SeedSite = {
  name: string
  title: string
  intro: string
  location?: string
  availability?: string
  email?: string
  navigation: { label: string; href: string }[]
  socials: { label: string; url: string }[]
  footer?: string
  /** Those that visitors may choose beside English, of `SeedContent.translations`. */
  languages?: (keyof SeedContent['translations'])[]
  seo?: SeedSeo
}

export type SeedResume = {
  headline?: string
  summary?: string
  contact?: {
    email?: string
    phone?: string
    website?: string
    city?: string
    region?: string
    countryCode?: string
  }
  /** `SeedExperience.slug`. */
  experiences?: string[]
  /** `SeedProject.slug`. */
  projects?: string[]
  education?: {
    institution: string
    area?: string
    studyType?: string
    score?: string
    period?: SeedPeriod
    website?: string
    courses?: string[]
  }[]
  certificates?: { name: string; issuer?: string; date?: string; website?: string }[]
  /** `SeedTechnology.slug`. */
  skills?: { name: string; level?: string; technologies: string[] }[]
  languages?: { language: string; fluency?: string }[]
  interests?: { name: string; keywords?: string[] }[]
}

export type SeedTerminal = {
  enabled: boolean
  capacity: number
  maxSessionsPerAddress: number
  notice?: string
}

/** Everything the seeder writes. `seed/src/content/index.ts` exports one such object as `content`. */
export type SeedContent = {
  technologies: SeedTechnology[]
  media: SeedMedia[]
  demos: SeedDemo[]
  experiences: SeedExperience[]
  projects: SeedProject[]
  pages: SeedPage[]
  site: SeedSite
  resume: SeedResume
  terminal: SeedTerminal
  translations: { fr: SeedTranslation }
}
