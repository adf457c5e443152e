// How the launcher script is called for one sandbox: program, arguments and its whole environment.
import { LAUNCHER_SCRIPT } from './launcher-script.ts'
import { INSIDE_COMMAND, RUNNER_SCRIPT } from './runner-script.ts'
import type { SandboxLimits } from './types.ts'

export type LaunchPlan = {
  limits: SandboxLimits
  /** Compiled seccomp filter and bubblewrap's arguments, as files. */
  filterFile: string
  argsFile: string
  /** Empty folder on which each sandbox mounts its workspace, in a mount namespace of its own. */
  mountPoint: string
  template: string
  command: readonly [string, ...string[]]
  /** Host user of this sandbox alone; unset where the service is not root. */
  uid?: number | undefined
  /** Folder of the sandbox's control group. */
  cgroup?: string | undefined
  /** Secret with which the launcher marks the end of a terminal's output. */
  mark?: string | undefined
  /** Pipe through which a runner is told what to run; `command` is not run then. */
  fifo?: string | undefined
}

export type Launch = { file: string; args: string[]; env: Record<string, string> }

const KIB = 1024

/**
 * Flags that make the namespaces. They are on the command line and not in the arguments' file, so that a damaged file
 * can never mean a missing namespace.
 */
const NAMESPACES = [
  '--unshare-user',
  '--unshare-ipc',
  '--unshare-pid',
  '--unshare-net',
  '--unshare-uts',
  '--unshare-cgroup-try',
  '--disable-userns',
  '--die-with-parent',
]

export const launchOf = (plan: LaunchPlan): Launch => {
  const { limits, uid, cgroup, mark, fifo } = plan
  return {
    file: '/bin/bash',
    args: [
      '--norc',
      '--noprofile',
      '-c',
      fifo ? RUNNER_SCRIPT : LAUNCHER_SCRIPT,
      'sandbox-launch',
      ...NAMESPACES,
      '--',
      ...(fifo ? INSIDE_COMMAND : plan.command),
    ],
    env: {
      TERM: 'xterm-256color',
      SB_FILTER: plan.filterFile,
      SB_ARGS: plan.argsFile,
      SB_MOUNT: plan.mountPoint,
      SB_TEMPLATE: plan.template,
      SB_SIZE: String(limits.diskBytes),
      SB_INODES: String(limits.inodes),
      SB_PROCESSES: String(limits.processes),
      SB_CPU: String(limits.cpuSeconds),
      // `ulimit -f` counts in KiB.
      SB_FILE_BLOCKS: String(Math.ceil(limits.diskBytes / KIB)),
      // Where no control group counts memory, each process is bounded by itself and a watchdog counts the sum.
      SB_DATA: cgroup ? 'unlimited' : String(Math.ceil(limits.memoryBytes / KIB)),
      ...(uid === undefined ? {} : { SB_UID: String(uid) }),
      ...(cgroup ? { SB_CGROUP: cgroup } : {}),
      ...(mark ? { SB_MARK: mark } : {}),
      ...(fifo ? { SB_FIFO: fifo } : {}),
    },
  }
}
