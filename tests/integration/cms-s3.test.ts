// Uploads in a bucket of a real S3 server: stored, served, replaced, cleaned up, handed to terminals, and backed up.
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { handleEndpoints } from 'payload'
import pg from 'pg'
import { bucketStore } from '../../cms/src/backup/bucket-store.ts'
import { diskStore } from '../../cms/src/backup/disk-store.ts'
import type { FileStore } from '../../cms/src/backup/file-store.ts'
import { writeBackup } from '../../cms/src/backup/write.ts'
import type { CmsEnv } from '../../cms/src/env.ts'
import { CMS_PROBLEMS } from '../../cms/src/errors.ts'
import { type Bucket, openBucket } from '../../cms/src/files/bucket.ts'
import { bucketPlace } from '../../cms/src/files/bucket-place.ts'
import { cleanUp } from '../../cms/src/files/cleanup.ts'
import { cleanUpAll } from '../../cms/src/files/cleanup-task.ts'
import {
  openPlaces,
  type Places,
  placesOf,
  type UploadSlug,
  usePlaces,
} from '../../cms/src/files/places.ts'
import { checkBucket } from '../../cms/src/health/storage-check.ts'
import { ORPHANS } from '../../cms/src/limits.ts'
import { bucketSettings } from '../../cms/src/storage.ts'
import { createGrants } from '../../plugins/terminal/src/grants.ts'
import { startTestCms, type TestCms } from '../support/cms.ts'
import { runCmsProgram } from '../support/cms-program.ts'
import { png, tarGz } from '../support/files.ts'
import { startTestPostgres } from '../support/postgres.ts'
import { type S3Server, startS3 } from '../support/s3-server.ts'
import { logIn, type Upload, uploaderOf } from '../support/upload.ts'

let s3: S3Server
let cms: TestCms
let files: FileStore
let bucket: Bucket
let places: Places
let upload: Upload
let authorization: string
const grantKey = randomBytes(32).toString('hex')

beforeAll(async () => {
  s3 = await startS3()
  cms = await startTestCms({ env: { ...s3.env, TERMINAL_GRANT_KEY: grantKey } })
  authorization = await logIn(cms, await cms.account('editor'))
  upload = uploaderOf(cms, authorization)
  files = bucketStore(settings())
  bucket = openBucket(settings())
  places = placesOf(cms.payload)
}, 120_000)
afterAll(async () => {
  files?.close()
  bucket?.close()
  await cms?.stop()
  await s3?.stop()
})
afterEach(() => usePlaces(cms.payload, places))

type Media = {
  id: string
  filename: string
  url: string
  sizes: Record<string, { filename: string | null }>
}
const settings = () => bucketSettings(s3.env as unknown as CmsEnv)
const docOf = <Doc>({ body }: { body: unknown }) => (body as { doc: Doc }).doc
const stored = async () => (await files.list()).map(({ path }) => path).sort()
const bytesOf = async (path: string) => buffer((await files.read(path)) as never)
const get = (path: string, headers: Record<string, string> = {}) =>
  handleEndpoints({
    config: cms.payload.config,
    request: new Request(`http://cms.example/api${path}`, { headers }),
  })
const remove = (path: string) => cms.rest(path, { method: 'DELETE', headers: { authorization } })
/** When everything that is stored now is old. */
const later = () => Date.now() + 2 * ORPHANS.graceMs
const clean = (collection: UploadSlug, more: { now?: number; atMost?: number } = {}) =>
  cleanUp(cms.payload, { collection, place: bucketPlace(bucket, collection, 2), ...more })
const namesOf = ({ filename, sizes }: Media) =>
  [filename, ...Object.values(sizes).map((size) => size.filename)].filter((name) => name !== null)
const orphan = async (key: string) => {
  await bucket.write({ key, body: Buffer.from('half'), bytes: 4 })
  return key
}

