// Videos to upload: no frames, but a whole container, as its header describes it.

const box = (type: string, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.byteLength + 8)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body])
}

const u32 = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, index * 4)
  return bytes
}

type Clip = { width: number; height: number; seconds: number; note?: string }

/** `note`: what a camera would write into its user data. */
export const mp4 = ({ width, height, seconds, note }: Clip): Buffer => {
  const mvhd = box('mvhd', u32(0, 0, 0, 1000, seconds * 1000), Buffer.alloc(80))
  const tkhd = box('tkhd', Buffer.alloc(76), u32(width * 65_536, height * 65_536))
  const udta = note ? [box('udta', box('\xa9xyz', Buffer.from(note)))] : []
  return Buffer.concat([
    box('ftyp', Buffer.from('isom'), u32(512), Buffer.from('isomiso2mp41')),
    box('moov', mvhd, box('trak', tkhd), ...udta),
    box('mdat', Buffer.alloc(64, 7)),
  ])
}

const element = (id: string, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  const size = Buffer.alloc(4)
  size.writeUInt32BE(body.byteLength + 0x10000000)
  return Buffer.concat([Buffer.from(id, 'hex'), size, body])
}

const f64 = (value: number) => {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleBE(value)
  return bytes
}

export const webm = ({ width, height, seconds, note }: Clip): Buffer =>
  Buffer.concat([
    element('1a45dfa3', element('4282', Buffer.from('webm'))),
    element(
      '18538067',
      element('1549a966', element('2ad7b1', u32(1_000_000)), element('4489', f64(seconds * 1000))),
      element(
        '1654ae6b',
        element('ae', element('e0', element('b0', u32(width)), element('ba', u32(height)))),
      ),
      ...(note ? [element('1254c367', Buffer.from(note))] : []),
      element('1f43b675', Buffer.alloc(32, 7)),
    ),
  ])
