// A drawing that is not kept.
import { SVG_PROBLEMS, type SvgProblemCode } from '../errors.ts'

/** `message` is for the editor; `where` says more, for instance the line. */
export class SvgRefusal extends Error {
  override readonly name = 'SvgRefusal'
  readonly code: SvgProblemCode

  constructor(code: SvgProblemCode, where = '') {
    super(where ? `${SVG_PROBLEMS[code]} ${where}` : SVG_PROBLEMS[code])
    this.code = code
  }
}
