// The sample portfolio in French.
import type { SeedTranslation } from '../translation.ts'
import { demos } from './demos.ts'
import { experiences } from './experiences.ts'
import { media } from './media.ts'
import { pages } from './pages.ts'
import { projects } from './projects.ts'
import { resume, site } from './site.ts'
import { typesetAll } from './typeset.ts'

export const french: SeedTranslation = typesetAll({
  media,
  demos,
  experiences,
  projects,
  pages,
  site,
  resume,
})
