// Reading an archive ends, whatever becomes of it, and leaves nothing open.
import { randomBytes } from 'node:crypto'
import { readdirSync, readlinkSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { eventually } from '../testing/client.ts'
import { packTar } from '../testing/pack.ts'
import { packZip } from '../testing/zip.ts'
import { UPLOAD_LIMITS } from './index.ts'
import { type ArchiveSink, readArchive } from './read.ts'

/** More than any stream reads ahead. */
const FILE = { name: 'p/a', content: randomBytes(300_000) }

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shellfolio-read-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** Descriptors of files below the folder. */
const open = () =>
  readdirSync('/proc/self/fd').filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`).startsWith(folder)
    } catch {
      return false
    }
  }).length

describe.each([
  ['zip', async () => packZip([FILE, { name: 'p/b', content: 'b' }])],
  ['tar.gz', async () => gzipSync(await packTar([FILE, { name: 'p/b', content: 'b' }]))],
] as const)('a %s', (format, make) => {
  const read = async (sink: ArchiveSink, deadlineMs = UPLOAD_LIMITS.deadlineMs) => {
    const source = join(folder, 'archive')
    writeFileSync(source, await make())
    return readArchive({ source, format, limits: { ...UPLOAD_LIMITS, deadlineMs } }, sink)
  }

  test('is closed after content that nobody took because of an error of theirs', async () => {
    const reading = read(async () => {
      throw new Error('The disk is full.')
    })
    await expect(reading).rejects.toThrow('The disk is full.')
    await eventually('it is closed', () => open() === 0)
  })

  test('is refused, and closed, when its reading does not end in time', async () => {
    const reading = read(() => new Promise(() => undefined), 50)
    await expect(reading).rejects.toMatchObject({ code: 'too-slow' })
    await eventually('it is closed', () => open() === 0)
  }, 5000)

  test('is refused when its content is taken too slowly', async () => {
    const reading = read(async (_entry, content) => {
      for await (const _ of content ?? []) await new Promise((resolve) => setTimeout(resolve, 40))
    }, 50)
    await expect(reading).rejects.toMatchObject({ code: 'too-slow' })
    await eventually('it is closed', () => open() === 0)
  }, 5000)
})
