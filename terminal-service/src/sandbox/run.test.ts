// A run that cannot be ended: whoever waits for it is told.
import { expect, test } from '@jest/globals'
import { runToEnd } from './run.ts'

const launch = { file: '/bin/sleep', args: ['60'], env: { PATH: '/usr/bin:/bin' } }
const bounds = { timeoutMs: 50, maxStdoutBytes: 100, maxLogBytes: 100 }

test('a program that does not even end by force is an error, not an endless wait', async () => {
  let pid = 0
  const running = runToEnd(
    launch,
    bounds,
    (started) => {
      pid = started
    },
    () => Promise.reject(new Error('Processes of a sandbox did not end.')),
  )
  try {
    await expect(running).rejects.toThrow('did not end')
  } finally {
    process.kill(pid, 'SIGKILL')
  }
}, 5000)
