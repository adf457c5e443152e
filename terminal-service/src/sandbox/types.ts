// What the rest of the service knows of a sandbox: how to ask for one, what it answers, how it ends.
import type { SandboxFlags, Toolchain } from '@shellfolio/protocol'

export type SandboxLimits = {
  /** Summed memory of all processes. */
  memoryBytes: number
  /** Home, /tmp and /dev/shm together. */
  diskBytes: number
  /** Files and folders in home, /tmp and /dev/shm together. */
  inodes: number
  processes: number
  /** CPU time of each process. */
  cpuSeconds: number
}

export type SandboxSpec = {
  /** Host folder with `home/`, `tmp/` and `shm/`: copied into the sandbox's own tmpfs, never written. */
  template: string
  /** Folder in which the command starts, relative to the home folder. */
  workdir: string
  /** Program and arguments inside the sandbox. */
  command: readonly [string, ...string[]]
  /** The whole environment besides PATH, HOME, USER, LANG and TERM. */
  env: Record<string, string>
  toolchain: Toolchain
  /** What is opened beyond the usual; nothing when absent. */
  flags?: SandboxFlags
  limits: SandboxLimits
}

export type SandboxMode = 'cgroup-v2' | 'rlimit+watchdog'

export type SandboxStatus =
  | { available: true; mode: SandboxMode }
  /** `reason` names the cause, `remedy` the cure; both are for the operator, not for visitors. */
  | { available: false; reason: string; remedy: string }

export type SandboxExit = {
  code: number | null
  signal: string | null
  /** Set when a limit ended the sandbox, not the program itself. */
  exceeded?: 'memory' | 'cpu' | 'time' | 'output'
}

/**
 * A program on a terminal inside a sandbox. Output arrives as bytes, which are valid during the call, and ends before `onExit`
 * is called.
 */
export type SandboxTerminal = {
  onData: (listener: (data: Uint8Array) => void) => void
  onExit: (listener: (exit: SandboxExit) => void) => void
  /** Queues input; `false` when the queue is full or the program is gone, and then nothing was taken. */
  write: (data: Uint8Array) => boolean
  resize: (cols: number, rows: number) => void
  pause: () => void
  resume: () => void
  /** What its processes use now; `undefined` once it has ended. Looks into /proc: not for a hot path. */
  usage: () => SandboxUsage | undefined
  /** Ends every process inside; resolves when none is left and the terminal's descriptor is closed. Idempotent. */
  kill: () => Promise<void>
}

export type SandboxUsage = { memoryBytes: number; cpuMs: number; processes: number }

/**
 * A terminal on which one program after the other is run, each in a sandbox of its own above one workspace. `write` is the
 * running program's input; output of a program ends before `onCommandEnd` is called with its exit code.
 */
export type SandboxRunner = Omit<SandboxTerminal, 'onExit'> & {
  /** Runs `argv`; only while no other program runs. */
  run: (argv: readonly [string, ...string[]]) => void
  onCommandEnd: (listener: (code: number) => void) => void
  /** The runner itself has ended: a limit was exceeded, or it was killed. */
  onExit: (listener: (exit: SandboxExit) => void) => void
}

export type SandboxRun = {
  exit: SandboxExit
  stdout: Buffer
  /** Standard error, cut at `maxLogBytes`. */
  log: string
}

/** Owner of everything sandboxes need on this host: filter file, mount point, user ids, control groups. */
export type SandboxHost = {
  readonly status: SandboxStatus
  /** @throws {ServiceError} `sandbox-unavailable` when the self-test failed: there is no other way to run a program */
  openTerminal: (
    spec: SandboxSpec,
    size: { cols: number; rows: number },
  ) => Promise<SandboxTerminal>
  /** The same without a program; `spec.command` is not run. @throws {ServiceError} `sandbox-unavailable` */
  openRunner: (spec: SandboxSpec, size: { cols: number; rows: number }) => Promise<SandboxRunner>
  /** Runs a program without a terminal and collects what it writes. Exceeding a bound ends it and is reported. */
  run: (
    spec: SandboxSpec,
    bounds: { timeoutMs: number; maxStdoutBytes: number; maxLogBytes: number; stdin?: Buffer },
  ) => Promise<SandboxRun>
  /** Ends all sandboxes and removes what the host made. */
  dispose: () => Promise<void>
}
