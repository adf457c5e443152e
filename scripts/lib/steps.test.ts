import { expect, test } from '@jest/globals'
import { createSteps } from './steps.mjs'

const recorder = () => {
  let written = ''
  let now = 0
  const steps = createSteps(
    () => now,
    (text: string) => {
      written += text
    },
  )
  return { steps, advance: (ms: number) => (now += ms), written: () => written }
}

test('a step says how long it took and how long everything has taken', async () => {
  const { steps, advance, written } = recorder()
  advance(1000)
  await steps.step('Counting', async () => {
    advance(2500)
  })
  expect(written()).toContain('   3.5 s  Counting (2.5 s)')
})

test('a failing step is named and its error passed on', async () => {
  const { steps, written } = recorder()
  const work = steps.step('Counting', () => Promise.reject(new Error('no numbers')))
  await expect(work).rejects.toThrow('no numbers')
  expect(written()).toContain('Counting: failed')
})
