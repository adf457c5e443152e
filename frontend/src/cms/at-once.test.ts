import { expect, test } from '@jest/globals'
import { atOnce } from './at-once.ts'
import { CmsError } from './client.ts'

test('whoever comes while the bound is reached is refused, and let in when somebody is done', async () => {
  const ask = atOnce(2)
  const done: (() => void)[] = []
  const slow = () => ask(() => new Promise<void>((resolve) => done.push(resolve)))
  const first = slow()
  const second = slow()
  await expect(slow()).rejects.toThrow(CmsError)
  done[0]?.()
  await first
  expect(await ask(async () => 'in')).toBe('in')
  done[1]?.()
  await second
})

test('a question that fails makes room as well', async () => {
  const ask = atOnce(1)
  await expect(ask(() => Promise.reject(new Error('away')))).rejects.toThrow('away')
  expect(await ask(async () => 'in')).toBe('in')
})
