// A session's output as its browsers see it: kept for a while, cut into frames, each browser at its own place. Pure.
import {
  distance,
  MAX_OUTPUT_BYTES,
  type ResumePoint,
  type ServerFrame,
} from '@shellfolio/protocol'
import { RING_BYTES } from '../limits.ts'
import { Ring } from './ring.ts'
import { TerminalModes } from './terminal-modes.ts'
import type { Viewer } from './viewer.ts'

const MODULUS = 2 ** 32
const NEWLINE = 0x0a
/** Brings a terminal back to its beginning: RIS. */
const RESET = '\u001bc'

export const wireOffset = (position: number): number => position % MODULUS

export class OutputLog {
  readonly #modes = new TerminalModes()
  readonly #ring: Ring

  constructor(capacityBytes = RING_BYTES) {
    this.#ring = new Ring(capacityBytes, (bytes) => this.#modes.feed(bytes))
  }

  /** Position after the last byte; how many there ever were. */
  get end(): number {
    return this.#ring.end
  }

  push(data: Uint8Array): void {
    this.#ring.push(data)
  }

  /** What follows is of another program: the screen begins anew. */
  reset(): void {
    this.push(Buffer.from(RESET))
  }

  /** Whether everything after `position` is still there. */
  holds(position: number): boolean {
    return position >= this.#ring.start && position <= this.#ring.end
  }

  /** Position of an offset on the wire; beyond the end for bytes that do not exist. Right within 2³¹ bytes of the end. */
  positionOf(offset: number): number {
    return this.end - distance(offset, wireOffset(this.end))
  }

  /** Where a browser that comes back goes on without a gap. */
  resumable(resume: ResumePoint | undefined, sid: string, epoch: string): number | undefined {
    if (resume?.sid !== sid || resume.epoch !== epoch) return undefined
    const position = this.positionOf(resume.out)
    return this.holds(position) ? position : undefined
  }

  /** The next frame for a browser whose place is still held; `undefined` when it has everything. */
  next(viewer: Viewer): ServerFrame | undefined {
    const size = Math.min(MAX_OUTPUT_BYTES, this.end - viewer.sent)
    if (size === 0) return undefined
    const offset = wireOffset(viewer.sent)
    const data = this.#ring.slice(viewer.sent, viewer.sent + size)
    viewer.noteSent(size)
    return { op: 'output', offset, data }
  }

  /** Output that draws the present screen on any terminal: all of it, or the kept part from a line's beginning on. */
  redraw(): Uint8Array {
    const { start, end } = this.#ring
    const kept = this.#ring.slice(start, end)
    if (start === 0) return Buffer.from(kept)
    const newline = kept.indexOf(NEWLINE)
    const rest = newline < 0 ? kept : kept.subarray(newline + 1)
    return Buffer.concat([Buffer.from(RESET + this.#modes.preamble()), rest])
  }
}
