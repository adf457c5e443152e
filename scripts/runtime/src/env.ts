// The one reader of environment variables: a process hands over its zod schema and gets typed settings or one clear table.
import type { z } from 'zod'

/** Settings that are missing or wrong. `message` is a table, one line for each variable; values are never shown. */
export class EnvError extends Error {
  override readonly name = 'EnvError'
}

/** `process.env` in the shape of `schema`; an empty variable counts as unset. @throws {EnvError} */
export const parseEnv = <Schema extends z.ZodType>(
  processName: string,
  schema: Schema,
  env: Record<string, string | undefined> = process.env,
): z.output<Schema> => {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const result = schema.safeParse(set)
  if (result.success) return result.data
  const rows = result.error.issues.map(({ path, message }) => [path.join('.') || '-', message])
  const width = Math.max(...rows.map(([name = '']) => name.length))
  const table = rows.map(([name = '', message]) => `  ${name.padEnd(width)}  ${message}`)
  throw new EnvError(
    [`${processName} cannot start: its settings are wrong (see .env.example).`, ...table].join(
      '\n',
    ),
  )
}
