import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { eventually } from '../support/eventually.ts'
import { startStalling } from './stall.ts'

test('a process is stopped again and again, and left running', async () => {
  const child = spawn('sleep', ['60'])
  const pid = child.pid ?? 0
  const isStopped = () => readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ')[2] === 'T'
  const stop = startStalling(pid)
  for (let times = 0; times < 2; times += 1) {
    await eventually('it is stopped', isStopped)
    await eventually('it runs', () => !isStopped())
  }
  await stop()
  expect(isStopped()).toBe(false)
  child.kill()
  await once(child, 'exit')
})
