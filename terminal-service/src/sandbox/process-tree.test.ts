import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, test } from '@jest/globals'
import { eventually } from '../testing/client.ts'
import { childrenOf, isRunning, treeFrom } from './process-tree.ts'

describe('a process', () => {
  test('has the children of all its threads', async () => {
    const spawnInThread = `
      const { Worker } = require('node:worker_threads')
      const start = "require('node:child_process').spawn('sleep', ['100'])"
      new Worker(start, { eval: true })
      require('node:child_process').spawn('sleep', ['100'])`
    const parent = spawn(process.execPath, ['-e', spawnInThread], { detached: true })
    const pid = parent.pid ?? 0
    try {
      await eventually('both children', () => childrenOf(pid).length === 2)
      expect(treeFrom(pid).map((each) => each.pid)).toEqual([pid, ...childrenOf(pid)])
      // A process has no memory of its own between its fork and its program.
      await eventually('memory of all', () =>
        treeFrom(pid).every(({ residentBytes }) => residentBytes > 100_000),
      )
    } finally {
      process.kill(-pid, 'SIGKILL')
      await once(parent, 'exit')
    }
    expect(treeFrom(pid)).toEqual([])
  })

  test('runs until it has ended, also where its parent does not bury it', async () => {
    // The shell's child ends at once, and the program that the shell becomes never waits for it.
    const parent = spawn('/bin/sh', ['-c', 'true & exec sleep 100'])
    try {
      const pid = parent.pid ?? 0
      await eventually('an unburied child', () => childrenOf(pid).length === 1)
      const [child = 0] = childrenOf(pid)
      await eventually('its end', () => !isRunning(child))
      expect(() => process.kill(child, 0)).not.toThrow()
      expect(isRunning(pid)).toBe(true)
    } finally {
      parent.kill('SIGKILL')
      await once(parent, 'exit')
    }
    expect(isRunning(parent.pid ?? 0)).toBe(false)
  })
})
