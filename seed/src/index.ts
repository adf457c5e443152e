// The sample portfolio: its content, its files, and the seeder that puts both into a database.
import type { Payload } from 'payload'
import { packProject } from './archive.ts'
import { content } from './content/index.ts'
import { imagePath } from './images.ts'
import { readReadme } from './readme.ts'
import { type SeedReport, seedFrom } from './seed.ts'

export type * from './content/types.ts'
export { type SeedReport, type SeedSource, seedFrom } from './seed.ts'
export { content, imagePath, packProject }

/** Adds what is missing of the sample portfolio. */
export const seed = (payload: Payload): Promise<SeedReport> =>
  seedFrom(payload, { content, packProject, imagePath, readReadme })
