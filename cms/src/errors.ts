// Every error of the CMS's own endpoints: a stable code, its status, and a sentence for people. Answered as problem+json.
import { PROBLEM_TYPE, PROBLEMS } from '@shellfolio/protocol'

export const CMS_PROBLEMS = {
  'bad-request': PROBLEMS['bad-request'],
  'code-wrong': {
    status: 400,
    title: 'This code is not right, or was used before. Wait for the next one.',
  },
  'codes-locked': { status: 429, title: 'Too many wrong codes. Try again in ten minutes.' },
  'password-wrong': { status: 400, title: 'This is not your password.' },
  'second-factor-exists': { status: 409, title: 'There is a second factor already.' },
  'query-refused': { status: 400, title: 'That cannot be asked like this.' },
  'not-logged-in': { status: 401, title: 'Log in first.' },
  'preview-expired': {
    status: 410,
    title: 'This preview has expired. Open it again from the CMS.',
  },
  'preview-unknown': { status: 403, title: 'This preview link is not known here.' },
  'signature-refused': PROBLEMS['signature-refused'],
  'not-allowed': PROBLEMS['not-allowed'],
  'not-found': PROBLEMS['not-found'],
  'method-not-allowed': PROBLEMS['method-not-allowed'],
  'file-not-shown': {
    status: 403,
    title: 'This file is not shown here: it is no text, or too large.',
  },
  conflict: {
    status: 409,
    title: 'Somebody else changed this in the meantime. Load it again, then save.',
  },
  'still-used': { status: 409, title: 'Something else still needs this.' },
  'gone-relation': {
    status: 400,
    title: 'Something that is chosen here does not exist any more. Load the page again.',
  },
  'no-choice': {
    status: 400,
    title: 'Something that is chosen here is not one of the choices.',
  },
  'unstorable-text': {
    status: 400,
    title: 'A text holds a character that cannot be stored.',
  },
  'body-too-large': PROBLEMS['body-too-large'],
  'form-incomplete': { status: 422, title: 'Something in the form is missing or wrong.' },
  'form-unknown': { status: 422, title: 'This form is not known here. Load the page again.' },
  'form-expired': { status: 422, title: 'This form is too old. Load the page again.' },
  'form-too-fast': { status: 422, title: 'That was very fast. Wait a moment and send it again.' },
  locked: { status: 423, title: 'Somebody else has this open.' },
  'rate-limited': {
    status: 429,
    title: 'Too many requests from here. Wait a moment and try again.',
  },
  busy: { status: 503, title: 'Too many ask at once. Try again in a moment.' },
  'database-away': {
    status: 503,
    title: 'The database does not answer right now. Try again in a moment.',
  },
  'storage-failed': {
    status: 503,
    title: 'The file could not be stored, so nothing was changed. Try again later.',
  },
  'too-slow': { status: 503, title: 'That took too long. Try again, or ask for less.' },
  internal: PROBLEMS.internal,
} as const satisfies Record<string, { status: number; title: string }>

/** Why a drawing is not kept, told to the editor who saves it. */
export const SVG_PROBLEMS = {
  'svg-ambiguous': 'A page would read this SVG differently from a picture. Export it again.',
  'svg-declarations':
    'This SVG has a DOCTYPE, entities or instructions. Export it as plain SVG without them.',
  'svg-empty': 'Nothing can be seen in this SVG.',
  'svg-not-svg': 'This is not well-formed SVG.',
  'svg-too-complex': 'This SVG has too many parts. Simplify it, or export it as a picture.',
  'svg-too-large': 'This SVG is too large. Simplify it, or export it as a picture.',
} as const satisfies Record<string, string>

export type SvgProblemCode = keyof typeof SVG_PROBLEMS

/** Why an upload of media is refused: `reason` of an answer with status 422 and the code `media-refused`. */
export const MEDIA_PROBLEMS = {
  'unknown-type':
    'The file is none of PNG, JPEG, WebP, AVIF, GIF, SVG, MP4, WebM or PDF, whatever its name says.',
  empty: 'The file is empty.',
  damaged: 'The file is damaged or incomplete.',
  'too-large': 'The file is too large for its kind.',
  'too-many-pixels': 'The picture has too many pixels.',
  'two-types':
    'The file is of two types at once: it also reads as a page, a program or an archive.',
  'active-content': 'The document holds programs, attachments or actions. Print it to a new PDF.',
} as const satisfies Record<string, string>

export type MediaProblemCode = keyof typeof MEDIA_PROBLEMS

export type CmsProblemCode = keyof typeof CMS_PROBLEMS

type More = { detail?: string; headers?: Record<string, string> }

/** Thrown by an endpoint, answered by `answering`. `detail` is told to the one who asked. */
export class CmsRefusal extends Error {
  override readonly name = 'CmsRefusal'
  readonly code: CmsProblemCode
  readonly more: More

  constructor(code: CmsProblemCode, more: More = {}) {
    super(more.detail ?? CMS_PROBLEMS[code].title)
    this.code = code
    this.more = more
  }
}

/** What an error is answered with, by RFC 9457. */
export const cmsProblemBody = (code: CmsProblemCode, { detail }: More = {}) => ({
  type: `urn:shellfolio:problem:${code}`,
  code,
  ...CMS_PROBLEMS[code],
  ...(detail === undefined ? {} : { detail }),
})

/** `headers` may add `Retry-After` and the like. */
export const cmsProblem = (code: CmsProblemCode, more: More = {}): Response =>
  new Response(JSON.stringify(cmsProblemBody(code, more)), {
    status: CMS_PROBLEMS[code].status,
    headers: { 'content-type': PROBLEM_TYPE, 'cache-control': 'no-store', ...more.headers },
  })
