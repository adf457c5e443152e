// Reads the elements of a WebM: whether it is whole, how large and long its picture is; blanks its tags.
import { MediaRefusal } from './refusal.ts'
import { plausible, type VideoFacts } from './video.ts'

const ID = {
  header: 0x1a45dfa3,
  docType: 0x4282,
  segment: 0x18538067,
  info: 0x1549a966,
  timeScale: 0x2ad7b1,
  duration: 0x4489,
  tracks: 0x1654ae6b,
  track: 0xae,
  video: 0xe0,
  width: 0xb0,
  height: 0xba,
  cluster: 0x1f43b675,
  tags: 0x1254c367,
  attachments: 0x1941a469,
  voidElement: 0xec,
} as const

type Element = { id: number; start: number; body: number; end: number; isOpen: boolean }

const HOLDERS = new Set<number>([ID.header, ID.segment, ID.info, ID.tracks, ID.track, ID.video])
const PRIVATE = new Set<number>([ID.tags, ID.attachments])
const MAX_ELEMENTS = 100_000
/** Nanoseconds per tick unless the file says otherwise. */
const DEFAULT_SCALE = 1_000_000

/** A number that says itself how long it is, in 1 to `most` bytes. `keepsMark`: ids keep that mark. */
const readVint = (data: Buffer, at: number, most: number, keepsMark: boolean) => {
  const first = data[at] ?? 0
  const length = Math.clz32(first) - 23
  if (first === 0 || length > most || at + length > data.byteLength)
    throw new MediaRefusal('damaged')
  let value = keepsMark ? first : first & (0xff >> length)
  let isOpen = !keepsMark && value === 0xff >> length
  for (let index = 1; index < length; index += 1) {
    const byte = data[at + index] ?? 0
    isOpen &&= byte === 0xff
    value = value * 256 + byte
  }
  return { value, next: at + length, isOpen }
}

/** Elements of a range. One of open end reaches to the end of the range. @throws {MediaRefusal} */
const elementsOf = (data: Buffer, from: number, to: number): Element[] => {
  const elements: Element[] = []
  for (let start = from; start < to; ) {
    if (elements.length >= MAX_ELEMENTS) throw new MediaRefusal('damaged')
    const id = readVint(data, start, 4, true)
    const size = readVint(data, id.next, 8, false)
    const end = size.isOpen ? to : size.next + size.value
    if (end > to) throw new MediaRefusal('damaged')
    elements.push({ id: id.value, start, body: size.next, end, isOpen: size.isOpen })
    start = end
  }
  return elements
}

const unsigned = (data: Buffer, { body, end }: Element) =>
  end - body >= 1 && end - body <= 6 ? data.readUIntBE(body, end - body) : 0

const float = (data: Buffer, { body, end }: Element) => {
  if (end - body === 4) return data.readFloatBE(body)
  return end - body === 8 ? data.readDoubleBE(body) : 0
}

/** A void element of the same length: what follows stays where it is. */
const blank = (data: Buffer, { start, end }: Element) => {
  const total = end - start
  data.fill(0, start, end)
  data[start] = ID.voidElement
  if (total >= 9) {
    data[start + 1] = 0x01
    data.writeUIntBE(total - 9, start + 3, 6)
  } else {
    data[start + 1] = 0x80 | (total - 2)
  }
}

/** The facts, and a copy of the file without tags and attachments. @throws {MediaRefusal} */
export const readWebm = (source: Buffer): { facts: VideoFacts; data: Buffer } => {
  const data = Buffer.from(source)
  const facts: VideoFacts = {}
  let docType = ''
  let scale = DEFAULT_SCALE
  let ticks = 0
  let hasCluster = false
  const walk = (elements: Element[]) => {
    for (const element of elements) {
      if (HOLDERS.has(element.id)) walk(elementsOf(data, element.body, element.end))
      else if (PRIVATE.has(element.id)) blank(data, element)
      else if (element.id === ID.docType) {
        docType = data.toString('latin1', element.body, element.end).replace(/\0+$/, '')
      } else if (element.id === ID.timeScale) scale = unsigned(data, element) || DEFAULT_SCALE
      else if (element.id === ID.duration) ticks = float(data, element)
      else if (element.id === ID.width) facts.width ??= unsigned(data, element)
      else if (element.id === ID.height) facts.height ??= unsigned(data, element)
      else if (element.id === ID.cluster) hasCluster = true
    }
  }
  const top = elementsOf(data, 0, data.byteLength)
  walk(top)
  const hasSegment = top.some(({ id }) => id === ID.segment)
  if (docType !== 'webm' || !hasSegment || !hasCluster) throw new MediaRefusal('damaged')
  return { facts: plausible({ ...facts, durationS: (ticks * scale) / 1e9 }), data }
}
