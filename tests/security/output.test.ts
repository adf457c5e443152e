// What a program without a terminal wrote arrives whole, however soon it ends after writing.
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { openPlayground, type Playground } from './support/sandboxes.ts'

const RUNS = 40
const BYTES = 300_000

let playground: Playground
beforeAll(async () => {
  playground = await openPlayground()
})
afterAll(() => playground.close())

test('no byte of the last output is lost, in many runs at once', async () => {
  const lengths: number[] = []
  for (let run = 0; run < RUNS; run += 4) {
    const batch = Array.from({ length: 4 }, () => playground.run(`head -c ${BYTES} /dev/zero`))
    lengths.push(...(await Promise.all(batch)).map(({ stdout }) => stdout.length))
  }
  expect(lengths).toEqual(Array.from({ length: RUNS }, () => BYTES))
})
