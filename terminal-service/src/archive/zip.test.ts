// A damaged zip is refused however late its content is read: nobody waits for bytes that will never come.
import { setImmediate } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import { packZip } from '../testing/zip.ts'
import { UPLOAD_LIMITS } from './index.ts'
import { readZip } from './zip.ts'

/** Turns of the event loop: more than inflating a few bytes takes to fail. */
const TURNS = 50

/** Where the content starts behind the header of a first entry with the name `a`. */
const CONTENT_AT = 31

const { signal } = new AbortController()

const readLate = async (source: Buffer): Promise<string> => {
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

  test('is refused when it is longer than its header says', async () => {
    const source = packZip([{ name: 'a', content: 'x'.repeat(300), claimedSize: 10 }])
    await expect(readLate(source)).rejects.toMatchObject({ code: 'damaged' })
  })
})
