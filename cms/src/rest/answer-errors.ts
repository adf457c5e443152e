// What the REST API says when something goes wrong: a stable code beside Payload's own words, and 500 only for our faults.
import type { AfterErrorHook } from 'payload'
import { CMS_PROBLEMS, type CmsProblemCode } from '../errors.ts'
import { databaseCode } from './database-code.ts'

/** By shape: in the bundle, classes have other names and exist more than once. */
type Thrown = { status?: unknown; data?: unknown; name?: unknown }

const BY_STATUS: Record<number, CmsProblemCode> = {
  400: 'bad-request',
  401: 'not-logged-in',
  403: 'not-allowed',
  404: 'not-found',
  409: 'conflict',
  413: 'body-too-large',
  423: 'locked',
  429: 'rate-limited',
}

/** Classes of Postgres's codes: what was sent cannot be stored or compared, or two writes met. */
const ofDatabase = (code: string | undefined): CmsProblemCode | undefined => {
  if (code === undefined) return undefined
  if (code === '40001' || code === '40P01' || code === '55P03') return 'conflict'
  if (code === '57014') return 'too-slow'
  // It ends, starts, or has no connection left.
  if (/^(?:08|57P0|53300)/.test(code)) return 'database-away'
  // An id, a choice or a date.
  if (code === '22P02') return 'no-choice'
  if (code === '22021' || code === '22P05') return 'unstorable-text'
  if (code === '23503') return 'gone-relation'
  return /^(?:22|23|42804|42883|54)/.test(code) ? 'bad-request' : undefined
}

const OF_DATABASE = new Set<CmsProblemCode>(['gone-relation', 'no-choice', 'unstorable-text'])

/** JSON, addresses, dates, forms, and what is nested deeper than anything can go down into. */
const isMalformed = (error: unknown): boolean =>
  error instanceof SyntaxError ||
  error instanceof URIError ||
  error instanceof RangeError ||
  (error instanceof Error &&
    /^(?:Malformed part header|Unexpected end of form)/.test(error.message))

/** Refusals with a status or code of their own, as of uploads, keep it in `errors`. */
const ofStatus = (status: unknown): CmsProblemCode => {
  if (typeof status !== 'number') return 'internal'
  return BY_STATUS[status] ?? (status >= 400 && status < 500 ? 'bad-request' : 'internal')
}

const codeOf = (error: Thrown): CmsProblemCode => {
  const { code } = (error.data ?? {}) as { code?: unknown }
  if (typeof code === 'string' && Object.hasOwn(CMS_PROBLEMS, code)) return code as CmsProblemCode
  const ofData = ofDatabase(databaseCode(error))
  if (ofData) return ofData
  if (isMalformed(error)) return 'bad-request'
  return ofStatus(error.status)
}

/**
 * Payload's body stays for the admin, which reads `errors`; the code and its title are added to it. So does its type: the
 * admin looks into nothing but application/json, and would say “Bad Request” instead of which field is wrong.
 */
export const answerError: AfterErrorHook = ({ error, req, result }) => {
  const given = error as Thrown
  const code = codeOf(given)
  const { status: usual, title } = CMS_PROBLEMS[code]
  const isTold = typeof given.status === 'number' && given.status < 500 && code !== 'internal'
  const status = isTold ? (given.status as number) : usual
  const problem = { type: `urn:shellfolio:problem:${code}`, code, status, title }
  // Payload has no words of its own for what only the database noticed.
  const isWorded = isTold && result && !OF_DATABASE.has(code)
  const errors = isWorded ? result : { errors: [{ message: title }] }
  req.responseHeaders ??= new Headers()
  req.responseHeaders.set('cache-control', 'no-store')
  return { status, response: { ...problem, ...errors } }
}
