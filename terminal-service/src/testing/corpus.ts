// Hostile and odd archives, made as bytes: what each is, and the code it must be refused with, or `accepted`.
import { gzipSync } from 'node:zlib'
import type { RefusalCode } from '../archive/refusal.ts'
import { packTar, type TarEntry } from './pack.ts'
import { packZip, type ZipEntry } from './zip.ts'

export type CorpusRow = {
  what: string
  format: 'zip' | 'tar.gz'
  expected: RefusalCode | 'accepted'
  make: () => Promise<Buffer>
}

const MIB = 1024 * 1024
const FILE = { name: 'p/a', content: 'x' }
const LINK = { mode: 0o120777 }
const HEADER_BYTES = 512
const SUM_AT = 148
const END_BYTES = 22
const MAX_LONG = 0xffffffff

const tar = (what: string, expected: CorpusRow['expected'], ...entries: TarEntry[]): CorpusRow => ({
  what,
  format: 'tar.gz',
  expected,
  make: async () => gzipSync(await packTar(entries)),
})
const zip = (what: string, expected: CorpusRow['expected'], ...entries: ZipEntry[]): CorpusRow => ({
  what,
  format: 'zip',
  expected,
  make: async () => packZip(entries),
})

/** Paths that both formats can hold. */
const NAMES: [what: string, names: string[], expected: CorpusRow['expected']][] = [
  ['a way up', ['../x'], 'path-leaves'],
  ['a way up in the middle', ['p/../../x'], 'path-leaves'],
  ['an absolute path', ['/etc/cron.d/x'], 'absolute-path'],
  ['a drive letter', ['C:/x'], 'absolute-path'],
  ['a backslash', ['..\\x'], 'bad-name'],
  ['a control character', ['p/\u001b[2J'], 'bad-name'],
  ['the same path twice', ['p/a', 'p/a'], 'duplicate'],
  ['the same path written twice in other ways', ['p/a', 'p//./a'], 'duplicate'],
  ['a file above a folder', ['p/a/b', 'p/a'], 'duplicate'],
  ['a folder above a file', ['p/a', 'p/a/b'], 'duplicate'],
  ['a very deep path', [`${'d/'.repeat(200)}f`], 'bad-name'],
  ['a very long name', [`p/${'n'.repeat(256)}`], 'bad-name'],
  ['a replacement for what is not UTF-8', ['p/\ufffd'], 'name-not-utf8'],
  ['names that differ by case', ['p/a', 'p/A'], 'accepted'],
  ['names that differ by normalisation', ['p/\u00e9', 'p/e\u0301'], 'accepted'],
]

/** Changes bytes in place, at each occurrence. */
const patched = (archive: Buffer, from: Buffer, to: Buffer): Buffer => {
  const copy = Buffer.from(archive)
  for (let at = copy.indexOf(from); at >= 0; at = copy.indexOf(from, at + 1)) to.copy(copy, at)
  return copy
}

/** A tar whose first header was changed, with its sum put right. */
const withHeader = async (change: (header: Buffer) => void, entries: TarEntry[] = [FILE]) => {
  const bytes = await packTar(entries)
  const header = bytes.subarray(0, HEADER_BYTES)
  change(header)
  header.fill(' ', SUM_AT, SUM_AT + 8)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, SUM_AT)
  return gzipSync(bytes)
}
const header = (
  what: string,
  expected: CorpusRow['expected'],
  change: (header: Buffer) => void,
): CorpusRow => ({ what, format: 'tar.gz', expected, make: () => withHeader(change) })
const made = (
  what: string,
  format: CorpusRow['format'],
  expected: CorpusRow['expected'],
  make: CorpusRow['make'],
): CorpusRow => ({ what, format, expected, make })

const nonUtf8 = (archive: Buffer) =>
  patched(archive, Buffer.from('p/NAME'), Buffer.from('p/N\xffME', 'latin1'))
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ name: `p/${index}`, content: '' }))
/** Offset of the end record, which has no comment here. */
const endOf = (archive: Buffer) => archive.byteLength - END_BYTES
const setEnd = (archive: Buffer, offset: number, value: number) => {
  archive.writeUInt16LE(value, endOf(archive) + offset)
  return archive
}

