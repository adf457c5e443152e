// How a sandbox's end is told: exit codes that a limit of the kernel stands behind.
import type { SandboxExit } from './types.ts'

/** What shells and bubblewrap report for SIGXCPU: 128 and its number. */
const CPU_TIME_CODE = 128 + 24

export const withCpuTime = (exit: SandboxExit): SandboxExit =>
  exit.code === CPU_TIME_CODE || exit.signal === 'SIGXCPU' ? { ...exit, exceeded: 'cpu' } : exit
