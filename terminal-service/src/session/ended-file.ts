// The file behind the sessions that ended: a line of JSON for each, so that neither a restart nor a crash forgets them.
import { randomUUID } from 'node:crypto'
import { appendFileSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { EXIT_REASONS } from '@shellfolio/protocol'
import { z } from 'zod'
import {
  MAX_COMMAND_NAME_CHARS,
  MAX_COMMAND_NAMES,
  MAX_ENDED_FILE_BYTES,
  MAX_ENDED_SESSIONS,
} from '../limits.ts'
import { type EndedSession, EndedSessions } from './ended-sessions.ts'

const count = z.number().int().nonnegative()
const commands = z
  // In UTF-16, where a character may take two.
  .record(z.string().max(2 * MAX_COMMAND_NAME_CHARS), count)
  .refine((names) => Object.keys(names).length <= MAX_COMMAND_NAMES)

const line = z.object({
  epoch: z.string().min(1).max(64),
  seq: count,
  sid: z.string().min(1).max(64),
  demoId: z.string().min(1).max(128),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime(),
  reason: z.enum(EXIT_REASONS),
  exitCode: z.number().int().nullable(),
  bytesIn: count,
  bytesOut: count,
  peakMemoryBytes: count,
  cpuMs: count,
  startMs: count.exactOptional(),
  hasTyped: z.boolean(),
  commands,
})

type Line = z.output<typeof line>

const parse = (text: string): Line | undefined => {
  try {
    return line.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

export type EndedFileOptions = {
  /** Belongs to this process alone. */
  stateDir: string
  /** Told once of a file that cannot be read or written, and again only after it could. */
  report: (error: unknown) => void
  max?: number
}

/** Writes at once and holds no descriptor: there is nothing to dispose of, and a crash loses no line before it. */
class EndedFile {
  readonly #path: string
  readonly #report: (error: unknown) => void
  readonly #max: number
  #lines = 0
  #isWhole = true

  constructor({ stateDir, report, max = MAX_ENDED_SESSIONS }: EndedFileOptions) {
    this.#path = join(stateDir, 'ended.jsonl')
    this.#report = report
    this.#max = max
  }

  /** What is whole in it, the oldest first. */
  read(): Line[] {
    const texts = this.#texts()
    const lines = texts.flatMap((text) => parse(text) ?? [])
    if (lines.length < texts.length) {
      this.#report(new Error('Some of what is remembered of sessions that ended is damaged.'))
    }
    // Numbers of another list, or out of order, mean nothing.
    const epoch = lines.at(-1)?.epoch
    const good = lines
      .filter((one) => one.epoch === epoch)
      .sort((a, b) => a.seq - b.seq)
      .filter((one, index, all) => one.seq !== all[index + 1]?.seq)
      .slice(-this.#max)
    this.#lines = texts.length
    if (good.length < texts.length) this.#attempt(() => this.#replace(good))
    return good
  }

  /** `kept`: all that are remembered, `added` the last of them. */
  add(epoch: string, added: EndedSession, kept: readonly EndedSession[]): void {
    this.#attempt(() => {
      if (!this.#isWhole || this.#lines >= 2 * this.#max) {
        return this.#replace(kept.map((session) => ({ epoch, ...session })))
      }
      appendFileSync(this.#path, `${JSON.stringify({ epoch, ...added })}\n`, { mode: 0o600 })
      this.#lines += 1
    })
  }

  #texts(): string[] {
    try {
      if (statSync(this.#path).size > MAX_ENDED_FILE_BYTES)
        throw new Error('ended.jsonl is too large.')
      return readFileSync(this.#path, 'utf8').split('\n').filter(Boolean)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
      this.#isWhole = false
      this.#report(error)
      return []
    }
  }

  /** All or nothing. */
  #replace(lines: readonly (EndedSession & { epoch: string })[]): void {
    const next = `${this.#path}.next`
    writeFileSync(next, lines.map((one) => `${JSON.stringify(one)}\n`).join(''), { mode: 0o600 })
    renameSync(next, this.#path)
    this.#lines = lines.length
  }

  /** What cannot be written costs the memory of a session, never a session. */
  #attempt(write: () => void): void {
    try {
      write()
      this.#isWhole = true
    } catch (error) {
      if (this.#isWhole) this.#report(error)
      this.#isWhole = false
    }
  }
}

/** Those of the starts before, too, under their numbers and their epoch. */
export const openEndedSessions = (options: EndedFileOptions): EndedSessions => {
  const file = new EndedFile(options)
  const lines = file.read()
  const epoch = lines.at(-1)?.epoch ?? randomUUID()
  const before = lines.map(({ epoch: _, ...session }) => session)
  const add = (added: EndedSession, kept: readonly EndedSession[]) => file.add(epoch, added, kept)
  return new EndedSessions(epoch, options.max, { before, add })
}
