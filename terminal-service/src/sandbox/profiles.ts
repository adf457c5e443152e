// What each toolchain consists of: packages of the system tree, and what is shown of a host's own /usr.
import type { Toolchain } from '@shellfolio/protocol'

export type Profile = {
  /** Debian packages beside `COMMON_PACKAGES`. */
  packages: readonly string[]
  /** Built into the system tree only when it is asked for. */
  isOptional?: true
  /** Where the host's /usr is shown: whether /usr/local is, into which the official image installs this toolchain. */
  showsLocal: boolean
}

/** What every demo finds, whatever it is written in. */
export const COMMON_PACKAGES = ['bash', 'coreutils', 'less', 'procps', 'bc', 'vim-tiny'] as const

export const PROFILES: Record<Toolchain, Profile> = {
  c: { packages: ['gcc', 'libc6-dev', 'make'], showsLocal: false },
  cpp: { packages: ['gcc', 'g++', 'libc6-dev', 'make'], showsLocal: false },
  python: { packages: ['python3'], showsLocal: true },
  node: { packages: ['nodejs'], isOptional: true, showsLocal: true },
}
