// Backups: what is restored is what was there, and what is damaged restores nothing.
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import pg from 'pg'
import { extract, pack } from 'tar-stream'
import { tablesOf } from '../../cms/src/backup/catalogue.ts'
import { diskStore } from '../../cms/src/backup/disk-store.ts'
import { BackupError, type Manifest } from '../../cms/src/backup/manifest.ts'
import { verifyBackup } from '../../cms/src/backup/read.ts'
import { restoreBackup } from '../../cms/src/backup/restore.ts'
import { writeBackup } from '../../cms/src/backup/write.ts'
import type { Demo } from '../../cms/src/payload-types.ts'
import { startTestCms, type TestCms } from '../support/cms.ts'
import { type Ended, runCmsProgram } from '../support/cms-program.ts'
import { onePixelPng, tarGz } from '../support/files.ts'
import { startTestPostgres, type TestPostgres } from '../support/postgres.ts'

const SECRET = 's'.repeat(32)

let cms: TestCms
let postgres: TestPostgres
let folder: string
let backup: string
let manifest: Manifest
let empty: string
/** Restored from the backup by the program. */
let restored: { url: string; uploadDir: string; ended: Ended }
let counter = 0

const asOwner = { overrideAccess: true as const, draft: false as const }

/** Documents of several kinds, that point at each other both ways, with versions and files. */
const fill = async () => {
  const { payload } = cms
  await cms.account('owner')
  const picture = await payload.create({
    collection: 'media',
    data: { alt: 'A pixel' },
    file: await onePixelPng('pixel.png'),
    ...asOwner,
  })
  const archive = await payload.create({
    collection: 'archives',
    data: {},
    file: await tarGz('demo.tar.gz', { 'main.c': 'int main(void) { return 0; }' }),
    ...asOwner,
  })
  const demo = await payload.create({
    collection: 'demos',
    data: { title: 'Demo', archive: archive.id, toolchain: 'c', enabled: true } as Demo,
    ...asOwner,
  })
  const first = await payload.create({
    collection: 'projects',
    data: {
      title: 'First',
      summary: 'It works.',
      slug: 'first',
      kind: 'personal',
      cover: picture.id,
      demo: demo.id,
      _status: 'published',
    },
    ...asOwner,
  })
  const second = await payload.create({
    collection: 'projects',
    data: {
      slug: 'second',
      title: 'Tab\there, "quotes", \\N and \\. — ünïcödé \u{1f600}',
      kind: 'school',
      summary: 'Lines\nand\r\nmore',
      related: [first.id],
      _status: 'draft',
    },
    ...asOwner,
  })
  await payload.update({
    collection: 'projects',
    id: first.id,
    data: { related: [second.id], features: [{ text: 'One' }, { text: 'Two' }] },
    ...asOwner,
  })
}

