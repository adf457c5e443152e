// A deadline comes whatever else happens: without an answer, after an early end, and when memory is collected meanwhile.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from '@jest/globals'
import { withDeadline } from './deadline.ts'

/** What hears of nothing but its signal, as a request to a silent server does. */
const silent = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })

const collecting = async <Value>(work: () => Promise<Value>): Promise<Value> => {
  setFlagsFromString('--expose-gc')
  const timer = setInterval(runInNewContext('gc') as () => void, 5).unref()
  return work().finally(() => clearInterval(timer))
}

test('what answers in time is passed on, and so is what it throws', async () => {
  await expect(withDeadline(1000, async () => 'here')).resolves.toBe('here')
  await expect(withDeadline(1000, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
})

// A signal of AbortSignal.any() does not hold those that it was made of.
test('it comes also when memory is collected meanwhile', async () => {
  const outer = new AbortController()
  const late = collecting(() => withDeadline(200, silent, outer.signal))
  await expect(late).rejects.toMatchObject({ name: 'TimeoutError' })
}, 5000)

test('whoever asked can end it before, or may have done so already', async () => {
  const outer = new AbortController()
  const waiting = withDeadline(60_000, silent, outer.signal)
  outer.abort(new Error('gone'))
  await expect(waiting).rejects.toThrow('gone')
  const asked = (signal: AbortSignal) =>
    signal.aborted ? Promise.reject(signal.reason) : silent(signal)
  await expect(withDeadline(60_000, asked, outer.signal)).rejects.toThrow('gone')
})
