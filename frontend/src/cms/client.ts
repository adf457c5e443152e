// Asks the CMS one question: bounded in time and size, answer checked. It knows no collection.
import type { z } from 'zod'
import { siteEnv } from '../env.ts'
import { LIMITS } from '../limits.ts'

export type Query = Record<string, string | number | undefined>

/** The CMS did not answer, or not with what was asked for. `status`: its HTTP status, if it had one. */
export class CmsError extends Error {
  override readonly name = 'CmsError'
  readonly status: number | undefined

  constructor(message: string, options: ErrorOptions & { status?: number } = {}) {
    super(message, options)
    this.status = options.status
  }
}

const readBounded = async (response: Response): Promise<string> => {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > LIMITS.cmsMaxBytes) throw new CmsError('The CMS sent too much')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** `?a=b`; values are escaped, those that are undefined left out. */
const queryString = (query: Query): string => {
  const pairs = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  )
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`
}

/** GET `{CMS_INTERNAL_URL}/api/{path}`. @throws {CmsError} */
export const askCms = async <Schema extends z.ZodType>(question: {
  path: string
  query?: Query
  schema: Schema
  /** Sent besides; never part of an error. */
  headers?: Record<string, string>
}): Promise<z.output<Schema>> => {
  const { path, query = {}, schema, headers } = question
  const url = `${siteEnv().CMS_INTERNAL_URL}/api/${path}${queryString(query)}`
  try {
    const response = await fetch(url, {
      headers: { accept: 'application/json', ...headers },
      redirect: 'error',
      signal: AbortSignal.timeout(LIMITS.cmsTimeoutMs),
    })
    if (!response.ok) {
      await response.body?.cancel()
      const { status } = response
      throw new CmsError(`The CMS answered /api/${path} with ${status}`, { status })
    }
    const answer = schema.safeParse(JSON.parse(await readBounded(response)))
    if (answer.success) return answer.data
    const [issue] = answer.error.issues
    throw new CmsError(`/api/${path}: ${issue?.path.join('.')}: ${issue?.message}`)
  } catch (cause) {
    if (cause instanceof CmsError) throw cause
    throw new CmsError(`The CMS does not answer /api/${path}`, { cause })
  }
}
