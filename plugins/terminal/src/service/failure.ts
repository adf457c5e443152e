// Why the terminal service could not be asked. Carries neither grants nor what the service said.

export type FailureKind =
  /** No connection, or it broke. */
  | 'unreachable'
  /** No whole answer in time. */
  | 'timeout'
  /** It answered, with another status than what was asked for deserves. */
  | 'refused'
  /** It answered something too large or of another shape. */
  | 'nonsense'

export class ServiceFailure extends Error {
  override readonly name = 'ServiceFailure'
  readonly kind: FailureKind
  /** Status of the answer, for `refused`. */
  readonly status: number | undefined

  constructor(kind: FailureKind, status?: number) {
    super(`The terminal service: ${kind}${status === undefined ? '' : ` (${status})`}.`)
    this.kind = kind
    this.status = status
  }
}

/** For a rejection. What is not an answer of the service is no answer of it either. */
export const asFailure = (error: unknown): ServiceFailure =>
  error instanceof ServiceFailure ? error : new ServiceFailure('unreachable')
