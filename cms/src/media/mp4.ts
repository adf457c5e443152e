// Reads the boxes of an MP4: whether it is whole, how large and long its picture is; blanks what tells of its maker.
import { MediaRefusal } from './refusal.ts'
import { plausible, type VideoFacts } from './video.ts'

type Box = { type: string; start: number; body: number; end: number }

/** Boxes at the top of a file that browsers play. */
const TOP = new Set(
  'ftyp styp moov moof mdat mfra sidx free skip wide uuid meta udta pdin emsg prft'.split(' '),
)
/** Where a camera notes place, device and owner. Blanked in place: offsets into the file stay right. */
const PRIVATE = new Set(['udta', 'meta', 'uuid'])
const HOLDERS = new Set(['moov', 'trak', 'moof', 'traf'])
/** Boxes of one file that are looked at; a fragmented hour has some thousand. */
const MAX_BOXES = 100_000

/** @throws {MediaRefusal} when boxes do not fill the range exactly */
const boxesOf = (data: Buffer, from: number, to: number): Box[] => {
  const boxes: Box[] = []
  for (let start = from; start < to; ) {
    if (to - start < 8 || boxes.length >= MAX_BOXES) throw new MediaRefusal('damaged')
    const short = data.readUInt32BE(start)
    const isLong = short === 1
    if (isLong && to - start < 16) throw new MediaRefusal('damaged')
    const size = isLong ? Number(data.readBigUInt64BE(start + 8)) : short === 0 ? to - start : short
    const body = start + (isLong ? 16 : 8)
    const end = start + size
    if (end < body || end > to) throw new MediaRefusal('damaged')
    boxes.push({ type: data.toString('latin1', start + 4, start + 8), start, body, end })
    start = end
  }
  return boxes
}

const hasBytes = ({ body, end }: Box, count: number) => end - body >= count

/** `mvhd`: version 1 has 64-bit times. */
const durationOf = (data: Buffer, box: Box): number => {
  const isLong = data[box.body] === 1
  if (!hasBytes(box, isLong ? 32 : 20)) return 0
  const scale = data.readUInt32BE(box.body + (isLong ? 20 : 12))
  const duration = isLong
    ? Number(data.readBigUInt64BE(box.body + 24))
    : data.readUInt32BE(box.body + 16)
  return scale > 0 ? duration / scale : 0
}

/** `tkhd` ends with width and height, in 1/65536 pixels; both are zero for sound. */
const sizeOf = (data: Buffer, box: Box) =>
  hasBytes(box, 84)
    ? {
        width: data.readUInt32BE(box.end - 8) / 65_536,
        height: data.readUInt32BE(box.end - 4) / 65_536,
      }
    : { width: 0, height: 0 }

/**
 * The facts, and a copy of the file without user data.
 * @throws {MediaRefusal} when it is cut short or holds no video
 */
export const readMp4 = (source: Buffer): { facts: VideoFacts; data: Buffer } => {
  const data = Buffer.from(source)
  const facts: VideoFacts = {}
  const walk = (boxes: Box[]) => {
    for (const box of boxes) {
      if (PRIVATE.has(box.type)) {
        data.write('free', box.start + 4, 'latin1')
        data.fill(0, box.body, box.end)
      } else if (HOLDERS.has(box.type)) {
        walk(boxesOf(data, box.body, box.end))
      } else if (box.type === 'mvhd') {
        facts.durationS = durationOf(data, box)
      } else if (box.type === 'tkhd' && !facts.width) {
        Object.assign(facts, sizeOf(data, box))
      }
    }
  }
  const top = boxesOf(data, 0, data.byteLength)
  const types = new Set(top.map(({ type }) => type))
  if (top.some(({ type }) => !TOP.has(type))) throw new MediaRefusal('damaged')
  if (!types.has('moov') || !types.has('mdat')) throw new MediaRefusal('damaged')
  walk(top)
  return { facts: plausible(facts), data }
}