beforeAll(async () => {
  cms = await startTestCms()
  postgres = await startTestPostgres()
  folder = await mkdtemp(join(tmpdir(), 'shellfolio-backup-'))
  backup = join(folder, 'backup.tar')
  await fill()
  manifest = await writeBackup(backup, {
    databaseUrl: cms.databaseUrl,
    secret: SECRET,
    files: diskStore(cms.uploadDir),
  })
})
afterAll(async () => {
  await cms?.stop()
  await postgres?.stop()
  if (folder) await rm(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  empty = await postgres.freshDatabase()
  counter += 1
})

const uploads = () => join(folder, `uploads-${counter}`)

/** As an operator does it. */
const run = (args: string[], more: Record<string, string> = {}) =>
  runCmsProgram('cms/src/backup/main.ts', args, {
    DATABASE_URL: empty,
    UPLOAD_DIR: uploads(),
    PAYLOAD_SECRET: SECRET,
    ...more,
  })

/** As the program does it, up to the first change: then it would need a Payload. */
const attempt = (path: string, databaseUrl = empty) =>
  restoreBackup(path, {
    databaseUrl,
    secret: SECRET,
    files: diskStore(uploads()),
    isReplacing: false,
    startPayload: () => Promise.reject(new Error('Something was touched.')),
  })

const withClient = async <Result>(url: string, work: (client: pg.Client) => Promise<Result>) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Every row of every table as text. */
const contentOf = (url: string) =>
  withClient(url, async (client) => {
    const content: Record<string, string[]> = {}
    for (const { name } of await tablesOf(client)) {
      const { rows } = await client.query(
        `select t::text as row from public."${name}" t order by 1`,
      )
      content[name] = rows.map(({ row }) => row)
    }
    return content
  })

const filesOf = async (uploadDir: string) => {
  const store = diskStore(uploadDir)
  const files: Record<string, string> = {}
  for (const { path } of await store.list()) {
    files[path] = createHash('sha256')
      .update(await readFile(join(uploadDir, path)))
      .digest('hex')
  }
  return files
}

const isUntouched = (url = empty) =>
  withClient(url, async (client) => (await tablesOf(client)).length === 0)

describe('a backup', () => {
  beforeAll(async () => {
    const [url, uploadDir] = [await postgres.freshDatabase(), join(folder, 'restored')]
    const ended = await run(['restore', backup], { DATABASE_URL: url, UPLOAD_DIR: uploadDir })
    restored = { url, uploadDir, ended }
  })

  test('restores into an empty system what was there, row for row and file for file', async () => {
    const { code, output, errors } = restored.ended
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
    expect(output).toContain(`as they were at ${manifest.createdAt}`)
    expect(await contentOf(restored.url)).toEqual(await contentOf(cms.databaseUrl))
    const files = await filesOf(restored.uploadDir)
    expect(files).toEqual(await filesOf(cms.uploadDir))
    expect(Object.keys(files).length).toBeGreaterThan(1)
  })

  test('can be written to again after it was restored: numbers go on', async () => {
    const number = async (url: string, query: string) =>
      Number((await withClient(url, (client) => client.query(query))).rows[0].id)
    const highest = await number(cms.databaseUrl, 'select max(id) as id from projects_rels')
    expect(highest).toBeGreaterThan(0)
    const next = "select nextval(pg_get_serial_sequence('projects_rels', 'id')) as id"
    expect(await number(restored.url, next)).toBe(highest + 1)
  })

  test('is written by the program, readable by its owner alone, and never over another', async () => {
    const path = join(folder, 'second.tar')
    const as = { DATABASE_URL: cms.databaseUrl, UPLOAD_DIR: cms.uploadDir }
    const { code, output } = await run(['backup', path], as)
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('2 files') })
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect((await verifyBackup(path)).tables).toEqual(manifest.tables)
    const again = await run(['backup', path], as)
    expect({ code: again.code, errors: again.errors }).toEqual({
      code: 1,
      errors: `${path} is there already.\n`,
    })
  })

  test('holds no secret of the installation', async () => {
    expect((await readFile(backup)).includes(SECRET)).toBe(false)
  })
})

describe('a restore', () => {
  test('leaves a database alone that has something in it, unless it is told to replace it', async () => {
    const { url } = restored
    const change = "update projects_locales set title = 'Changed'"
    await withClient(url, (client) => client.query(change))
    const changed = await contentOf(url)
    await expect(attempt(backup, url)).rejects.toThrow('--replace')
    expect(await contentOf(url)).toEqual(changed)
    const ended = await run(['restore', backup, '--replace'], { DATABASE_URL: url })
    expect(ended.code).toBe(0)
    expect(await contentOf(url)).toEqual(await contentOf(cms.databaseUrl))
  })

  test('does not begin while the CMS is running', async () => {
    await cms.payload.count({ collection: 'projects', overrideAccess: true })
    await expect(attempt(backup, cms.databaseUrl)).rejects.toThrow('The CMS is running')
  })

  test('says when secrets in it cannot be read with the keys of this installation', async () => {
    const { code, output } = await run(['restore', backup], { PAYLOAD_SECRET: 'o'.repeat(32) })
    expect(code).toBe(0)
    expect(output).toContain('PAYLOAD_SECRET is not the one of the backup')
  })
})

type Part = { name: string; data: Buffer }

const partsOf = async (path: string): Promise<Part[]> => {
  const tar = extract()
  tar.end(await readFile(path))
  const parts: Part[] = []
  for await (const entry of tar) parts.push({ name: entry.header.name, data: await buffer(entry) })
  return parts
}

/** The backup with its entries changed by `change`. */
const tampered = async (change: (parts: Part[]) => Part[]): Promise<string> => {
  const path = join(folder, `tampered-${counter}.tar`)
  const tar = pack()
  for (const { name, data } of change(await partsOf(backup))) tar.entry({ name }, data)
  tar.finalize()
  await writeFile(path, await buffer(tar))
  return path
}

