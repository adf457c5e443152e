// Building blocks of the schemas: what Payload leaves out, sets to null or did not populate becomes null or an empty list.
import { z } from 'zod'

/** Text, or null when there is nothing to read in it. */
export const text = z
  .string()
  .nullish()
  .transform((value) => value?.trim() || null)

export const flag = z
  .boolean()
  .nullish()
  .transform((value) => value === true)

export const count = z
  .number()
  .nullish()
  .transform((value) => value ?? null)

/** An ISO date, or null. */
export const date = z
  .string()
  .nullish()
  .transform((value) => (value && !Number.isNaN(Date.parse(value)) ? value : null))

/** An address people may follow: http(s), mail, or a path or fragment of this site. Anything else is null. */
export const safeHref = (value: string | null | undefined): string | null => {
  const href = value?.trim()
  if (!href) return null
  if (/^(?:https?:\/\/|mailto:|tel:)[^\s]+$/i.test(href)) return href
  return /^(?:\/(?![/\\])|#)[^\s\\]*$/.test(href) ? href : null
}

export const href = z.string().nullish().transform(safeHref)

/** Rows of an array field; rows that come out as null are left out. */
export const rows = <Row extends z.ZodType>(row: Row) =>
  z
    .array(row)
    .nullish()
    .transform((all) =>
      (all ?? []).filter((entry): entry is NonNullable<z.output<Row>> => entry !== null),
    )

/** A populated document; an id alone means that visitors may not read it, and becomes null. */
export const document = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .union([schema, z.string(), z.number()])
    .nullish()
    .transform((value) =>
      value === undefined || typeof value === 'string' || typeof value === 'number' ? null : value,
    )
