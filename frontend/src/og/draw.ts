// Draws the picture of a page: words by satori, pixels by sharp. Both are loaded with the first picture.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Font } from 'satori'
import { CARD, type Card } from './card.ts'
import { FONTS, layoutOf } from './layout.ts'

const { resolve } = createRequire(import.meta.url)

const loadFonts = () =>
  Promise.all(
    FONTS.map(
      async ({ name, weight, file }): Promise<Font> => ({
        name,
        weight,
        style: 'normal',
        data: await readFile(resolve(file)),
      }),
    ),
  )

let fonts: ReturnType<typeof loadFonts> | undefined

/** A PNG of CARD's size. `site`: the host of the site, to read. */
export const drawCard = async (card: Card, site: string): Promise<Buffer> => {
  fonts ??= loadFonts()
  const [{ default: satori }, { default: sharp }] = await Promise.all([
    import('satori'),
    import('sharp'),
  ])
  // Boxes are what React elements are to satori; it reads no more of them.
  const element = layoutOf(card, site) as unknown as Parameters<typeof satori>[0]
  const svg = await satori(element, { ...CARD, fonts: await fonts, embedFont: true })
  return sharp(Buffer.from(svg)).png({ compressionLevel: 9, palette: true }).toBuffer()
}
