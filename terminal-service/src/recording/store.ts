// The folder of recordings: takes over what a crash left, keeps it within its bounds, hands out finished casts.
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import {
  MAX_RECORDING_AGE_MS,
  MAX_RECORDING_BYTES,
  MAX_RECORDING_MS,
  MAX_RECORDINGS_BYTES,
} from '../limits.ts'
import { CAST, openRecorder, PART, type Recorder, type RecorderOptions } from './recorder.ts'
import { recoverRecording } from './recover.ts'

export type RecordingsOptions = {
  stateDir: string
  report: (error: unknown) => void
  maxBytes?: number
  maxAgeMs?: number
}

type StartOptions = Pick<RecorderOptions, 'sid' | 'size' | 'onFull'> &
  Partial<Omit<RecorderOptions, 'folder' | 'onClosed'>>

export type RecordingStore = {
  /** Starts one for a session. @throws when the disk does not let it */
  start: (options: StartOptions) => Promise<Recorder>
  /** A finished cast, open for reading; whoever asks closes it. */
  find: (sid: string) => Promise<FoundRecording | undefined>
  /** `false` when there is no finished cast of that session. */
  remove: (sid: string) => Promise<boolean>
  /** Finishes those that are still being written. */
  dispose: () => Promise<void>
}

export type FoundRecording = { file: Awaited<ReturnType<typeof open>>; bytes: number }

const isSid = (sid: string) => /^[A-Za-z0-9_-]{1,64}$/.test(sid)

const isAbsent = (error: unknown) => (error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT'

class RecordingFolder implements RecordingStore {
  readonly #folder: string
  readonly #options: RecordingsOptions
  readonly #open = new Set<Recorder>()

  constructor(options: RecordingsOptions) {
    this.#options = options
    this.#folder = join(options.stateDir, 'recordings')
  }

  async open(): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 })
    for (const name of await readdir(this.#folder)) {
      const path = join(this.#folder, name)
      if (name.endsWith(PART)) await recoverRecording(path).catch(this.#options.report)
      else if (!name.endsWith(CAST)) await rm(path, { recursive: true, force: true })
    }
    await this.#evict()
  }

  async start(options: StartOptions): Promise<Recorder> {
    if (!isSid(options.sid)) throw new RangeError('not the id of a session')
    await this.#evict()
    const recorder: Recorder = await openRecorder({
      maxBytes: MAX_RECORDING_BYTES,
      maxMs: MAX_RECORDING_MS,
      report: this.#options.report,
      ...options,
      folder: this.#folder,
      onClosed: () => this.#open.delete(recorder),
    })
    this.#open.add(recorder)
    return recorder
  }

  async find(sid: string): Promise<FoundRecording | undefined> {
    if (!isSid(sid)) return undefined
    try {
      const file = await open(join(this.#folder, sid + CAST), 'r')
      return { file, bytes: (await file.stat()).size }
    } catch (error) {
      if (isAbsent(error)) return undefined
      throw error
    }
  }

  async remove(sid: string): Promise<boolean> {
    if (!isSid(sid)) return false
    try {
      await rm(join(this.#folder, sid + CAST))
      return true
    } catch (error) {
      if (isAbsent(error)) return false
      throw error
    }
  }

  async dispose(): Promise<void> {
    await Promise.all([...this.#open].map((recorder) => recorder.close()))
  }

  /** Too old ones go, then the oldest until the rest fits. */
  async #evict(): Promise<void> {
    const { maxBytes = MAX_RECORDINGS_BYTES, maxAgeMs = MAX_RECORDING_AGE_MS } = this.#options
    const casts = []
    for (const name of await readdir(this.#folder)) {
      if (!name.endsWith(CAST)) continue
      const path = join(this.#folder, name)
      // One may have been removed since.
      const facts = await stat(path).catch(() => undefined)
      if (facts) casts.push({ path, size: facts.size, mtimeMs: facts.mtimeMs })
    }
    casts.sort((a, b) => b.mtimeMs - a.mtimeMs)
    let kept = 0
    for (const { path, size, mtimeMs } of casts) {
      kept += size
      if (kept > maxBytes || mtimeMs < Date.now() - maxAgeMs) await rm(path, { force: true })
    }
  }
}

/** Opens `recordings/` under `stateDir`, which belongs to this process alone. */
export const openRecordings = async (options: RecordingsOptions): Promise<RecordingStore> => {
  const folder = new RecordingFolder(options)
  await folder.open()
  return folder
}
