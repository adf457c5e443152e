// Pictures and a document for tests of the media library.
import sharp from 'sharp'

export const PDF = Buffer.from(
  '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root 1 0 R /Size 2 >>\nstartxref\n48\n%%EOF\n',
)

/** Noise, which no format makes small. */
export const photo = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#369',
      noise: { type: 'gaussian', mean: 128, sigma: 30 },
    },
  })

export const gif = async (frames: number): Promise<Buffer> =>
  sharp(await Promise.all(Array.from({ length: frames }, () => photo(600, 20).png().toBuffer())), {
    join: { animated: true },
  })
    .gif()
    .toBuffer()
