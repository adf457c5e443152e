// How Payload logs: lines of JSON. What a visitor may not do is one short line, not a stack trace each time.
import type { Config } from 'payload'

type Refusal = { message: string; status: number }

/** By shape: in the bundle, classes have other names and exist more than once. */
const isRefusal = (error: unknown): error is Refusal => {
  const { isPublic, status } = (error ?? {}) as { isPublic?: unknown; status?: unknown }
  return isPublic === true && typeof status === 'number' && status < 500
}

export const logger: Config['logger'] = {
  options: {
    hooks: {
      logMethod(args, method) {
        const { err } = (args[0] ?? {}) as { err?: unknown }
        if (isRefusal(err)) this.info({ status: err.status }, err.message)
        else method.apply(this, args)
      },
    },
  },
}
