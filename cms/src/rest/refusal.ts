// A refusal inside an operation of Payload's, with a stable code of ours.
import { APIError } from 'payload'
import { CMS_PROBLEMS, type CmsProblemCode } from '../errors.ts'

/** `detail`: told to the one who asked; never what they sent. */
export const refusalOf = (code: CmsProblemCode, detail?: string): APIError => {
  const { status, title } = CMS_PROBLEMS[code]
  return new APIError(detail ?? title, status, { code }, true)
}