/** Two entries, and an end that does not tell of the second. */
const withHiddenEntry = () => {
  const bytes = setEnd(packZip([FILE, { ...FILE, name: 'p/b' }]), 8, 1)
  return setEnd(bytes, 10, 1)
}

type Zip64End = {
  here?: bigint
  entries?: bigint
  bytes?: bigint
  offset?: bigint
  length?: bigint
  recordAt?: bigint
  classicOffset?: number
}

/** The same zip with its end in the form for large ones, which may say something else than the truth. */
const zip64 = (archive: Buffer, says: Zip64End): Buffer => {
  const endAt = endOf(archive)
  const end = Buffer.from(archive.subarray(endAt))
  const record = Buffer.alloc(56)
  record.writeUInt32LE(0x06064b50, 0)
  record.writeBigUInt64LE(says.length ?? 44n, 4)
  const entries = BigInt(end.readUInt16LE(10))
  record.writeBigUInt64LE(says.here ?? says.entries ?? entries, 24)
  record.writeBigUInt64LE(says.entries ?? entries, 32)
  record.writeBigUInt64LE(says.bytes ?? BigInt(end.readUInt32LE(12)), 40)
  record.writeBigUInt64LE(says.offset ?? BigInt(end.readUInt32LE(16)), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(says.recordAt ?? BigInt(endAt), 8)
  locator.writeUInt32LE(1, 16)
  end.fill(0xff, 8, 20)
  if (says.classicOffset !== undefined) end.writeUInt32LE(says.classicOffset, 16)
  return Buffer.concat([archive.subarray(0, endAt), record, locator, end])
}
const zip64Row = (what: string, expected: CorpusRow['expected'], says: Zip64End): CorpusRow =>
  made(what, 'zip', expected, async () => zip64(packZip([FILE]), says))

/** An entry whose offset is in a field for large ones. */
const zip64Entry = (offset: bigint): ZipEntry => {
  const extra = Buffer.alloc(12)
  extra.writeUInt16LE(1, 0)
  extra.writeUInt16LE(8, 2)
  extra.writeBigUInt64LE(offset, 4)
  return { ...FILE, claimedOffset: MAX_LONG, extra }
}

/** The gzip of one file with something behind it. */
const followed = (what: string, expected: CorpusRow['expected'], ...behind: Buffer[]): CorpusRow =>
  made(what, 'tar.gz', expected, async () =>
    Buffer.concat([gzipSync(await packTar([FILE])), ...behind]),
  )

/** An entry that speaks for the next one, and claims a size that is a lie, or too much. */
const claiming = (type: 'L' | 'K' | 'x' | 'g', size: string) => (bytes: Buffer) => {
  bytes.write(type, 156)
  bytes.write(size, 124)
}
const EXTENSIONS = [
  ['GNU long name', 'L'],
  ['GNU long link', 'K'],
  ['pax header', 'x'],
  ['global pax header', 'g'],
] as const
const attributes = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`SCHILY.xattr.user.${index}`, 'x']),
  )

