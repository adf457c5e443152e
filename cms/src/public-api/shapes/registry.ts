// Names of the shapes that the API answers with, as its description lists them.
import { z } from 'zod'

export const shapes = z.registry<{ id: string }>()

/** `schema` under `id`; what is not in it is no part of the API. */
export const shape = <Schema extends z.ZodType>(id: string, schema: Schema): Schema => {
  shapes.add(schema, { id })
  return schema
}

/** Text that is there, or null: empty texts are no texts. */
export const textOf = (value: string | null | undefined): string | null => value?.trim() || null

/** The documents of a relation that are public; ids of those which are not stay behind. */
export const publicOnes = <Doc extends object>(
  relation: readonly (string | Doc)[] | string | Doc | null | undefined,
): Doc[] => {
  const all = Array.isArray(relation) ? relation : [relation]
  return all.filter((entry): entry is Doc => isPublic(entry))
}

export const publicOne = <Doc extends object>(
  relation: string | Doc | null | undefined,
): Doc | undefined => publicOnes<Doc>(relation)[0]

const isPublic = (entry: unknown): boolean => {
  if (typeof entry !== 'object' || entry === null) return false
  const { _status, deletedAt } = entry as { _status?: unknown; deletedAt?: unknown }
  return (_status === undefined || _status === 'published') && !deletedAt
}