const withManifest = (change: (value: Manifest) => unknown) => (parts: Part[]) =>
  parts.map((part) =>
    part.name === 'manifest.json'
      ? { ...part, data: Buffer.from(JSON.stringify(change(JSON.parse(part.data.toString())))) }
      : part,
  )

describe('a damaged backup', () => {
  const damages: [string, (parts: Part[]) => Part[]][] = [
    [
      'with a flipped bit in a table',
      (parts) =>
        parts.map((part) => {
          if (!part.name.startsWith('database/projects/')) return part
          const data = Buffer.from(part.data)
          data[20] = (data[20] ?? 0) ^ 1
          return { ...part, data }
        }),
    ],
    [
      'without one of its files',
      (parts) => parts.filter(({ name }) => !name.startsWith('files/media/')),
    ],
    [
      'with a file more',
      (parts) => [{ name: 'files/media/more.png', data: Buffer.from('x') }, ...parts],
    ],
    [
      'with a file that leaves its folder',
      withManifest((value) => ({
        ...value,
        entries: value.entries.map((entry) => ({
          ...entry,
          path: entry.path.replace('files/media/', 'files/media/../'),
        })),
      })),
    ],
    ['of another format', withManifest((value) => ({ ...value, format: 2 }))],
    [
      'of a newer version',
      withManifest((value) => ({ ...value, migrations: [...value.migrations, '30000101_future'] })),
    ],
    [
      'with a table named to be more than a name',
      withManifest((value) => ({
        ...value,
        tables: [...value.tables, { name: 'users"; drop table users; --', columns: [], rows: 0 }],
      })),
    ],
    ['without a manifest', (parts) => parts.filter(({ name }) => name !== 'manifest.json')],
    [
      'with something behind the manifest',
      (parts) => [...parts, { name: 'files/media/late.png', data: Buffer.from('x') }],
    ],
  ]

  test.each(damages)('%s is refused before anything is touched', async (_, change) => {
    await expect(attempt(await tampered(change))).rejects.toThrow(BackupError)
    expect(await isUntouched()).toBe(true)
    expect(await filesOf(uploads())).toEqual({})
  })

  test.each([0, 512, 5000])('cut after %i bytes is refused', async (bytes) => {
    const path = join(folder, `cut-${bytes}.tar`)
    await writeFile(path, await readFile(backup))
    await truncate(path, bytes)
    await expect(attempt(path)).rejects.toThrow(BackupError)
    expect(await isUntouched()).toBe(true)
  })

  test('that claims other tables than its migrations make restores no row', async () => {
    const path = await tampered(
      withManifest((value) => ({
        ...value,
        tables: value.tables.map((table) =>
          table.name === 'projects' ? { ...table, columns: table.columns.slice(1) } : table,
        ),
      })),
    )
    const { code, errors } = await run(['restore', path])
    expect(code).toBe(1)
    expect(errors).toContain('The tables of the backup')
    const { rows } = await withClient(empty, (client) => client.query('select 1 from users'))
    expect(rows).toEqual([])
  })
})

test('an older schema is restored as it was and then brought up to date', async () => {
  const older = manifest.migrations.slice(0, 1)
  const source = await postgres.freshDatabase()
  const program = 'tests/support/migrate-to.ts'
  const env = { DATABASE_URL: source, UPLOAD_DIR: uploads() }
  expect(await runCmsProgram(program, older, env)).toMatchObject({ code: 0, errors: '' })
  await withClient(source, (client) =>
    client.query("insert into technologies (name, slug, category) values ('C', 'c', 'language')"),
  )
  const path = join(folder, 'older.tar')
  await run(['backup', path], env)
  expect((await verifyBackup(path)).migrations).toEqual(older)
  expect(await run(['restore', path])).toMatchObject({ code: 0 })
  const names = await withClient(empty, (client) => client.query('select name from technologies'))
  expect(names.rows).toEqual([{ name: 'C' }])
  expect(Object.keys(await contentOf(empty))).toEqual(Object.keys(await contentOf(cms.databaseUrl)))
})

test('a half-written backup never has the name of a whole one', async () => {
  const path = join(folder, 'failing.tar')
  const files = { ...diskStore(cms.uploadDir), read: () => Promise.reject(new Error('disk')) }
  const source = { databaseUrl: cms.databaseUrl, secret: SECRET, files }
  await expect(writeBackup(path, source)).rejects.toThrow('disk')
  expect((await readdir(folder)).filter((name) => name.startsWith('failing'))).toEqual([])
})
