// The whole sample portfolio as data.
import { demos } from './demos.ts'
import { media } from './media.ts'
import { projects } from './projects.ts'
import { site, terminal } from './site.ts'
import { technologies } from './technologies.ts'
import type { SeedContent } from './types.ts'

export const content: SeedContent = { technologies, media, demos, projects, site, terminal }
