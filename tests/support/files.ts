// Files to upload, made as they are needed.
import { buffer } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { pack } from 'tar-stream'

export type TestFile = { data: Buffer; mimetype: string; name: string; size: number }

export const file = (name: string, mimetype: string, data: Buffer): TestFile => ({
  data,
  mimetype,
  name,
  size: data.byteLength,
})

/** A picture of one colour. */
export const png = async (name: string, width: number, height: number): Promise<TestFile> => {
  const image = sharp({ create: { width, height, channels: 3, background: '#336699' } })
  return file(name, 'image/png', await image.png().toBuffer())
}

export const onePixelPng = (name: string): Promise<TestFile> => png(name, 1, 1)

/** A gzipped tar with these files; paths are taken as they are, wherever they lead. */
export const tarGz = async (name: string, files: Record<string, string>): Promise<TestFile> => {
  const tar = pack()
  const bytes = buffer(tar)
  for (const [path, content] of Object.entries(files)) tar.entry({ name: path }, content)
  tar.finalize()
  return file(name, 'application/gzip', gzipSync(await bytes))
}

const crcTable = Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value >>> 0
})
export const crc32 = (data: Buffer): number => {
  let crc = 0xffffffff
  for (const byte of data) crc = crcTable[(crc ^ byte) & 0xff]! ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

/** A zip with one stored file; its path is taken as it is, wherever it leads. */
export const zip = (name: string, path: string, content: string): TestFile => {
  const data = Buffer.from(content)
  const entry = Buffer.from(path)
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt32LE(crc32(data), 10)
  common.writeUInt32LE(data.byteLength, 14)
  common.writeUInt32LE(data.byteLength, 18)
  common.writeUInt16LE(entry.byteLength, 22)
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, entry, data])
  const tail = Buffer.alloc(14)
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, tail, entry])
  const end = Buffer.alloc(18)
  end.writeUInt16LE(1, 4)
  end.writeUInt16LE(1, 6)
  end.writeUInt32LE(central.byteLength, 8)
  end.writeUInt32LE(local.byteLength, 12)
  return file(
    name,
    'application/zip',
    Buffer.concat([local, central, Buffer.from('PK\x05\x06'), end]),
  )
}
