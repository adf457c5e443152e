// What stands behind `npm run bench -- api`.
import { parseArgs } from 'node:util'
import { z } from 'zod'

/** Documents, and requests of each kind: `cold` for the first time, `search` of those for words, `warm` again, `all` in a row. */
export type Sizes = {
  projects: number
  technologies: number
  cold: number
  search: number
  warm: number
  all: number
}

const FULL: Sizes = {
  projects: 500,
  technologies: 5000,
  cold: 400,
  search: 2000,
  warm: 20_000,
  all: 100_000,
}
const QUICK: Sizes = {
  projects: 100,
  technologies: 500,
  cold: 100,
  search: 400,
  warm: 4000,
  all: 10_000,
}

const count = z
  .string()
  .regex(/^[1-9]\d{0,6}$/, 'must be a number')
  .transform(Number)
  .optional()

const values = z.object({
  quick: z.boolean().default(false),
  strict: z.boolean().default(false),
  projects: count,
  technologies: count,
  requests: count,
})

export type ApiBenchOptions = {
  sizes: Sizes
  /** A missed budget is a failure. */
  isStrict: boolean
}

/**
 * `--quick`: a fifth or less of everything. `--projects`, `--technologies`, `--requests`: other sizes than those, the last of
 * the longest load. `--strict`. @throws {Error} that names what is wrong
 */
export const readOptions = (words: readonly string[]): ApiBenchOptions => {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  const parsed = parseArgs({
    args: [...words],
    options: {
      quick: flag,
      strict: flag,
      projects: text,
      technologies: text,
      requests: text,
    },
  })
  const result = values.safeParse(parsed.values)
  if (!result.success) throw new Error(z.prettifyError(result.error))
  const { quick, strict, projects, technologies, requests } = result.data
  const usual = quick ? QUICK : FULL
  const all = requests ?? usual.all
  const documents = projects ?? usual.projects
  return {
    sizes: {
      projects: documents,
      technologies: technologies ?? usual.technologies,
      cold: Math.min(usual.cold, documents),
      search: Math.min(usual.search, all),
      warm: Math.min(usual.warm, all),
      all,
    },
    isStrict: strict,
  }
}
