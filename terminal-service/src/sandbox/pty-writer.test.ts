import { execFileSync } from 'node:child_process'
import { closeSync, constants, mkdtempSync, openSync, readSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createPtyWriter, MAX_QUEUED_BYTES } from './pty-writer.ts'

let folder: string
let reader: number
let writer: number
/** A pipe behaves as a terminal does: it takes a part, then nothing, until somebody reads. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pty-writer-'))
  const path = join(folder, 'pipe')
  execFileSync('mkfifo', [path])
  reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  writer = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK)
})
afterEach(() => {
  for (const fd of [reader, writer]) {
    try {
      closeSync(fd)
    } catch {
      // Closed by the test.
    }
  }
  rmSync(folder, { recursive: true })
})

const readAvailable = (): Buffer => {
  const chunk = Buffer.alloc(256 * 1024)
  try {
    return chunk.subarray(0, readSync(reader, chunk))
  } catch {
    return Buffer.alloc(0)
  }
}

const readBytes = async (count: number): Promise<Buffer> => {
  const chunks: Buffer[] = []
  let bytes = 0
  const deadline = performance.now() + 5000
  while (bytes < count) {
    if (performance.now() > deadline) throw new Error(`Only ${bytes} bytes arrived.`)
    const chunk = readAvailable()
    chunks.push(chunk)
    bytes += chunk.length
    await new Promise((resolve) => setImmediate(resolve))
  }
  return Buffer.concat(chunks)
}

describe('A writer of input', () => {
  test('delivers everything in order to a reader slower than the typist', async () => {
    const input = createPtyWriter(writer)
    const sent = Buffer.alloc(MAX_QUEUED_BYTES)
    for (let i = 0; i < sent.length; i += 1) sent[i] = (i * 7) % 251
    for (let at = 0; at < sent.length; at += 4096) {
      expect(input.write(sent.subarray(at, at + 4096))).toBe(true)
    }
    expect((await readBytes(sent.length)).equals(sent)).toBe(true)
    await input.close()
  })

  test('refuses what does not fit as a whole, and takes more once there is room', async () => {
    const input = createPtyWriter(writer)
    const flood = Buffer.alloc(MAX_QUEUED_BYTES)
    expect(input.write(flood)).toBe(true)
    expect(input.write(flood)).toBe(false)
    await readBytes(flood.length)
    expect(input.write(Buffer.from('again'))).toBe(true)
    expect((await readBytes(5)).toString()).toBe('again')
    await input.close()
  })

  test('forgets what is queued when told so, and goes on with what comes then', async () => {
    const input = createPtyWriter(writer)
    input.write(Buffer.alloc(MAX_QUEUED_BYTES))
    input.drop()
    expect(input.write(Buffer.alloc(MAX_QUEUED_BYTES - 4, 1))).toBe(true)
    input.drop()
    expect(input.write(Buffer.from('next'))).toBe(true)
    let text = ''
    const deadline = performance.now() + 5000
    while (!text.endsWith('next') && performance.now() < deadline) {
      text += readAvailable().toString('latin1')
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(text.endsWith('next')).toBe(true)
    expect(text.length).toBeLessThan(MAX_QUEUED_BYTES * 2)
    await input.close()
  })

  test('keeps its own copy, so the caller may use its buffer again', async () => {
    const input = createPtyWriter(writer)
    const data = Buffer.from('first')
    input.write(data)
    data.fill('x')
    expect((await readBytes(5)).toString()).toBe('first')
    await input.close()
  })

  test('writes nothing after it has closed', async () => {
    const input = createPtyWriter(writer)
    input.write(Buffer.alloc(MAX_QUEUED_BYTES))
    await input.close()
    readAvailable()
    expect(input.write(Buffer.from('late'))).toBe(false)
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(readAvailable()).toHaveLength(0)
  })

  test('reports once that the program is gone', async () => {
    let errors = 0
    closeSync(reader)
    await new Promise<void>((resolve) => {
      const input = createPtyWriter(writer, () => {
        errors += 1
        expect(input.write(Buffer.from('more'))).toBe(false)
        resolve()
      })
      input.write(Buffer.from('x'))
    })
    expect(errors).toBe(1)
  })
})
