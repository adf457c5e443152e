// The widths in which a picture is offered. We make them, one after the other: Payload would start all at once, and take
// every thread that logins and files need.
import type { ImageSize } from 'payload'
import sharp from 'sharp'
import { AVIF, IMAGE_WIDTHS, MAX_IMAGE_PIXELS, MAX_IMAGE_SIDE, WEBP } from '../limits.ts'

const WIDTHS = Object.entries(IMAGE_WIDTHS)

/** Gives the columns their names. No stored picture is that wide, so that Payload itself makes none of them. */
export const imageSizes: ImageSize[] = WIDTHS.flatMap(([name]) =>
  [name, `${name}Avif`].map((size) => ({ name: size, width: MAX_IMAGE_SIDE + 1 })),
)

export type MadeSize = {
  name: string
  extension: 'webp' | 'avif'
  width: number
  height: number
  data: Buffer
}

/** No wider than the picture itself. AVIF holds no animation, so that of an animation there is only WebP. */
export const makeSizes = async (data: Buffer, isAnimated: boolean): Promise<MadeSize[]> => {
  const options = { limitInputPixels: MAX_IMAGE_PIXELS, animated: isAnimated }
  const { width: full = 0 } = await sharp(data, options).metadata()
  const made: MadeSize[] = []
  for (const [name, width] of WIDTHS.filter(([, wanted]) => wanted <= full)) {
    const resized = () => sharp(data, options).rotate().resize({ width })
    const webp = await resized().webp(WEBP).toBuffer({ resolveWithObject: true })
    const size = { width: webp.info.width, height: webp.info.pageHeight ?? webp.info.height }
    made.push({ name, extension: 'webp', ...size, data: webp.data })
    if (isAnimated) continue
    const avif = await resized().avif(AVIF).toBuffer()
    made.push({ name: `${name}Avif`, extension: 'avif', ...size, data: avif })
  }
  return made
}
