// The whole sample portfolio as data.
import { demos } from './demos.ts'
import { experiences } from './experiences.ts'
import { french } from './fr/index.ts'
import { media } from './media.ts'
import { pages } from './pages.ts'
import { projects } from './projects.ts'
import { resume } from './resume.ts'
import { site, terminal } from './site.ts'
import { technologies } from './technologies.ts'
import type { SeedContent } from './types.ts'

export const content: SeedContent = {
  technologies,
  media,
  demos,
  experiences,
  projects,
  pages,
  site,
  resume,
  terminal,
  translations: { fr: french },
}
