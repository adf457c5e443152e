// Writes zip archives for tests, the hostile ones that no library would write included.
import { deflateRawSync, crc32 as nodeCrc32 } from 'node:zlib'

export type ZipEntry = {
  name: string
  content: string | Buffer
  /** Unix file type and permissions. */
  mode?: number
  /** What the headers say instead of the truth. */
  claimedSize?: number
  method?: number
  /** The bytes in the archive, when they are not what deflating the content gives. */
  packed?: Buffer
  flags?: number
  /** Where the directory says it is. */
  claimedOffset?: number
  /** Extra fields, in the directory alone. */
  extra?: Buffer
}

const DEFLATED = 8
const MADE_BY_UNIX = 0x031e
/** 1 January 1980, the first day that a zip knows. */
const DATE = 0x21

const shorts = (...values: number[]) => {
  const bytes = Buffer.alloc(values.length * 2)
  values.forEach((value, index) => {
    bytes.writeUInt16LE(value, index * 2)
  })
  return bytes
}

const longs = (...values: number[]) => {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, index) => {
    bytes.writeUInt32LE(value >>> 0, index * 4)
  })
  return bytes
}

export const packZip = (entries: ZipEntry[]): Buffer => {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const {
    name,
    content,
    mode = 0o100644,
    claimedSize,
    method = DEFLATED,
    packed = deflateRawSync(content),
    flags = 0,
    claimedOffset,
    extra = Buffer.alloc(0),
  } of entries) {
    const raw = Buffer.from(content as string)
    const nameBytes = Buffer.from(name)
    const common = Buffer.concat([
      shorts(20, 0x800 | flags, method, 0, DATE),
      longs(nodeCrc32(raw), packed.byteLength, claimedSize ?? raw.byteLength),
      shorts(nameBytes.byteLength),
    ])
    const local = Buffer.concat([longs(0x04034b50), common, shorts(0), nameBytes, packed])
    central.push(longs(0x02014b50), shorts(MADE_BY_UNIX), common)
    central.push(shorts(extra.byteLength, 0, 0, 0), longs(mode << 16, claimedOffset ?? offset))
    central.push(nameBytes, extra)
    locals.push(local)
    offset += local.byteLength
  }
  const directory = Buffer.concat(central)
  const end = Buffer.concat([
    longs(0x06054b50),
    shorts(0, 0, entries.length, entries.length),
    longs(directory.byteLength, offset),
    shorts(0),
  ])
  return Buffer.concat([...locals, directory, end])
}
