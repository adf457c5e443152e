// Which terminal a smoke run drives, and by whose rules.
import { expect, test } from '@jest/globals'
import { FakeSandbox } from '../testing/fake-sandbox.ts'
import { type DriverOrder, openDriver } from './open-driver.ts'

const SIZE = { cols: 80, rows: 24 }
const orderOf = (mode: 'shell' | 'guided', argument = 'test') =>
  ({
    demo: {
      mode,
      rules: [{ program: 'make', argument }],
      commands: [],
      env: {},
      flags: { loopback: false, debug: false },
    },
    limits: {},
  }) as unknown as DriverOrder['order']

test('a guided demo is driven on a runner, by the rules that visitors have', async () => {
  const host = new FakeSandbox()
  const driver = await openDriver({ host, order: orderOf('guided'), template: '/t' }, SIZE)
  let shown = ''
  driver.listen((event) => {
    if (event.on === 'output') shown += Buffer.from(event.data).toString()
  })
  driver.begin()
  driver.type('make clean\r')
  expect(shown).toContain('“make” does not take the argument “clean” here.')
  driver.type('make test\r')
  expect(host.runners.map(({ argvs }) => argvs)).toEqual([[['make', 'test']]])
  await driver.kill()
  expect(host.runners.map(({ isKilled }) => isKilled)).toEqual([true])
})

test('rules that are none open nothing', async () => {
  const host = new FakeSandbox()
  const opened = openDriver({ host, order: orderOf('guided', '('), template: '/t' }, SIZE)
  await expect(opened).rejects.toThrow('The rule for “make” cannot be used')
  expect(host.runners).toEqual([])
})

test('a shell is driven on a terminal', async () => {
  const host = new FakeSandbox()
  await openDriver({ host, order: orderOf('shell'), template: '/t' }, SIZE)
  expect([host.terminals.length, host.runners.length]).toEqual([1, 0])
})
