// One hostile attempt: what is tried, and what has to be seen for it to count as refused.
import type { SandboxFlags } from '@shellfolio/protocol'
import { SYSCALLS_ARM64 } from '../../../terminal-service/src/sandbox/syscalls-arm64.ts'
import { SYSCALLS_X64 } from '../../../terminal-service/src/sandbox/syscalls-x64.ts'

export type Row = {
  title: string
  /** Run by bash in a fresh sandbox; `./sc`, `./bomb`, `./trace`, `./net` and `./i386` lie in the home folder. */
  script: string
  /** Has to match what the script wrote, standard error included. */
  verdict: RegExp
  /** Loosening this must change the answer, which proves that the attempt can succeed at all. */
  counter?: 'filter' | 'limits'
  /** What the sandbox has opened; nothing when absent. */
  flags?: SandboxFlags
  /** Left out on other processors. */
  only?: 'x64'
}

const table = process.arch === 'arm64' ? SYSCALLS_ARM64 : SYSCALLS_X64

/** A number that no kernel has, for calls that this processor does not know. */
const NO_CALL = 4000

/** The command that makes one system call and prints what it answered. */
export const call = (name: string, ...args: (string | number)[]): string =>
  ['./sc', table.get(name) ?? NO_CALL, ...args].join(' ')

export const PERMISSION: RegExp = /^EPERM$/m
export const MISSING: RegExp = /^ENOSYS$/m
