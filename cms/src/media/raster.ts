// Opens a picture once: turns it upright, takes its metadata away, and paints the blur shown until it has loaded.
import sharp, { type Sharp } from 'sharp'
import { AVIF, BLUR, MAX_IMAGE_PIXELS, MAX_IMAGE_SIDE } from '../limits.ts'
import type { Raster } from './kinds.ts'
import { MediaRefusal } from './refusal.ts'
import { type MadeSize, makeSizes } from './sizes.ts'

/** `data` is what is stored, `blur` a data address. */
export type RasterFacts = { data: Buffer; blur: string; sizes: MadeSize[] }

const FORMAT_NAMES: Record<Raster, string> = {
  png: 'png',
  jpg: 'jpeg',
  webp: 'webp',
  avif: 'heif',
  gif: 'gif',
}
/** Payload encodes these itself, frame by frame, and so takes their metadata away as well. */
const isEncodedLater = (format: Raster) => format === 'gif' || format === 'webp'

const ENCODERS: Record<Raster, (image: Sharp) => Sharp> = {
  png: (image) => image.png(),
  jpg: (image) => image.jpeg({ quality: 88 }),
  webp: (image) => image.webp({ quality: 88 }),
  avif: (image) => image.avif({ ...AVIF, quality: 65 }),
  gif: (image) => image.gif(),
}

/** A data address of a few dozen bytes, smaller pictures being tried until it is short enough. */
const paintBlur = async (data: Buffer): Promise<string> => {
  for (const side of BLUR.sides) {
    const tiny = await sharp(data, { limitInputPixels: MAX_IMAGE_PIXELS })
      .rotate()
      .resize({ width: side, height: side, fit: 'inside' })
      .flatten({ background: '#808080' })
      .webp({ quality: BLUR.quality })
      .toBuffer()
    const address = `data:image/webp;base64,${tiny.toString('base64')}`
    if (address.length <= BLUR.maxLength) return address
  }
  return ''
}

/** Every pixel is decoded on the way, so that a damaged picture is found here. @throws {MediaRefusal} */
export const readRaster = async (source: Buffer, format: Raster): Promise<RasterFacts> => {
  const options = { limitInputPixels: MAX_IMAGE_PIXELS, animated: isEncodedLater(format) }
  const read = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      const isHuge = error instanceof Error && /pixel limit/i.test(error.message)
      throw new MediaRefusal(isHuge ? 'too-many-pixels' : 'damaged', { cause: error })
    }
  }
  const facts = await read(() => sharp(source, { ...options, limitInputPixels: false }).metadata())
  if (facts.format !== FORMAT_NAMES[format]) throw new MediaRefusal('damaged')
  // Of an animation, `height` is that of all frames together.
  const { width = 0, height = 0, pages = 1 } = facts
  if (width * height > MAX_IMAGE_PIXELS) throw new MediaRefusal('too-many-pixels')
  const isSmall = width <= MAX_IMAGE_SIDE && (facts.pageHeight ?? height) <= MAX_IMAGE_SIDE
  return read(async () => {
    const data =
      isSmall && isEncodedLater(format)
        ? source
        : await ENCODERS[format](
            sharp(source, options).rotate().resize({
              width: MAX_IMAGE_SIDE,
              height: MAX_IMAGE_SIDE,
              fit: 'inside',
              withoutEnlargement: true,
            }),
          ).toBuffer()
    return { data, blur: await paintBlur(data), sizes: await makeSizes(data, pages > 1) }
  })
}