const TARS: CorpusRow[] = [
  tar('a link out', 'link-leaves', FILE, { name: 'p/l', type: 'symlink', linkname: '../../x' }),
  tar('an absolute link', 'link-leaves', FILE, { name: 'p/l', type: 'symlink', linkname: '/etc' }),
  tar('a hard link out', 'path-leaves', FILE, { name: 'p/h', type: 'link', linkname: '../x' }),
  tar(
    'a write through a link',
    'duplicate',
    { name: 'l', type: 'symlink', linkname: 'd' },
    { name: 'l/x', content: 'x' },
  ),
  tar(
    'a hard link to a link',
    'link-leaves',
    FILE,
    { name: 'p/l', type: 'symlink', linkname: 'a' },
    { name: 'p/h', type: 'link', linkname: 'p/l' },
  ),
  tar('a character device', 'special-file', FILE, { name: 'p/d', type: 'character-device' }),
  tar('a block device', 'special-file', FILE, { name: 'p/d', type: 'block-device' }),
  tar('a pipe', 'special-file', FILE, { name: 'p/f', type: 'fifo' }),
  tar('a pax path out', 'path-leaves', { ...FILE, pax: { path: '../../x' } }),
  tar('a pax path with NUL', 'bad-name', { ...FILE, pax: { path: 'p/a\0b' } }),
  tar('a pax size that lies', 'damaged', { ...FILE, pax: { size: '99999' } }),
  tar('a negative pax size', 'damaged', { ...FILE, pax: { size: '-1' } }),
  tar('a pax sparse file', 'special-file', { ...FILE, pax: { 'GNU.sparse.major': '1' } }),
  tar('a date before time', 'accepted', { ...FILE, mtime: new Date(-1e12) }),
  tar('only a folder', 'empty', { name: 'p', type: 'directory' }),
  tar('no entry', 'empty'),
  tar('an archive in an archive', 'accepted', { name: 'p/z.zip', content: packZip([FILE]) }),
  header('a GNU sparse file', 'special-file', (bytes) => bytes.write('S', 156)),
  header('a negative size', 'damaged', (bytes) => bytes.fill(0xff, 124, 136)),
  header('a size of gigabytes', 'too-large', (bytes) => bytes.write('77777777777 ', 124)),
  header('no tar format', 'damaged', (bytes) => bytes.fill(0, 257, 265)),
  header('a name that is not UTF-8', 'name-not-utf8', (bytes) => bytes.fill(0xff, 0, 1)),
  // A path for all entries makes no sense, and none takes it.
  made('a global pax path out', 'tar.gz', 'accepted', async () =>
    withHeader(
      (bytes) => bytes.write('g', 156),
      [
        { ...FILE, pax: { path: '../../x' } },
        { ...FILE, name: 'p/b', pax: { comment: 'x' } },
      ],
    ),
  ),
  made('a GNU long name out', 'tar.gz', 'path-leaves', () =>
    withHeader(
      (bytes) => bytes.write('L', 156),
      [{ name: '././@LongLink', content: '../../x\0' }, FILE],
    ),
  ),
  made('20 000 entries', 'tar.gz', 'too-many-entries', async () =>
    gzipSync(await packTar(many(20_000))),
  ),
  made('a bomb', 'tar.gz', 'too-dense', async () =>
    gzipSync(await packTar([{ name: 'p/zero', content: Buffer.alloc(64 * MIB) }])),
  ),
  made('cut gzip', 'tar.gz', 'damaged', async () =>
    gzipSync(await packTar([FILE])).subarray(0, -6),
  ),
  made('cut tar', 'tar.gz', 'damaged', async () =>
    gzipSync((await packTar([FILE])).subarray(0, 700)),
  ),
  made('two gzips in a row', 'tar.gz', 'accepted', async () => {
    const bytes = await packTar([FILE])
    return Buffer.concat([gzipSync(bytes.subarray(0, 512)), gzipSync(bytes.subarray(512))])
  }),
  made('garbage in the tar', 'tar.gz', 'damaged', async () =>
    gzipSync(Buffer.concat([await packTar([FILE]), Buffer.alloc(512, 7)])),
  ),
  followed('garbage behind the gzip', 'damaged', Buffer.alloc(64, 7)),
  followed('a lot of garbage behind the gzip', 'damaged', Buffer.alloc(MIB, 7)),
  followed('a zero behind the gzip', 'damaged', Buffer.alloc(1)),
  followed('a lot of zeros behind the gzip', 'damaged', Buffer.alloc(MIB)),
  followed('garbage behind zeros', 'damaged', Buffer.alloc(64), Buffer.alloc(64, 7)),
  followed('a zip behind zeros', 'damaged', Buffer.alloc(64), packZip([FILE])),
  followed('the start of a second gzip', 'damaged', gzipSync('x').subarray(0, 5)),
  made('a second gzip behind zeros', 'tar.gz', 'damaged', async () => {
    const bytes = gzipSync(await packTar([FILE]))
    return Buffer.concat([bytes, Buffer.alloc(64), bytes])
  }),
  // `tar` itself stops at the end of the first one. What we read on is held to the same rules.
  made('a second tar in a second gzip', 'tar.gz', 'accepted', async () =>
    Buffer.concat([
      gzipSync(await packTar([FILE])),
      gzipSync(await packTar([{ ...FILE, name: 'p/b' }])),
    ]),
  ),
  made('a way out in a second gzip', 'tar.gz', 'path-leaves', async () =>
    Buffer.concat([
      gzipSync(await packTar([FILE])),
      gzipSync(await packTar([{ ...FILE, name: '../x' }])),
    ]),
  ),
  ...EXTENSIONS.flatMap(([what, type]) => [
    header(`a ${what} of gigabytes`, 'damaged', claiming(type, '77777777777 ')),
    header(`a ${what} that is not all there`, 'damaged', claiming(type, '00010000000 ')),
    made(`a ${what} of 8 MiB, all there`, 'tar.gz', 'damaged', () =>
      withHeader(
        (bytes) => bytes.write(type, 156),
        [{ name: 'x', content: Buffer.alloc(8 * MIB, 'x') }, FILE],
      ),
    ),
  ]),
  made('many pax headers of megabytes', 'tar.gz', 'damaged', async () => {
    const pax = await packTar([{ ...FILE, pax: attributes(100_000) }])
    // The same header again and again: each replaces the one before, and the last one has few fields.
    const one = pax.subarray(0, pax.byteLength - 4 * 512)
    const last = await packTar([{ ...FILE, pax: attributes(1) }])
    return gzipSync(Buffer.concat([...Array.from({ length: 30 }, () => one), last]))
  }),
  tar('some pax attributes', 'accepted', { ...FILE, pax: attributes(100) }),
  tar('thousands of pax attributes', 'damaged', { ...FILE, pax: attributes(5000) }),
  made('thousands of pax attributes for all', 'tar.gz', 'damaged', () =>
    withHeader(
      (bytes) => bytes.write('g', 156),
      [
        { ...FILE, pax: attributes(5000) },
        { ...FILE, name: 'p/b', pax: { comment: 'x' } },
      ],
    ),
  ),
]

