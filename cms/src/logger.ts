// How Payload logs: lines of JSON. What a visitor may not do is one short line, not a stack trace each time.
import type { Config } from 'payload'
import { databaseCode } from './rest/database-code.ts'

type Refusal = { message: string; status: number }

/** By shape: in the bundle, classes have other names and exist more than once. */
const isRefusal = (error: unknown): error is Refusal => {
  const { isPublic, status } = (error ?? {}) as { isPublic?: unknown; status?: unknown }
  return isPublic === true && typeof status === 'number' && status < 500
}

/** Payload quotes names of fields that somebody made up. */
const toldOf = ({ message }: Refusal): string =>
  message.replace(/^(The following paths? cannot be queried):.*$/s, '$1.')

type QueryError = Error & { query: string; params: unknown[] }

const isQueryError = (error: unknown): error is QueryError =>
  error instanceof Error && 'query' in error && 'params' in error

/** The values of a query that failed are people's: addresses, hashes of passwords, what a visitor asked for. */
const withoutValues = ({ name, message, stack, query, cause }: QueryError): Error => {
  const told = message.split('\nparams:', 1)[0] ?? ''
  const error = new Error(told, { cause })
  return Object.assign(error, { name, query, stack: stack?.replace(message, told) })
}

/** Their messages quote what was sent. Postgres: data that has no such value (22), and constraints (23). */
const refusedValue = (error: unknown): string | undefined => {
  const code = databaseCode(error)
  if (code && /^2[23]/.test(code)) return code
  return error instanceof SyntaxError && error.message.includes('JSON') ? 'json' : undefined
}

export const logger: Config['logger'] = {
  options: {
    hooks: {
      logMethod(args, method) {
        const [first, ...rest] = args as unknown[]
        const { err = first } = (first ?? {}) as { err?: unknown }
        const refused = refusedValue(err)
        if (refused) this.info({ code: refused }, 'What somebody sent cannot be read or stored.')
        else if (isRefusal(err)) this.info({ status: err.status }, toldOf(err))
        else if (!isQueryError(err)) method.apply(this, args)
        else {
          const fields = err === first ? {} : (first as object)
          method.apply(this, [{ ...fields, err: withoutValues(err) }, ...rest] as typeof args)
        }
      },
    },
  },
}
