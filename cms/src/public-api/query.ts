// What may stand behind the question mark: known names only, each once.
import { z } from 'zod'
import { CmsRefusal } from '../errors.ts'
import { PUBLIC_API } from '../limits.ts'

/** Whole numbers as people write them; `Number` would also take ` 1 `, `0x1` and `1e1`. */
export const wholeNumber = (most: number) =>
  z
    .string()
    .regex(/^[1-9]\d{0,5}$/, `must be a whole number from 1 to ${most}`)
    .transform(Number)
    .pipe(z.int().min(1).max(most))

export const slugText = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be a slug')
  .max(80)

export const pageParameters = {
  page: wholeNumber(PUBLIC_API.maxPage).default(1),
  pageSize: wholeNumber(PUBLIC_API.maxPageSize).default(PUBLIC_API.pageSize),
}

const told = ({ issues }: z.ZodError): string =>
  issues
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
    .join('; ')
    .slice(0, 500)

/** @throws {CmsRefusal} that says what is wrong */
export const parseQuery = <Schema extends z.ZodType>(
  parameters: URLSearchParams,
  schema: Schema,
): z.output<Schema> => {
  const names = [...parameters.keys()]
  if (new Set(names).size < names.length) {
    throw new CmsRefusal('bad-request', { detail: 'Each parameter may be given once.' })
  }
  const result = schema.safeParse(Object.fromEntries(parameters))
  if (!result.success) throw new CmsRefusal('bad-request', { detail: told(result.error) })
  return result.data
}
