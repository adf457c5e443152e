// Why what was planned came to nothing, in words for whoever planned it.
import { z } from 'zod'
import type { Item } from '../checklist/facts.ts'

/** The checklist has a line for each, and some documents have hundreds of links. */
const MAX_REASONS = 20

const invalid = z.object({
  data: z.object({
    errors: z.array(
      z.object({ message: z.string(), path: z.string(), label: z.string().optional() }),
    ),
  }),
})
const refused = z.object({ status: z.union([z.literal(403), z.literal(404)]) })

const BY_STATUS = {
  403: 'Whoever planned it may not do that any more.',
  404: 'The account of whoever planned it, or the document itself, is gone or in the trash.',
} as const

/** `error`: what the publication was refused with. `undefined` for one that is no refusal but a defect. */
export const reasonsOf = (error: unknown, items: Item[]): string[] | undefined => {
  const { data: wrong } = invalid.safeParse(error)
  if (wrong) {
    const told = items.filter(({ level }) => level === 'blocks')
    const isTold = (path: string) => told.some(({ where }) => where.path === path)
    const others = wrong.data.errors.filter(({ path }) => !isTold(path))
    return [
      ...told.map(({ message }) => message),
      ...others.map(({ message, label, path }) => `${label ?? path}: ${message}`),
    ].slice(0, MAX_REASONS)
  }
  const { data: answer } = refused.safeParse(error)
  return answer && [BY_STATUS[answer.status]]
}
