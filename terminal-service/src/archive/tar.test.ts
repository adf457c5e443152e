// A damaged tar is refused however late its content is read, and nothing of it fails where nobody listens.
import { randomBytes } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { packTar, type TarEntry } from '../testing/pack.ts'
import { UPLOAD_LIMITS } from './index.ts'
import { readArchive } from './read.ts'

/** Turns of the event loop: more than inflating a few bytes takes to fail. */
const TURNS = 50

const pass = async () => {
  for (let turn = 0; turn < TURNS; turn += 1) await setImmediate()
}

const FILE = { name: 'p/a', content: randomBytes(4000) }

/** What is read of an archive when each entry, and then its content, is looked at late. */
const readLate = async (source: Buffer): Promise<number> => {
  let bytes = 0
  await readArchive({ source, format: 'tar.gz', limits: UPLOAD_LIMITS }, async (_, content) => {
    await pass()
    for await (const chunk of content ?? []) bytes += chunk.byteLength
    await pass()
  })
  return bytes
}

const packed = async (...entries: TarEntry[]) => gzipSync(await packTar(entries))

describe('content that is read later than its entry came', () => {
  test('is whole', async () => {
    await expect(readLate(await packed(FILE))).resolves.toBe(4000)
  })

  test.each([
    ['in its content', 2000],
    ['in its header', 100],
    ['at its end', 4100],
  ])('is refused when the archive ends %s', async (_, length) => {
    const source = (await packed(FILE)).subarray(0, length)
    await expect(readLate(source)).rejects.toMatchObject({ code: 'damaged' })
  })

  test('is refused when what follows an entry without content is cut', async () => {
    const source = await packed({ name: 'p', type: 'directory' }, FILE)
    await expect(readLate(source.subarray(0, 2000))).rejects.toMatchObject({ code: 'damaged' })
  })
})
