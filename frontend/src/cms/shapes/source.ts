// The source code of a project: what is in it, and its texts. Names are whatever somebody packed.
import { z } from 'zod'
import { hasAddress } from '../../source/path.ts'

const count = z.int().nonnegative()

const entrySchema = z.object({
  path: z.string(),
  kind: z.enum(['file', 'folder', 'link']),
  bytes: count,
  isShown: z.boolean(),
})
export type SourceEntry = z.output<typeof entrySchema>

/** Entries that no address can name are counted with those that are not told. */
export const sourceSchema = z
  .object({ title: z.string().min(1), entries: z.array(entrySchema), others: count })
  .transform(({ title, entries: all, others }) => {
    const entries = all.filter(({ path }) => hasAddress(path))
    return { title, entries, others: others + all.length - entries.length }
  })
export type Source = z.output<typeof sourceSchema>

export const sourceFileSchema = z.object({ text: z.string() })
