import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { openCgroupTree } from './cgroup.ts'

const LIMITS = { memoryBytes: 1000, diskBytes: 1, inodes: 1, processes: 10, cpuSeconds: 1 }

const FOLDER = `own/sandbox-${process.pid}-a`

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
    expect(group?.folder).toBe(join(mount, FOLDER))
    expect(read(`${FOLDER}/memory.max`)).toBe('1000')
    expect(Number(read(`${FOLDER}/pids.max`))).toBeGreaterThan(LIMITS.processes)
    expect(read(`${FOLDER}/cpu.max`)).toBe('50000 100000')
  })

  test('tell when the kernel ended a process for its memory', () => {
    const group = open()?.create('a', LIMITS)
    expect(group?.hasRunOutOfMemory()).toBe(false)
    writeFileSync(join(mount, `${FOLDER}/memory.events`), 'oom 2\noom_kill 1\n')
    expect(group?.hasRunOutOfMemory()).toBe(true)
  })

  test('end what is left in them when they are removed', () => {
    const group = open()?.create('a', LIMITS)
    writeFileSync(join(mount, `${FOLDER}/cgroup.kill`), '')
    group?.remove()
    expect(read(`${FOLDER}/cgroup.kill`)).toBe('1')
  })

  test('are gone from the tree once removed, and tried again with the tree', () => {
    const tree = open()
    const group = tree?.create('a', LIMITS)
    // A folder of files cannot be removed, as a group with processes cannot.
    group?.remove()
    expect(existsSync(join(mount, FOLDER))).toBe(true)
    for (const name of readdirSync(join(mount, FOLDER))) rmSync(join(mount, FOLDER, name))
    tree?.dispose()
    expect(existsSync(join(mount, FOLDER))).toBe(false)
  })

  test('that a killed service left are ended and removed at the next start, those of a living one are not', () => {
    const ended = spawnSync('true').pid
    for (const pid of [ended, process.pid, process.ppid]) {
      mkdirSync(join(mount, `own/sandbox-${pid}-b`))
    }
    mkdirSync(join(mount, 'own/other'))
    open()
    const left = readdirSync(join(mount, 'own')).filter((name) => !name.includes('.'))
    expect(left.sort()).toEqual(['other', `sandbox-${process.ppid}-b`, 'service'])
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
