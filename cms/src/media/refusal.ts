// A picture, video or document that is not kept.
import { MEDIA_PROBLEMS, type MediaProblemCode } from '../errors.ts'

/** `message` is for the person who uploaded it. */
export class MediaRefusal extends Error {
  override readonly name = 'MediaRefusal'
  readonly code: MediaProblemCode

  constructor(code: MediaProblemCode, options?: ErrorOptions) {
    super(MEDIA_PROBLEMS[code], options)
    this.code = code
  }
}
