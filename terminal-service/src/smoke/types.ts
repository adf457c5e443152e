// What a smoke run tells: each suggested command, how it ended, and whether it printed what it promises.

/**
 * `left-running`: it had printed what was expected, went on, and was stopped. `timeout`, `output-limit`: it was stopped
 * before. `unfinished`: the shell waits for more of the command. `terminal-ended`: it took the shell with it.
 */
export type SmokeEnd =
  | 'by-itself'
  | 'left-running'
  | 'timeout'
  | 'output-limit'
  | 'unfinished'
  | 'terminal-ended'
  | 'not-run'

export type SmokeResult = {
  label: string
  command: string
  /** It printed `expect`, or without one it ended well. */
  ok: boolean
  ended: SmokeEnd
  /** Absent when it was not run, or did not tell. */
  exitCode?: number
  ms: number
  /** `expect` was printed; true when nothing is expected. */
  matched: boolean
  /** The last of what it printed, without escape sequences. */
  output: string
}

export type SmokeReport = {
  ok: boolean
  ms: number
  results: SmokeResult[]
  /** Everything on the terminal, as an asciicast v2; says so where it was cut. */
  transcript: string
}
