// Every archive of the corpus ends as it must, leaves nothing behind, and makes its reader take no more than the bounds.
import { readdirSync, realpathSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { CORPUS } from '../testing/corpus.ts'
import { packTar } from '../testing/pack.ts'
import { packZip } from '../testing/zip.ts'
import { inspectArchive, UPLOAD_LIMITS } from './index.ts'
import { RATIO_FLOOR_BYTES } from './limits.ts'
import { readArchive } from './read.ts'
import { ArchiveRefusal } from './refusal.ts'
import { unpackArchive } from './unpack.ts'

/** What is read of a chunk before the bound is noticed. */
const SLACK_BYTES = 256 * 1024

/** An archive of a few bytes that takes so long is waited for in vain. */
const HANG_MS = 10_000

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shellfolio-corpus-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const codeOf = (error: unknown) => {
  if (error instanceof ArchiveRefusal) return error.code
  throw error
}
const limits = UPLOAD_LIMITS

/** Unpacks below a folder of its own, and sees that nothing else was touched and no link leads out. */
const unpack = async (source: Buffer, format: 'zip' | 'tar.gz'): Promise<string> => {
  const out = join(folder, 'out')
  const ended = await unpackArchive({ source, format, limits }, out).then(() => 'accepted', codeOf)
  expect(readdirSync(folder)).toEqual(ended === 'accepted' ? ['out'] : [])
  if (ended !== 'accepted') return ended
  for (const item of readdirSync(out, { recursive: true, withFileTypes: true })) {
    if (!item.isSymbolicLink()) continue
    try {
      expect(realpathSync(join(item.parentPath, item.name)).startsWith(out)).toBe(true)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }
  await rm(out, { recursive: true })
  return ended
}

/** From a disk, where an archive comes in pieces. */
const inspectFile = async (source: Buffer): Promise<string> => {
  const path = join(folder, 'archive')
  await writeFile(path, source)
  const ended = await inspectArchive(path).then(() => 'accepted', codeOf)
  await rm(path)
  return ended
}

describe('the corpus', () => {
  test.each(CORPUS)('$format: $what is $expected', async ({ make, format, expected }) => {
    const source = await make()
    expect(await inspectArchive(source).then(() => 'accepted', codeOf)).toBe(expected)
    expect(await inspectFile(source)).toBe(expected)
    expect(await unpack(source, format)).toBe(expected)
  })

  test.each(CORPUS.filter(({ what }) => what === 'a bomb'))(
    '$format: $what is left after few bytes',
    async ({ make, format }) => {
      const source = await make()
      let bytes = 0
      const reading = readArchive({ source, format, limits }, async (_entry, content) => {
        if (content) for await (const chunk of content) bytes += chunk.byteLength
      })
      await expect(reading).rejects.toMatchObject({ code: 'too-dense' })
      const bound = Math.max(RATIO_FLOOR_BYTES, limits.maxRatio * source.byteLength)
      expect(bytes).toBeLessThanOrEqual(bound + SLACK_BYTES)
    },
  )

  test('bytes changed at random never crash the reader and never write outside', async () => {
    const zip = packZip([
      { name: 'p/a', content: 'x'.repeat(300) },
      { name: 'p/l', mode: 0o120777, content: 'a' },
    ])
    const tar = await packTar([
      { name: 'p/a', content: 'x'.repeat(300) },
      { name: 'p/l', type: 'symlink', linkname: 'a' },
      { name: 'p/b', content: 'y', pax: { comment: 'z' } },
    ])
    const change = fc.record({
      at: fc.nat(),
      byte: fc.integer({ min: 0, max: 255 }),
    })
    const changes = fc.array(change, { minLength: 1, maxLength: 6 })
    const property = fc.asyncProperty(
      fc.constantFrom('zip' as const, 'tar' as const, 'tar.gz' as const),
      changes,
      fc.option(fc.nat(), { freq: 4 }),
      async (kind, edits, cut) => {
        const bytes = Buffer.from(kind === 'zip' ? zip : kind === 'tar' ? tar : gzipSync(tar))
        for (const { at, byte } of edits) bytes[at % bytes.byteLength] = byte
        const left = cut === null ? bytes : bytes.subarray(0, cut % bytes.byteLength)
        if (kind === 'zip') await unpack(left, 'zip')
        else await unpack(kind === 'tar' ? gzipSync(left) : left, 'tar.gz')
      },
    )
    await fc.assert(property, { numRuns: 1000, timeout: HANG_MS })
  })
})
