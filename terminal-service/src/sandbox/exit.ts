// How a sandbox's end is told: exit codes that a limit of the kernel stands behind.
import type { SandboxExit } from './types.ts'

/** What shells and bubblewrap report for SIGXCPU: 128 and its number. */
const CPU_TIME_CODE = 128 + 24

/** The same for SIGKILL, which is all that a program hears from the kernel's out-of-memory killer. */
const KILLED_CODE = 128 + 9

/**
 * A child killed for its memory is the program's own affair: a shell says so and goes on. Only where the sandbox's own
 * program was killed is it the session's end.
 */
export const withMemory = (exit: SandboxExit, hasRunOutOfMemory: () => boolean): SandboxExit =>
  (exit.code === KILLED_CODE || exit.signal === 'SIGKILL') &&
  exit.exceeded === undefined &&
  hasRunOutOfMemory()
    ? { ...exit, exceeded: 'memory' }
    : exit

export const withCpuTime = (exit: SandboxExit): SandboxExit =>
  exit.code === CPU_TIME_CODE || exit.signal === 'SIGXCPU' ? { ...exit, exceeded: 'cpu' } : exit
