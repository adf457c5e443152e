// Asks the CMS one question: bounded in time and size, answer checked. It knows no collection.
import type { z } from 'zod'
import { siteEnv } from '../env.ts'
import { LIMITS } from '../limits.ts'
import { cmsHealth, type Trouble } from './health.ts'

export type Query = Record<string, string | number | undefined>

/** The CMS did not answer, or not with what was asked for. `status`: its HTTP status, if it had one. */
export class CmsError extends Error {
  override readonly name = 'CmsError'
  readonly status: number | undefined
  readonly trouble: Trouble

  constructor(message: string, options: ErrorOptions & { trouble: Trouble; status?: number }) {
    super(message, options)
    this.status = options.status
    this.trouble = options.trouble
  }
}

const readBounded = async (response: Response): Promise<string> => {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > LIMITS.cmsMaxBytes)
      throw new CmsError('The CMS sent too much', { trouble: 'wrong' })
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

type Question<Schema extends z.ZodType> = {
  path: string
  query?: Query
  schema: Schema
  /** Sent besides; never part of an error. */
  headers?: Record<string, string>
}

const isTimeout = (error: unknown) => (error as { name?: unknown }).name === 'TimeoutError'

const FIRST_ERROR_OF_SERVERS = 500

/** @throws {CmsError} */
const ask = async <Schema extends z.ZodType>({
  path,
  query = {},
  schema,
  headers,
}: Question<Schema>): Promise<z.output<Schema>> => {
  const url = `${siteEnv().CMS_INTERNAL_URL}/api/${path}${queryString(query)}`
  const wrong = (what: string) => new CmsError(`/api/${path}: ${what}`, { trouble: 'wrong' })
  try {
    const response = await fetch(url, {
      headers: { accept: 'application/json', ...headers },
      redirect: 'error',
      signal: AbortSignal.timeout(LIMITS.cmsTimeoutMs),
    })
    if (!response.ok) {
      await response.body?.cancel()
      const { status } = response
      const trouble = status >= FIRST_ERROR_OF_SERVERS ? 'broken' : 'refused'
      throw new CmsError(`The CMS answered /api/${path} with ${status}`, { status, trouble })
    }
    const text = await readBounded(response)
    let answer: unknown
    try {
      answer = JSON.parse(text)
    } catch {
      throw wrong('not JSON')
    }
    const checked = schema.safeParse(answer)
    if (checked.success) return checked.data
    const [issue] = checked.error.issues
    throw wrong(`${issue?.path.join('.')}: ${issue?.message}`)
  } catch (cause) {
    if (cause instanceof CmsError) throw cause
    const trouble = isTimeout(cause) ? 'slow' : 'away'
    throw new CmsError(`The CMS does not answer /api/${path}`, { cause, trouble })
  }
}

/** GET `{CMS_INTERNAL_URL}/api/{path}`. @throws {CmsError} */
export const askCms = async <Schema extends z.ZodType>(
  question: Question<Schema>,
): Promise<z.output<Schema>> => {
  try {
    const answer = await ask(question)
    cmsHealth().answered()
    return answer
  } catch (error) {
    if (error instanceof CmsError) cmsHealth().failed(error)
    throw error
  }
}
