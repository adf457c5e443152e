// Refusals of the plugin: a stable code, and what may be told to the one who asked.
import { PROBLEMS, type ProblemCode, problemResponse } from '@shellfolio/protocol'

export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: ProblemCode
  readonly detail: string | undefined
  readonly retryAfterS: number | undefined

  constructor(code: ProblemCode, more: { detail?: string; retryAfterS?: number } = {}) {
    super(more.detail ?? PROBLEMS[code].title)
    this.code = code
    this.detail = more.detail
    this.retryAfterS = more.retryAfterS
  }
}

/** A refusal as an HTTP answer. */
export const refusalResponse = ({ code, detail, retryAfterS }: Refusal): Response =>
  problemResponse(code, {
    ...(detail === undefined ? {} : { detail }),
    ...(retryAfterS === undefined ? {} : { headers: { 'retry-after': String(retryAfterS) } }),
  })
