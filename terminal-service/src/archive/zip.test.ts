// A damaged zip is refused however late its content is read: nobody waits for bytes that will never come.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { packZip } from '../testing/zip.ts'
import type { ArchiveSource } from './entry.ts'
import { UPLOAD_LIMITS } from './index.ts'
import { readZip } from './zip.ts'

/** Turns of the event loop: more than inflating a few bytes takes to fail. */
const TURNS = 50

/** Where the content starts behind the header of a first entry with the name `a`. */
const CONTENT_AT = 31

const { signal } = new AbortController()

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shellfolio-zip-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** A file comes in pieces and its end after them; memory comes at once. */
const onDisk = async (source: Buffer): Promise<string> => {
  const path = join(folder, 'archive.zip')
  await writeFile(path, source)
  return path
}

const readLate = async (source: ArchiveSource): Promise<string> => {
  let text = ''
  for await (const entry of readZip(source, { ...UPLOAD_LIMITS, signal })) {
    const content = await entry.open()
    for (let turn = 0; turn < TURNS; turn += 1) await setImmediate()
    for await (const chunk of content) text += Buffer.from(chunk).toString()
  }
  return text
}

describe('content that is read later than it was opened', () => {
  test('is whole', async () => {
    const source = packZip([{ name: 'a', content: 'x'.repeat(300) }])
    await expect(readLate(source)).resolves.toBe('x'.repeat(300))
  })

  test('is refused when it cannot be inflated', async () => {
    const source = packZip([{ name: 'a', content: 'x'.repeat(300) }])
    source.fill(0xff, CONTENT_AT, CONTENT_AT + 4)
    await expect(readLate(source)).rejects.toThrow()
  })

  test('is refused when it stops in the middle, and fails nowhere else', async () => {
    const source = packZip([{ name: 'a', content: 'x'.repeat(300) }])
    // A block of fixed codes that says neither its end nor that it is the last.
    source.fill(0x4a, CONTENT_AT, CONTENT_AT + 7)
    await expect(readLate(source)).rejects.toThrow('unexpected end')
    await expect(readLate(await onDisk(source))).rejects.toThrow('unexpected end')
  })

  test('is refused when it is longer than its header says', async () => {
    const source = packZip([{ name: 'a', content: 'x'.repeat(300), claimedSize: 10 }])
    await expect(readLate(source)).rejects.toMatchObject({ code: 'damaged' })
  })
})
