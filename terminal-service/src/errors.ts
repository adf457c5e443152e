// Errors of this service: a stable code for machines, a sentence for people.
import type { ProblemCode } from '@shellfolio/protocol'

export class ServiceError extends Error {
  override readonly name = 'ServiceError'
  readonly code: ProblemCode

  constructor(code: ProblemCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