test('a picture and its sizes are objects, served through the CMS with strict headers', async () => {
  const answer = await upload('/media', await png('sea.png', 700, 500))
  expect(answer.status).toBe(201)
  const media = docOf<Media>(answer)
  expect(namesOf(media).length).toBeGreaterThan(1)
  expect(await stored()).toEqual(
    namesOf(media)
      .map((name) => `media/${name}`)
      .sort(),
  )

  const whole = await get(`/media/file/${media.filename}`)
  expect(whole.status).toBe(200)
  expect(whole.headers.get('content-type')).toBe('image/png')
  expect(whole.headers.get('x-content-type-options')).toBe('nosniff')
  expect(whole.headers.get('content-security-policy')).toContain('sandbox')
  const bytes = Buffer.from(await whole.arrayBuffer())
  expect(bytes.equals(await bytesOf(`media/${media.filename}`))).toBe(true)

  const piece = await get(`/media/file/${media.filename}`, { range: 'bytes=4-11' })
  expect(piece.status).toBe(206)
  expect(Buffer.from(await piece.arrayBuffer())).toEqual(bytes.subarray(4, 12))
  const etag = whole.headers.get('etag') ?? ''
  expect((await get(`/media/file/${media.filename}`, { 'if-none-match': etag })).status).toBe(304)
})

test('an object without a row is served to nobody', async () => {
  await orphan('media/nobodys-0123456789abcdef.png')
  expect((await get('/media/file/nobodys-0123456789abcdef.png')).status).toBe(404)
  await bucket.remove('media/nobodys-0123456789abcdef.png')
})

test('an upload is logged once, and the site is told once', async () => {
  const { id } = docOf<Media>(await upload('/media', await png('once.png', 10, 10)))
  const count = async (query: string) => (await cms.payload.db.pool.query(query, [id])).rows
  expect(await count('select action from audit_log where document_id = $1')).toHaveLength(1)
  const told = await cms.payload.db.pool.query(
    "select 1 from webhook_deliveries where subject = 'media'",
  )
  const rows = await cms.payload.count({ collection: 'media', overrideAccess: true })
  expect(told.rows).toHaveLength(rows.totalDocs)
})

describe('an archive', () => {
  const make = async (content: string) => {
    const file = await tarGz('demo.tar.gz', { 'main.c': content })
    const answer = await upload('/archives', file, { data: {} })
    expect(answer.status).toBe(201)
    return { file, archive: docOf<Media>(answer) }
  }

  test('is private, and reaches the terminal service by its signed address alone', async () => {
    const { file, archive } = await make('int main;')
    expect((await get(`/archives/file/${archive.filename}`)).status).toBe(403)
    const address = `/terminal/archives/${archive.id}`
    const grants = createGrants(grantKey)
    const asked = async (token: string) => get(address, { authorization: `Bearer ${token}` })
    const answer = await asked(await grants.archiveToken(archive.id))
    expect(answer.status).toBe(200)
    expect(Buffer.from(await answer.arrayBuffer()).equals(file.data)).toBe(true)
    const { archive: other } = await make('int other;')
    expect((await asked(await grants.archiveToken(other.id))).status).not.toBe(200)
    const forged = await createGrants('f'.repeat(64)).archiveToken(archive.id)
    expect((await asked(forged)).status).not.toBe(200)
  })

  test('that is replaced is deleted only after the change is safe', async () => {
    const { file, archive } = await make('old')
    const old = `archives/${archive.filename}`
    const next = await tarGz('demo.tar.gz', { 'main.c': 'new' })
    const { db } = cms.payload
    const transactionID = (await db.beginTransaction()) as string
    const changed = await cms.payload.update({
      collection: 'archives',
      id: archive.id,
      data: {},
      file: next,
      overrideAccess: true,
      req: { transactionID },
    })
    const fresh = `archives/${changed.filename}`
    expect(await stored()).toEqual(expect.arrayContaining([old, fresh]))
    // While it may still be undone, nobody takes the file of before.
    await clean('archives')
    expect((await bytesOf(old)).equals(file.data)).toBe(true)
    await db.commitTransaction(transactionID)
    await clean('archives', { now: later() })
    expect(await stored()).not.toContain(old)
    expect((await bytesOf(fresh)).equals(next.data)).toBe(true)
  })

  test('whose replacement is undone keeps its object, and the new one is cleaned up', async () => {
    const { file, archive } = await make('kept')
    const { db } = cms.payload
    const transactionID = (await db.beginTransaction()) as string
    const { filename } = await cms.payload.update({
      collection: 'archives',
      id: archive.id,
      data: {},
      file: await tarGz('demo.tar.gz', { 'main.c': 'undone' }),
      overrideAccess: true,
      req: { transactionID },
    })
    await db.rollbackTransaction(transactionID)
    expect(await stored()).toContain(`archives/${filename}`)
    expect(await clean('archives', { now: later() })).toContain(filename)
    expect((await bytesOf(`archives/${archive.filename}`)).equals(file.data)).toBe(true)
  })
})

