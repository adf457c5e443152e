// Looks at an uploaded file: what it is, what it holds, and what of it is kept.
import { MAX_CONVERSIONS } from '../limits.ts'
import { sanitiseSvg } from '../svg/sanitise.ts'
import { createGate } from './gate.ts'
import { detectFormat, type Format, isRaster } from './kinds.ts'
import { readMp4 } from './mp4.ts'
import { checkPdf } from './pdf.ts'
import { refusePolyglot } from './polyglot.ts'
import { readRaster } from './raster.ts'
import type { MadeSize } from './sizes.ts'
import type { VideoFacts } from './video.ts'
import { readWebm } from './webm.ts'

/** `data` is what is stored. `blur` and `sizes` are empty for what is no picture of pixels. */
export type Inspected = VideoFacts & {
  format: Format
  data: Buffer
  blur: string
  sizes: MadeSize[]
}

const plain = { blur: '', sizes: [] }
const convert = createGate(MAX_CONVERSIONS)

const cleanSvg = async (source: Buffer) => Buffer.from((await sanitiseSvg(source)).svg)

/** @throws {MediaRefusal} or {SvgRefusal} with a code and a sentence for the person who uploaded it */
export const inspectMedia = async (source: Buffer): Promise<Inspected> => {
  const format = detectFormat(source)
  if (format === 'svg') return { format, ...plain, data: await cleanSvg(source) }
  refusePolyglot(source, { isPdf: format === 'pdf' })
  if (isRaster(format)) return { format, ...(await convert(() => readRaster(source, format))) }
  if (format === 'pdf') {
    checkPdf(source)
    return { format, ...plain, data: source }
  }
  const { facts, data } = format === 'mp4' ? readMp4(source) : readWebm(source)
  return { format, ...plain, ...facts, data }
}
