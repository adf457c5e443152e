// The tar of a backup: whole, or an error that says why not.
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { entriesOf } from './read.ts'
import { openSink } from './sink.ts'

const MIB = 1024 * 1024

/** By the time of the second piece the disk has refused the first. */
async function* slowly() {
  yield randomBytes(9)
  await setTimeout(100)
  yield randomBytes(MIB - 9)
}

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shellfolio-backup-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('comes out as it was put in', async () => {
  const path = join(folder, 'b.tar')
  const [large, small] = [randomBytes(MIB), Buffer.from('small')]
  const sink = openSink(path)
  await sink.add('a', Readable.from([large.subarray(0, 9), large.subarray(9)]), MIB)
  await sink.add('b', small, small.byteLength)
  await sink.finish()
  await sink.close()
  const found: Record<string, Buffer> = {}
  for await (const entry of entriesOf(path)) found[entry.path] = await buffer(entry.content)
  expect(Object.keys(found)).toEqual(['a', 'b'])
  expect([found.a?.equals(large), found.b?.equals(small)]).toEqual([true, true])
})

test.each([
  ['content at once', () => randomBytes(MIB)],
  ['content in pieces', () => Readable.from([randomBytes(MIB / 2), randomBytes(MIB / 2)])],
  ['content that comes slowly', () => Readable.from(slowly())],
])(
  'a full disk is an error, not an endless wait: %s',
  async (_what, content) => {
    const path = join(folder, 'b.tar')
    await symlink('/dev/full', path)
    const sink = openSink(path)
    const writing = (async () => {
      for (let count = 0; count < 3; count += 1) await sink.add(`a${count}`, content(), MIB)
      await sink.finish()
    })()
    await expect(writing).rejects.toMatchObject({ code: 'ENOSPC' })
    await sink.close()
  },
  5000,
)

test('content that is shorter or longer than was said is refused', async () => {
  for (const bytes of [4, 6]) {
    const sink = openSink(join(folder, 'b.tar'))
    await expect(sink.add('a', Buffer.from('12345'), bytes)).rejects.toThrow('changed')
    await sink.close()
  }
})
