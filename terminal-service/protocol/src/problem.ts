// Errors of the HTTP half of the chain: problem+json (RFC 9457) with a stable code and a sentence for people.

export const PROBLEM_TYPE = 'application/problem+json'

export const PROBLEMS = {
  'bad-request': { status: 400, title: 'The request could not be understood.' },
  'origin-refused': { status: 403, title: 'This page may not open a terminal here.' },
  'not-allowed': { status: 403, title: 'You may not do that.' },
  'demo-not-found': { status: 404, title: 'There is no such demo.' },
  'not-found': { status: 404, title: 'There is nothing here.' },
  'method-not-allowed': { status: 405, title: 'This address does not take that method.' },
  'body-too-large': { status: 413, title: 'The request is too large.' },
  'rate-limited': {
    status: 429,
    title: 'Too many requests from here. Wait a moment and try again.',
  },
  'terminal-disabled': { status: 503, title: 'The owner has switched the terminals off for now.' },
  'terminal-full': { status: 503, title: 'Every terminal is in use. Try again in a moment.' },
  'queue-full': {
    status: 503,
    title: 'Every terminal is in use, and many visitors wait. Try again later.',
  },
  'session-gone': { status: 410, title: 'That session is no longer there. Launch a new one.' },
  'sandbox-unavailable': {
    status: 503,
    title: 'Terminals are not available on this server: its sandbox could not be set up.',
  },
  'service-unavailable': {
    status: 503,
    title: 'The terminal service does not answer. The page works without it; try again later.',
  },
  'archive-refused': { status: 422, title: 'The archive was refused.' },
  'signature-refused': { status: 401, title: 'The signature of this request is not valid.' },
  internal: { status: 500, title: 'Something went wrong on our side.' },
} as const satisfies Record<string, { status: number; title: string }>

export type ProblemCode = keyof typeof PROBLEMS

/** The body of an error answer. `code` is stable; `title` and `detail` are for people. */
export type Problem = {
  type: string
  code: ProblemCode
  status: number
  title: string
  detail?: string
}

export const isProblemCode = (value: unknown): value is ProblemCode =>
  typeof value === 'string' && Object.hasOwn(PROBLEMS, value)

export const problem = (code: ProblemCode, detail?: string): Problem => ({
  type: `urn:shellfolio:problem:${code}`,
  code,
  ...PROBLEMS[code],
  ...(detail === undefined ? {} : { detail }),
})

/** A `Response` that carries the problem; `headers` may add `Retry-After` and the like. */
export const problemResponse = (
  code: ProblemCode,
  { detail, headers }: { detail?: string; headers?: Record<string, string> } = {},
): Response =>
  new Response(JSON.stringify(problem(code, detail)), {
    status: PROBLEMS[code].status,
    headers: { 'content-type': PROBLEM_TYPE, 'cache-control': 'no-store', ...headers },
  })
