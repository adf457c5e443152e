import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { openCgroupTree } from './cgroup.ts'

const LIMITS = { memoryBytes: 1000, diskBytes: 1, inodes: 1, processes: 10, cpuSeconds: 1 }

let mount: string
beforeEach(() => {
  mount = mkdtempSync(join(tmpdir(), 'cgroup-'))
  mkdirSync(join(mount, 'own'))
  writeFileSync(join(mount, 'cgroup.controllers'), 'memory pids cpu\n')
  writeFileSync(join(mount, 'own/cgroup.controllers'), 'cpuset cpu io memory pids\n')
  writeFileSync(join(mount, 'membership'), '1:name=systemd:/\n0::/own\n')
})
afterEach(() => rmSync(mount, { recursive: true, force: true }))

const open = () => openCgroupTree(mount, join(mount, 'membership'))
const read = (name: string) => readFileSync(join(mount, name), 'utf8')

describe('Control groups', () => {
  test('are taken over: this process moves into a leaf and hands the controllers on', () => {
    expect(open()).toBeDefined()
    expect(read('own/service/cgroup.procs')).toBe(String(process.pid))
    expect(read('own/cgroup.subtree_control')).toBe('+memory +pids +cpu')
  })

  test('limit memory, processes and CPU of each sandbox as a whole', () => {
    const group = open()?.create('a', LIMITS)
    expect(read('own/sandbox-a/memory.max')).toBe('1000')
    expect(Number(read('own/sandbox-a/pids.max'))).toBeGreaterThan(LIMITS.processes)
    expect(read('own/sandbox-a/cpu.max')).toBe('50000 100000')
    expect(group?.folder).toBe(join(mount, 'own/sandbox-a'))
  })

  test('tell when the kernel ended a process for its memory', () => {
    const group = open()?.create('a', LIMITS)
    expect(group?.hasRunOutOfMemory()).toBe(false)
    writeFileSync(join(mount, 'own/sandbox-a/memory.events'), 'oom 2\noom_kill 1\n')
    expect(group?.hasRunOutOfMemory()).toBe(true)
  })

  test('end what is left in them when they are removed', () => {
    const group = open()?.create('a', LIMITS)
    writeFileSync(join(mount, 'own/sandbox-a/cgroup.kill'), '')
    group?.remove()
    expect(read('own/sandbox-a/cgroup.kill')).toBe('1')
  })

  test('are not used where a controller is missing or nothing was delegated', () => {
    writeFileSync(join(mount, 'own/cgroup.controllers'), 'cpu pids\n')
    expect(open()).toBeUndefined()
    expect(existsSync(join(mount, 'own/service'))).toBe(false)
    writeFileSync(join(mount, 'membership'), '4:memory:/a\n')
    expect(open()).toBeUndefined()
    rmSync(join(mount, 'cgroup.controllers'))
    expect(open()).toBeUndefined()
  })
})