const ZIPS: CorpusRow[] = [
  zip('a link out', 'link-leaves', FILE, { name: 'p/l', ...LINK, content: '../../x' }),
  zip(
    'a write through a link',
    'duplicate',
    { name: 'l', ...LINK, content: 'd' },
    { name: 'l/x', content: 'x' },
  ),
  zip('a NUL', 'bad-name', { name: 'p/a\0b', content: 'x' }),
  zip('a device', 'special-file', FILE, { name: 'p/d', mode: 0o020600, content: '' }),
  zip('a smaller size than true', 'damaged', {
    name: 'p/a',
    content: 'x'.repeat(99),
    claimedSize: 3,
  }),
  zip('a size that only zip64 can say', 'too-large', { ...FILE, claimedSize: MAX_LONG }),
  zip('encryption', 'encrypted', { ...FILE, flags: 1 }),
  zip('strong encryption', 'damaged', { ...FILE, flags: 0x41 }),
  zip('only a folder', 'empty', { name: 'p/', mode: 0o040755, content: '' }),
  zip('an archive in an archive', 'accepted', { name: 'p/z.zip', content: packZip([FILE]) }),
  zip('a bomb', 'too-dense', { name: 'p/zero', content: Buffer.alloc(64 * MIB) }),
  zip('an entry behind the file', 'damaged', { ...FILE, claimedOffset: 0x7fffffff }),
  zip('a zip64 entry where it is', 'accepted', zip64Entry(0n)),
  zip('a zip64 entry behind the file', 'damaged', zip64Entry(1n << 40n)),
  zip('a zip64 entry at no number', 'damaged', zip64Entry((1n << 64n) - 1n)),
  made('no entry', 'zip', 'empty', async () => packZip([])),
  made('a name that is not UTF-8', 'zip', 'name-not-utf8', async () =>
    nonUtf8(packZip([{ name: 'p/NAME', content: 'x' }])),
  ),
  made('20 000 entries', 'zip', 'too-many-entries', async () => packZip(many(20_000))),
  made('another name in the local header', 'zip', 'damaged', async () => {
    const bytes = packZip([FILE])
    bytes.write('p/b', 30)
    return bytes
  }),
  made('another checksum', 'zip', 'damaged', async () => {
    const bytes = packZip([FILE])
    const at = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    bytes.writeUInt32LE(1, at + 16)
    return bytes
  }),
  made('overlapping entries', 'zip', 'damaged', async () => {
    const bytes = packZip([FILE, FILE])
    const at = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    bytes.writeUInt32LE(0, at + 42)
    return bytes
  }),
  made('more entries claimed than there are', 'zip', 'damaged', async () =>
    setEnd(packZip([FILE]), 10, 5),
  ),
  made('fewer entries claimed than there are', 'zip', 'damaged', async () => withHiddenEntry()),
  made('another number of entries here than on all disks', 'zip', 'damaged', async () =>
    setEnd(packZip([FILE]), 8, 0),
  ),
  made('a directory claimed shorter than it is', 'zip', 'damaged', async () =>
    setEnd(withHiddenEntry(), 12, 46 + FILE.name.length),
  ),
  made('a directory claimed longer than the file', 'zip', 'damaged', async () =>
    setEnd(packZip([FILE]), 14, 0xffff),
  ),
  made('a directory claimed behind the file', 'zip', 'damaged', async () =>
    setEnd(packZip([FILE]), 18, 0x7fff),
  ),
  made('bytes between the directory and its end', 'zip', 'damaged', async () => {
    const bytes = packZip([FILE])
    const parts = [bytes.subarray(0, endOf(bytes)), Buffer.alloc(64), bytes.subarray(endOf(bytes))]
    return Buffer.concat(parts)
  }),
  made('a comment', 'zip', 'accepted', async () =>
    Buffer.concat([setEnd(packZip([FILE]), 20, 40), Buffer.alloc(40, 'c')]),
  ),
  zip64Row('a zip64 end', 'accepted', {}),
  zip64Row('a zip64 end that the other end repeats', 'accepted', {
    classicOffset: packZip([FILE]).readUInt32LE(endOf(packZip([FILE])) + 16),
  }),
  zip64Row('a zip64 end that the other end contradicts', 'damaged', { classicOffset: 0 }),
  zip64Row('a zip64 end behind the file', 'damaged', { recordAt: 1n << 40n }),
  zip64Row('a zip64 end at no number', 'damaged', { recordAt: (1n << 64n) - 1n }),
  zip64Row('a zip64 end longer than it is', 'damaged', { length: 1n << 40n }),
  zip64Row('a zip64 directory behind the file', 'damaged', { offset: 1n << 40n }),
  zip64Row('a zip64 directory at no number', 'damaged', { offset: (1n << 64n) - 1n }),
  zip64Row('a zip64 directory larger than the file', 'damaged', { bytes: 1n << 40n }),
  zip64Row('no zip64 entry where there is one', 'damaged', { entries: 0n }),
  zip64Row('more zip64 entries than there are', 'damaged', { entries: 5000n }),
  zip64Row('another number of zip64 entries here', 'damaged', { here: 0n }),
  zip64Row('more zip64 entries than any number', 'too-many-entries', { entries: (1n << 64n) - 1n }),
  made('several disks', 'zip', 'damaged', async () => setEnd(packZip([FILE]), 4, 3)),
  made('garbage behind the end', 'zip', 'damaged', async () =>
    Buffer.concat([packZip([FILE]), Buffer.alloc(64, 7)]),
  ),
  made('cut', 'zip', 'damaged', async () => packZip([FILE]).subarray(0, -8)),
]

export const CORPUS: CorpusRow[] = [
  ...NAMES.flatMap(([what, names, expected]) => {
    const entries = names.map((name) => ({ name, content: 'x' }))
    return [tar(what, expected, ...entries), zip(what, expected, ...entries)]
  }),
  ...TARS,
  ...ZIPS,
]