describe('the cleanup', () => {
  test('takes what no row names any more, and leaves what one names', async () => {
    const kept = docOf<Media>(await upload('/media', await png('kept.png', 500, 10)))
    const gone = docOf<Media>(await upload('/media', await png('gone.png', 500, 10)))
    expect((await remove(`/media/${gone.id}`)).status).toBe(200)
    expect((await get(`/media/file/${gone.filename}`)).status).toBe(404)
    const deleted = await clean('media', { now: later() })
    expect(deleted.sort()).toEqual(namesOf(gone).sort())
    const left = await stored()
    for (const name of namesOf(kept)) expect(left).toContain(`media/${name}`)
  })

  test('leaves what is young, for it may belong to an upload that still runs', async () => {
    const key = await orphan('media/young-0123456789abcdef.png')
    expect(await clean('media')).toEqual([])
    expect(await stored()).toContain(key)
    expect(await clean('media', { now: later() })).toEqual(['young-0123456789abcdef.png'])
  })

  test('looks only where uploads are stored, whatever else is in the bucket', async () => {
    const others = ['backups/x.tar', 'media/deeper/x.png', 'mediaeval/x.png']
    for (const key of others) await orphan(key)
    expect(await clean('media', { now: later() })).toEqual([])
    expect(await clean('archives', { now: later() })).toEqual([])
    for (const key of others) {
      expect(await bucket.find(key)).toBeDefined()
      await bucket.remove(key)
    }
  })

  test('goes through all pages, a bounded number of files at a time', async () => {
    const keys = ['a', 'b', 'k', 'y', 'z'].map((name) => `media/${name}-0123456789abcdef.png`)
    for (const key of keys) await orphan(key)
    const now = later()
    expect(await clean('media', { now, atMost: 2 })).toHaveLength(2)
    expect(await clean('media', { now, atMost: 2 })).toHaveLength(2)
    expect(await clean('media', { now, atMost: 2 })).toHaveLength(1)
    expect(await clean('media', { now, atMost: 2 })).toEqual([])
  })

  test('deletes nothing for a database that knows no files: it is rather the wrong one', async () => {
    await cms.payload.delete({ collection: 'archives', where: {}, overrideAccess: true })
    const before = await stored()
    expect(before.some((path) => path.startsWith('archives/'))).toBe(true)
    await cleanUpAll(cms.payload, later())
    expect(await stored()).toEqual(before)
    await upload('/archives', await tarGz('known.tar.gz', { a: 'a' }), { data: {} })
    await cleanUpAll(cms.payload, later())
    expect((await stored()).filter((path) => path.startsWith('archives/'))).toHaveLength(1)
  })

  test('deletes nothing while the database does not answer', async () => {
    const key = await orphan('media/unknown-0123456789abcdef.png')
    const { find } = cms.payload.db
    cms.payload.db.find = () => Promise.reject(new Error('The database is away.'))
    await expect(clean('media', { now: later() })).rejects.toThrow('away')
    cms.payload.db.find = find
    expect(await stored()).toContain(key)
    await bucket.remove(key)
  })
})

test('a row says the same of a file, in a bucket and on disk', async () => {
  const rowsOf = async (slug: UploadSlug, id: string) => {
    const { rows } = await cms.payload.db.pool.query(
      `select to_jsonb(t) - array['id', 'created_at', 'updated_at'] as row from ${slug} t where id = $1`,
      [id],
    )
    return JSON.stringify(rows).replaceAll(/-[0-9a-f]{16}(?=[-.])/g, '')
  }
  const picture = await png('same.png', 700, 500)
  const archive = await tarGz('same.tar.gz', { 'main.c': 'same' })
  const make = async () => {
    const media = docOf<Media>(await upload('/media', picture))
    const { id } = docOf<Media>(await upload('/archives', archive, { data: {} }))
    return [await rowsOf('media', media.id), await rowsOf('archives', id)]
  }
  const inBucket = await make()
  expect(inBucket.join()).toContain('same-480x343.webp')
  const { S3_BUCKET: _, ...env } = { ...s3.env, UPLOAD_DIR: cms.uploadDir }
  usePlaces(cms.payload, openPlaces(env as unknown as CmsEnv))
  expect(await make()).toEqual(inBucket)
  expect(await diskStore(cms.uploadDir).list()).not.toEqual([])
})

