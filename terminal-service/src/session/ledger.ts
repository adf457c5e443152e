// What is remembered of a session after its end: times, sizes and counts, nothing that was typed or shown. Pure.
import type { ExitReason } from '@shellfolio/protocol'
import { MAX_COMMAND_NAME_CHARS, MAX_COMMAND_NAMES } from '../limits.ts'
import type { SandboxUsage } from '../sandbox/types.ts'

export type PastSession = {
  sid: string
  demoId: string
  /** ISO 8601, both. */
  startedAt: string
  endedAt: string
  reason: ExitReason
  /** Of a program that ended by itself. */
  exitCode: number | null
  bytesIn: number
  bytesOut: number
  /** The most that was seen when somebody listed the sessions, and before an end by our hand: 0 when nobody looked. */
  peakMemoryBytes: number
  /** As seen at the same times, so never too much. */
  cpuMs: number
  /** From HELLO to the first byte of the program; absent when it never came. */
  startMs?: number
  /** Whether a line was ever sent to the program. */
  hasTyped: boolean
  /** How often what was run, in guided demos: labels of suggested commands, otherwise names of programs. */
  commands: Record<string, number>
}

const ENTER = 0x0d

/** Whole characters that any database takes: no half of a surrogate pair, no NUL. */
const cutName = (name: string) =>
  [...Buffer.from(name).toString().replaceAll('\0', '\ufffd')]
    .slice(0, MAX_COMMAND_NAME_CHARS)
    .join('')

export class Ledger {
  readonly #startedAt = new Date()
  readonly #commands = new Map<string, number>()
  #peakMemoryBytes = 0
  #cpuMs = 0
  #lastCpuMs = 0
  #startMs: number | undefined
  #exitCode: number | null = null
  #hasTyped = false

  get startedAt(): string {
    return this.#startedAt.toISOString()
  }

  /** `ms`: from HELLO to the first byte of the program. */
  prompted(ms: number): void {
    this.#startMs ??= Math.round(ms)
  }

  /** Looks for the key that ends a line, and keeps nothing else of it. */
  typed(data: Uint8Array): void {
    this.#hasTyped ||= data.includes(ENTER)
  }

  used(usage: SandboxUsage | undefined): void {
    if (!usage) return
    this.#peakMemoryBytes = Math.max(this.#peakMemoryBytes, usage.memoryBytes)
    // Less than before is another sandbox of the same session.
    this.#cpuMs += usage.cpuMs < this.#lastCpuMs ? usage.cpuMs : usage.cpuMs - this.#lastCpuMs
    this.#lastCpuMs = usage.cpuMs
  }

  exited(code: number | null): void {
    this.#exitCode = code
  }

  /** `name` comes from the demo, never from what was typed. */
  ran(name: string): void {
    const key = cutName(name)
    const count = this.#commands.get(key)
    if (count === undefined && this.#commands.size >= MAX_COMMAND_NAMES) return
    this.#commands.set(key, (count ?? 0) + 1)
  }

  /** At its end. */
  close(
    reason: ExitReason,
    known: Pick<PastSession, 'sid' | 'demoId' | 'bytesIn' | 'bytesOut'>,
  ): PastSession {
    return {
      ...known,
      startedAt: this.startedAt,
      endedAt: new Date().toISOString(),
      reason,
      exitCode: reason === 'exit' ? this.#exitCode : null,
      peakMemoryBytes: this.#peakMemoryBytes,
      cpuMs: this.#cpuMs,
      ...(this.#startMs === undefined ? {} : { startMs: this.#startMs }),
      hasTyped: this.#hasTyped,
      commands: Object.fromEntries(this.#commands),
    }
  }
}
