import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { containerProfile, profileText } from './seccomp-profile.ts'

const COMMITTED = resolve(import.meta.dirname, '../../../deploy/terminal/seccomp.json')

describe('the seccomp profile of the container', () => {
  test('is the one that is committed', () => {
    expect(readFileSync(COMMITTED, 'utf8')).toBe(profileText())
  })

  test('allows what a sandbox is built with', () => {
    const names = containerProfile().syscalls.flatMap((rule) => rule.names)
    expect(names).toEqual(
      expect.arrayContaining(['clone', 'unshare', 'mount', 'umount2', 'pivot_root', 'sethostname']),
    )
  })

  test.each([
    'bpf',
    'ptrace',
    'io_uring_setup',
    'keyctl',
    'kexec_load',
    'open_by_handle_at',
    'init_module',
  ])('does not allow %s', (name) => {
    const names = containerProfile().syscalls.flatMap((rule) => rule.names)
    expect(names).not.toContain(name)
  })

  test('allows sockets of the families it needs only', () => {
    const families = containerProfile()
      .syscalls.filter(({ names }) => names.includes('socket'))
      .map(({ args }) => args?.[0]?.value)
    expect(families).toEqual([1, 2, 10, 16])
  })
})
