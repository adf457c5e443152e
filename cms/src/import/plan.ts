// What a row becomes, before anything is looked up, uploaded or written.

import type { DemoCommand } from './commands.ts'
import type { Item } from './items.ts'
import type { Language } from './languages.ts'

export type Collection = 'experiences' | 'projects'

/** `path`: in the folder of files. */
export type Picture = { path: string; alt: string; caption?: string }
export type GalleryPlan = { name: string; description?: string; images: Picture[] }
export type DemoPlan = { title: string; archive: string; build?: string; commands: DemoCommand[] }

export type Plan = {
  key: Item['key']
  collection: Collection
  title: string
  slug: string
  isPublic: boolean
  /** Fields that need nothing else. What the row does not have is empty here, not missing. */
  data: Record<string, unknown>
  technologies: string[]
  /** Markdown. */
  body?: string
  cover?: Picture
  galleries: GalleryPlan[]
  demo?: DemoPlan
  /** Key of the position, or the name of its company. */
  position?: string
  company?: string
}

export type { Language }
