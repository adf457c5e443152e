// What the end of a zip says of its directory, looked at before yauzl does. That takes the directory's place and its count
// on trust, leaves the rest unread, and asks the disk for whatever offset it is told; readers that count back from the end
// would see another archive.
import type { ArchiveSource } from './entry.ts'
import { ArchiveRefusal } from './refusal.ts'
import { bytesAt, sizeOf } from './source.ts'

/** Bytes of the end record without its comment, of what may stand before it, and of what that points to. */
const END_BYTES = 22
const LOCATOR_BYTES = 20
const ZIP64_BYTES = 56
/** The length in a zip64 record counts what comes after the length. */
const ZIP64_UNCOUNTED_BYTES = 12

const END_MARK = 0x06054b50
const LOCATOR_MARK = 0x07064b50
const ZIP64_MARK = 0x06064b50
const MAX_SHORT = 0xffff
const MAX_LONG = 0xffffffff

/** In the order of the records: entries on this disk, entries, bytes of the directory, its offset. */
type Fields = [here: number, entries: number, bytes: number, offset: number]

export type DirectoryPlace = { entries: number; bytes: number; offset: number }

const damaged = () => new ArchiveRefusal('damaged')
/** Beyond what a number holds exactly, it is beyond every archive as well. */
const long64 = (record: Buffer, at: number) => Number(record.readBigUInt64LE(at))

const classicFields = (end: Buffer): Fields => [
  end.readUInt16LE(8),
  end.readUInt16LE(10),
  end.readUInt32LE(12),
  end.readUInt32LE(16),
]
const zip64Fields = (record: Buffer): Fields => [
  long64(record, 24),
  long64(record, 32),
  long64(record, 40),
  long64(record, 48),
]

/** What the classic record cannot say it leaves to the other; whatever it does say must be the same. */
const agrees = (classic: Fields, fields: Fields) =>
  classic.every((value, index) => {
    const isLeftOpen = value === (index < 2 ? MAX_SHORT : MAX_LONG)
    return isLeftOpen || value === fields[index]
  })

/** The end record and where it stands: the last one, whose comment takes the rest. @throws {ArchiveRefusal} */
const findEnd = async (source: ArchiveSource): Promise<{ end: Buffer; endAt: number }> => {
  const archiveBytes = await sizeOf(source)
  if (archiveBytes < END_BYTES) throw damaged()
  const tailAt = Math.max(0, archiveBytes - END_BYTES - MAX_SHORT)
  const tail = await bytesAt(source, tailAt, archiveBytes - tailAt)
  const mark = Buffer.alloc(4)
  mark.writeUInt32LE(END_MARK)
  const at = tail.lastIndexOf(mark, tail.byteLength - END_BYTES)
  if (at < 0) throw damaged()
  const end = tail.subarray(at)
  if (END_BYTES + end.readUInt16LE(20) !== end.byteLength) throw damaged()
  return { end, endAt: tailAt + at }
}

/** The record that the locator before the end names, if there is one. @throws {ArchiveRefusal} */
const findZip64 = async (source: ArchiveSource, endAt: number) => {
  const locatorAt = endAt - LOCATOR_BYTES
  if (locatorAt < 0) return undefined
  const locator = await bytesAt(source, locatorAt, LOCATOR_BYTES)
  if (locator.readUInt32LE(0) !== LOCATOR_MARK) return undefined
  const recordAt = long64(locator, 8)
  if (recordAt > locatorAt - ZIP64_BYTES) throw damaged()
  const record = await bytesAt(source, recordAt, ZIP64_BYTES)
  const recordEnd = recordAt + ZIP64_UNCOUNTED_BYTES + long64(record, 4)
  if (record.readUInt32LE(0) !== ZIP64_MARK || recordEnd !== locatorAt) throw damaged()
  return { fields: zip64Fields(record), recordAt }
}

/** Where the directory is: right before its end record. @throws {ArchiveRefusal} */
export const findDirectory = async (source: ArchiveSource): Promise<DirectoryPlace> => {
  const { end, endAt } = await findEnd(source)
  const classic = classicFields(end)
  const zip64 = await findZip64(source, endAt)
  const { fields, recordAt } = zip64 ?? { fields: classic, recordAt: endAt }
  const [here, entries, bytes, offset] = fields
  if (!agrees(classic, fields) || here !== entries) throw damaged()
  if (offset + bytes !== recordAt) throw damaged()
  return { entries, bytes, offset }
}