describe('with a wrong secret', () => {
  const wrong = () => ({ ...s3.env, S3_SECRET_ACCESS_KEY: 'wrong' }) as unknown as CmsEnv
  let before: string[]
  let rows: unknown

  const counted = async () => {
    const { rows: counts } = await cms.payload.db.pool.query(
      `select (select count(*) from media) as media, (select count(*) from archives) as archives,
        (select count(*) from audit_log where place in ('media', 'archives')) as log,
        (select count(*) from webhook_deliveries) as messages`,
    )
    return counts
  }

  beforeAll(async () => {
    before = await stored()
    rows = await counted()
  })

  test('the storage is found unusable', async () => {
    await expect(checkBucket(wrong(), AbortSignal.timeout(10_000))).rejects.toThrow()
    const right = s3.env as unknown as CmsEnv
    expect(await checkBucket(right, AbortSignal.timeout(10_000))).toMatchObject({ state: 'up' })
  })

  test.each(['/media', '/archives'])(
    'an upload to %s says so, and stores nothing',
    async (path) => {
      const wrongPlaces = openPlaces(wrong())
      usePlaces(cms.payload, wrongPlaces)
      const file =
        path === '/media' ? await png('no.png', 700, 500) : await tarGz('no.tar.gz', { a: 'a' })
      const { status, body } = await upload(path, file)
      wrongPlaces.close()
      expect({ status, body }).toEqual({
        status: 503,
        body: {
          type: 'urn:shellfolio:problem:storage-failed',
          code: 'storage-failed',
          status: 503,
          title: CMS_PROBLEMS['storage-failed'].title,
          errors: [{ message: CMS_PROBLEMS['storage-failed'].title }],
        },
      })
      expect(await stored()).toEqual(before)
      expect(await counted()).toEqual(rows)
    },
  )

  test('a file that is there is not served, and nothing of the bucket is told', async () => {
    const { filename } = docOf<Media>(await upload('/media', await png('there.png', 10, 10)))
    usePlaces(cms.payload, openPlaces(wrong()))
    const answer = await cms.rest(`/media/file/${filename}`)
    expect(answer.status).toBe(500)
    expect(JSON.stringify(answer.body)).not.toMatch(/uploads|test:tester|signature/i)
  })
})

test('a backup of the bucket holds every object, and is restored into a system on disk', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'shellfolio-backup-'))
  const postgres = await startTestPostgres()
  try {
    const path = join(folder, 'backup.tar')
    const secret = 'x'.repeat(64)
    await writeBackup(path, { databaseUrl: cms.databaseUrl, secret, files })
    const [databaseUrl, uploadDir] = [await postgres.freshDatabase(), join(folder, 'uploads')]
    const { code, errors } = await runCmsProgram('cms/src/backup/main.ts', ['restore', path], {
      DATABASE_URL: databaseUrl,
      UPLOAD_DIR: uploadDir,
      PAYLOAD_SECRET: secret,
    })
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
    const disk = diskStore(uploadDir)
    const paths = (await disk.list()).map((file) => file.path).sort()
    expect(paths).toEqual(await stored())
    for (const name of paths) {
      const restored = await buffer((await disk.read(name)) as never)
      expect(restored.equals(await bytesOf(name))).toBe(true)
    }
    const query = 'select id, filename, sha256, mime_type from media order by id'
    const client = new pg.Client({ connectionString: databaseUrl })
    await client.connect()
    const { rows } = await client.query(query)
    await client.end()
    expect(rows).toEqual((await cms.payload.db.pool.query(query)).rows)
    expect(rows.length).toBeGreaterThan(1)
  } finally {
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
})
