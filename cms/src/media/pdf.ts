// What can be told of a PDF without reading its structure.
import { MediaRefusal } from './refusal.ts'

/** The end mark may be followed by little else. Bytes. */
const END_BYTES = 1024
/**
 * Names of what acts by itself, or carries other files. A PDF can also hide them in compressed streams:
 * this turns honest mistakes away, and the headers under which files are served do the rest.
 */
const ACTIVE = /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData)\b/

/** @throws {MediaRefusal} */
export const checkPdf = (data: Buffer): void => {
  if (!data.subarray(-END_BYTES).includes('%%EOF')) throw new MediaRefusal('damaged')
  if (ACTIVE.test(data.toString('latin1'))) throw new MediaRefusal('active-content')
}
