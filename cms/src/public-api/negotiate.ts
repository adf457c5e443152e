// Which form of an answer a client takes, and whether it has it already.
import type { Encoded, Representation } from './representation.ts'

/** Whether `gzip` is named in an Accept-Encoding and not refused by `q=0`. */
export const takesGzip = (header: string | undefined): boolean =>
  (header ?? '').split(',').some((entry) => {
    const [name = '', ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase())
    return name === 'gzip' && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))
  })

/** By the weak comparison, as If-None-Match is: a proxy may have marked the tag as weak. */
const isAmong = (etag: string, header: string | undefined): boolean =>
  (header ?? '')
    .split(',')
    .map((entry) => entry.trim().replace(/^W\//, ''))
    .some((entry) => entry === etag || entry === '*')

export const chooseForm = (
  { plain, gzip }: Representation,
  accepted: string | undefined,
): Encoded => (gzip && takesGzip(accepted) ? gzip : plain)

/** Whether the client has this answer, in whichever form. */
export const hasIt = ({ plain, gzip }: Representation, known: string | undefined): boolean =>
  known !== undefined && (isAmong(plain.etag, known) || (!!gzip && isAmong(gzip.etag, known)))
