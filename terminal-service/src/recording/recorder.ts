// Writes one session's output to a file as it happens. What goes wrong here ends the recording, never the session.
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import {
  MAX_RECORDING_PENDING_BYTES,
  RECORDING_FLUSH_BYTES,
  RECORDING_FLUSH_MS,
} from '../limits.ts'
import type { CastSize } from './asciicast.ts'
import { BoundedCast } from './bounded-cast.ts'

/** While it is written, and once it is whole. */
export const PART = '.part'
export const CAST = '.cast'

/** The part of a file handle that a recorder uses; tests hand over a disk that is full. */
export type RecordingFile = Pick<FileHandle, 'appendFile' | 'truncate' | 'close'>

export type RecorderOptions = {
  folder: string
  sid: string
  size: CastSize
  maxBytes: number
  maxMs: number
  /** Called once when the recording stops before its session: nothing more is written. */
  onFull: () => void
  /** A disk that does not take it: for the operator. */
  report: (error: unknown) => void
  openFile?: (path: string) => Promise<RecordingFile>
  /** Nothing is open any more. */
  onClosed?: () => void
  /** Milliseconds of the clock that `output` and `resized` are told. */
  startMs?: number
}

/** `path` is absent when nothing could be kept. `isWhole`: it goes on to the end of the session. */
export type RecordingEnd = { path: string | undefined; bytes: number; isWhole: boolean }

const openNew = (path: string): Promise<RecordingFile> => open(path, 'wx', 0o600)

/** Takes output and sizes, and no input: what a visitor types is never written but as the program echoes it. */
export class Recorder {
  readonly #options: RecorderOptions
  readonly #file: RecordingFile
  readonly #cast: BoundedCast
  #waiting: string[] = []
  #waitingBytes = 0
  /** Bytes handed to the disk that it has not answered for. */
  #pendingBytes = 0
  #writtenBytes = 0
  #writing: Promise<void> = Promise.resolve()
  #timer: NodeJS.Timeout | undefined
  #hasFailed = false
  #isToldFull = false
  #closing: Promise<RecordingEnd> | undefined

  constructor(file: RecordingFile, options: RecorderOptions) {
    this.#file = file
    this.#options = options
    const { size, maxBytes, maxMs, startMs = performance.now() } = options
    this.#cast = new BoundedCast({ size, maxBytes, maxMs, startMs, timestampS: Date.now() / 1000 })
    this.#append(this.#cast.header())
  }

  output(bytes: Uint8Array, nowMs: number): void {
    if (this.#isOpen) this.#append(this.#cast.output(bytes, nowMs), nowMs)
  }

  resized(cols: number, rows: number, nowMs: number): void {
    if (this.#isOpen) this.#append(this.#cast.resized({ cols, rows }, nowMs), nowMs)
  }

  /** Whether output is still being kept. */
  get isRecording(): boolean {
    return this.#isOpen && !this.#hasFailed && this.#cast.stopped === undefined
  }

  /** Writes the rest and gives the file its final name. Idempotent, never rejects. */
  close(nowMs = performance.now()): Promise<RecordingEnd> {
    this.#closing ??= this.#close(nowMs).finally(() => this.#options.onClosed?.())
    return this.#closing
  }

  get #isOpen(): boolean {
    return this.#closing === undefined
  }

  #append(lines: string, nowMs?: number) {
    if (this.#hasFailed || lines === '') return
    this.#waiting.push(lines)
    this.#waitingBytes += Buffer.byteLength(lines)
    if (nowMs !== undefined && this.#isSlow) this.#append(this.#cast.stop('slow disk', nowMs))
    if (this.#cast.stopped !== undefined) this.#tellFull()
    if (this.#waitingBytes >= RECORDING_FLUSH_BYTES) this.#flush()
    else this.#timer ??= setTimeout(() => this.#flush(), RECORDING_FLUSH_MS)
  }

  get #isSlow(): boolean {
    return this.#pendingBytes + this.#waitingBytes > MAX_RECORDING_PENDING_BYTES
  }

  #tellFull() {
    if (this.#isToldFull) return
    this.#isToldFull = true
    this.#options.onFull()
  }

  #flush() {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#waiting.length === 0) return
    const block = Buffer.from(this.#waiting.join(''))
    this.#waiting = []
    this.#waitingBytes = 0
    this.#pendingBytes += block.byteLength
    this.#writing = this.#writing.then(() => this.#write(block))
  }

  async #write(block: Buffer) {
    try {
      if (this.#hasFailed) return
      await this.#file.appendFile(block)
      this.#writtenBytes += block.byteLength
    } catch (error) {
      this.#hasFailed = true
      this.#options.report(error)
      this.#tellFull()
    } finally {
      this.#pendingBytes -= block.byteLength
    }
  }

  async #close(nowMs: number): Promise<RecordingEnd> {
    const { folder, sid, report } = this.#options
    this.#append(this.#cast.end(nowMs))
    this.#flush()
    await this.#writing
    const part = join(folder, sid + PART)
    const path = join(folder, sid + CAST)
    const lost = { path: undefined, bytes: 0, isWhole: false }
    try {
      // A write that failed may have left half a line.
      if (this.#hasFailed) await this.#file.truncate(this.#writtenBytes)
      await this.#file.close()
      if (this.#writtenBytes === 0) {
        await rm(part, { force: true })
        return lost
      }
      await rename(part, path)
      const isWhole = !this.#hasFailed && this.#cast.stopped === undefined
      return { path, bytes: this.#writtenBytes, isWhole }
    } catch (error) {
      report(error)
      await this.#file.close().catch(() => undefined)
      return lost
    }
  }
}

/** @throws when the file cannot be made: the session then goes on without */
export const openRecorder = async (options: RecorderOptions): Promise<Recorder> => {
  const { folder, sid, openFile = openNew } = options
  return new Recorder(await openFile(join(folder, sid + PART)), options)
}
