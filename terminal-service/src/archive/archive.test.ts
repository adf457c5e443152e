// Hostile archives are refused with the right code and leave nothing behind; honest ones come out whole.
import { existsSync, lstatSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { packTar, type TarEntry } from '../testing/pack.ts'
import { packZip, type ZipEntry } from '../testing/zip.ts'
import { inspectArchive, UPLOAD_LIMITS } from './index.ts'
import { ArchiveRefusal } from './refusal.ts'
import { unpackArchive } from './unpack.ts'

let folder: string
const target = () => join(folder, 'out')

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shellfolio-archive-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const codeOf = (error: unknown) => {
  if (error instanceof ArchiveRefusal) return error.code
  throw error
}

/** The refusal of both readers, which must agree. */
const refusalOf = async (source: Buffer, format: 'zip' | 'tar.gz', limits = UPLOAD_LIMITS) => {
  const inspected = await inspectArchive(source, limits).then(() => 'accepted', codeOf)
  const unpacked = await unpackArchive({ source, format, limits }, target()).then(
    () => 'accepted',
    codeOf,
  )
  expect(readdirSync(folder)).toEqual(unpacked === 'accepted' ? ['out'] : [])
  expect(inspected).toBe(unpacked)
  return unpacked
}

const tarGz = async (...entries: TarEntry[]) => gzipSync(await packTar(entries))
const ofTar = async (...entries: TarEntry[]) => refusalOf(await tarGz(...entries), 'tar.gz')
const ofZip = (...entries: ZipEntry[]) => refusalOf(packZip(entries), 'zip')

const FILE = { name: 'p/a', content: 'x' }

describe('a tar archive', () => {
  test('comes out whole: modes, links, folders, without its single top folder', async () => {
    const source = await tarGz(
      { name: 'p', type: 'directory' },
      { name: 'p/run.sh', mode: 0o4777, content: '#!/bin/sh\n' },
      { name: 'p/deep/er/file', content: 'deep', mode: 0o600 },
      { name: 'p/link', type: 'symlink', linkname: 'deep/er/file' },
      { name: 'p/copy', type: 'link', linkname: 'p/run.sh' },
    )
    await unpackArchive({ source, format: 'tar.gz', limits: UPLOAD_LIMITS }, target())
    expect(readdirSync(target()).sort()).toEqual(['copy', 'deep', 'link', 'run.sh'])
    expect(statSync(join(target(), 'run.sh')).mode & 0o7777).toBe(0o755)
    expect(statSync(join(target(), 'deep/er/file')).mode & 0o7777).toBe(0o644)
    expect(lstatSync(join(target(), 'link')).isSymbolicLink()).toBe(true)
    expect(readFileSync(join(target(), 'link'), 'utf8')).toBe('deep')
    expect(readFileSync(join(target(), 'copy'), 'utf8')).toBe('#!/bin/sh\n')
  })

  test.each<[string, TarEntry[], string]>([
    ['an absolute path', [{ name: '/etc/passwd', content: 'x' }], 'absolute-path'],
    ['a path that leaves', [{ name: 'p/../../x', content: 'x' }], 'path-leaves'],
    [
      'a symlink that leaves',
      [FILE, { name: 'p/l', type: 'symlink', linkname: '../../x' }],
      'link-leaves',
    ],
    [
      'an absolute symlink',
      [FILE, { name: 'p/l', type: 'symlink', linkname: '/etc' }],
      'link-leaves',
    ],
    [
      'a symlink to the stripped folder',
      [FILE, { name: 'p/l', type: 'symlink', linkname: '../q' }],
      'link-leaves',
    ],
    [
      'links in a circle',
      [
        FILE,
        { name: 'p/l', type: 'symlink', linkname: 'm' },
        { name: 'p/m', type: 'symlink', linkname: 'l' },
      ],
      'link-leaves',
    ],
    [
      'a way out over two links',
      [
        { name: 'p/d/e/f', content: 'x' },
        { name: 'p/l', type: 'symlink', linkname: 'd' },
        { name: 'p/m', type: 'symlink', linkname: 'l/../../x' },
      ],
      'link-leaves',
    ],
    [
      'a file written through a symlink',
      [
        { name: 'p/l', type: 'symlink', linkname: 'd' },
        { name: 'p/l/x', content: 'x' },
      ],
      'duplicate',
    ],
    [
      'a hard link to nowhere',
      [FILE, { name: 'p/h', type: 'link', linkname: 'p/b' }],
      'link-leaves',
    ],
    [
      'a hard link out',
      [FILE, { name: 'p/h', type: 'link', linkname: '/etc/shadow' }],
      'absolute-path',
    ],
    ['a device', [FILE, { name: 'p/d', type: 'block-device', devmajor: 8 }], 'special-file'],
    ['a pipe', [FILE, { name: 'p/f', type: 'fifo' }], 'special-file'],
    ['a path twice', [FILE, FILE], 'duplicate'],
    ['a file where a folder is', [{ name: 'p/a/b', content: 'x' }, FILE], 'duplicate'],
    ['a name with a control character', [{ name: 'p/\u001b[2J', content: 'x' }], 'bad-name'],
    ['a name with a backslash', [{ name: 'p\\a', content: 'x' }], 'bad-name'],
    ['no file', [{ name: 'p', type: 'directory' }], 'empty'],
  ])('is refused for %s', async (_what, entries, code) => {
    expect(await ofTar(...entries)).toBe(code)
  })

  test('is refused for a bomb', async () => {
    expect(await ofTar({ name: 'p/zero', content: Buffer.alloc(32 * 1024 * 1024) })).toBe(
      'too-dense',
    )
  })

  test('is refused for too many entries, too much content, too deep paths', async () => {
    const limits = { ...UPLOAD_LIMITS, maxEntries: 3, maxUnpackedBytes: 10 }
    const many = await tarGz(...['a', 'b', 'c', 'd'].map((name) => ({ name, content: '' })))
    expect(await refusalOf(many, 'tar.gz', limits)).toBe('too-many-entries')
    const much = await tarGz({ name: 'a', content: 'x'.repeat(11) })
    expect(await refusalOf(much, 'tar.gz', limits)).toBe('too-large')
    expect(await ofTar({ name: `${'d/'.repeat(40)}f`, content: 'x' })).toBe('bad-name')
  })

  test('is refused when it is cut, or its header is wrong', async () => {
    const tar = await packTar([{ name: 'p/a', content: 'x'.repeat(5000) }])
    expect(await refusalOf(gzipSync(tar.subarray(0, 2000)), 'tar.gz')).toBe('damaged')
    const gz = gzipSync(tar)
    expect(await refusalOf(gz.subarray(0, gz.byteLength - 12), 'tar.gz')).toBe('damaged')
    const bad = Buffer.from(tar)
    bad[148] = 0x37
    expect(await refusalOf(gzipSync(bad), 'tar.gz')).toBe('damaged')
  })
})

describe('a zip archive', () => {
  test('comes out whole, with modes and links', async () => {
    const source = packZip([
      { name: 'p/run.sh', mode: 0o100755, content: '#!/bin/sh\n' },
      { name: 'p/sub/', mode: 0o040755, content: '' },
      { name: 'p/sub/l', mode: 0o120777, content: '../run.sh' },
      { name: '__MACOSX/p/._run.sh', content: 'litter' },
    ])
    await unpackArchive({ source, format: 'zip', limits: UPLOAD_LIMITS }, target())
    expect(readdirSync(target()).sort()).toEqual(['run.sh', 'sub'])
    expect(statSync(join(target(), 'run.sh')).mode & 0o777).toBe(0o755)
    expect(readFileSync(join(target(), 'sub/l'), 'utf8')).toBe('#!/bin/sh\n')
  })

  test.each<[string, ZipEntry[], string]>([
    ['an absolute path', [{ name: '/x', content: 'x' }], 'absolute-path'],
    ['a drive letter', [{ name: 'C:x', content: 'x' }], 'absolute-path'],
    ['a path that leaves', [{ name: '../x', content: 'x' }], 'path-leaves'],
    ['a backslash path that leaves', [{ name: '..\\x', content: 'x' }], 'bad-name'],
    [
      'a link that leaves',
      [FILE, { name: 'p/l', mode: 0o120777, content: '../../x' }],
      'link-leaves',
    ],
    [
      'a file written through a link',
      [
        { name: 'l', mode: 0o120777, content: 'd' },
        { name: 'l/x', content: 'x' },
      ],
      'duplicate',
    ],
    ['a device', [FILE, { name: 'p/d', mode: 0o060600, content: '' }], 'special-file'],
    ['a path twice', [FILE, FILE], 'duplicate'],
    [
      'a claim of less than it holds',
      [{ ...FILE, content: 'x'.repeat(100), claimedSize: 3 }],
      'damaged',
    ],
    ['a claim of more than it holds', [{ ...FILE, claimedSize: 300 }], 'damaged'],
    ['an unknown compression', [{ ...FILE, method: 99 }], 'unknown-compression'],
    ['encryption', [{ ...FILE, flags: 1 }], 'encrypted'],
    ['no file', [{ name: 'p/', mode: 0o040755, content: '' }], 'empty'],
  ])('is refused for %s', async (_what, entries, code) => {
    expect(await ofZip(...entries)).toBe(code)
  })

  test('is refused for a bomb, also for one that lies about its size', async () => {
    const content = Buffer.alloc(32 * 1024 * 1024)
    expect(await ofZip({ name: 'p/zero', content })).toBe('too-dense')
    expect(await ofZip({ name: 'p/zero', content, claimedSize: 1000 })).toBe('damaged')
  })

  test('is refused when it is cut', async () => {
    const zip = packZip([FILE])
    expect(await refusalOf(zip.subarray(0, zip.byteLength - 10), 'zip')).toBe('damaged')
  })
})

describe('a file that is no archive', () => {
  test.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('hello')],
    ['a raw deflate stream', deflateRawSync(Buffer.from('hello'))],
  ])('is refused: %s', async (_what, source) => {
    expect(await inspectArchive(source).then(() => 'accepted', codeOf)).toBe('unknown-format')
  })

  test('is refused from disk as well, and an honest one accepted', async () => {
    const path = join(folder, 'upload')
    writeFileSync(path, 'hello')
    expect(await inspectArchive(path).then(() => 'accepted', codeOf)).toBe('unknown-format')
    writeFileSync(path, packZip([FILE]))
    expect(await inspectArchive(path)).toEqual({ format: 'zip', entries: 1, unpackedBytes: 1 })
    expect(existsSync(path)).toBe(true)
  })
})
