// Uploads in a bucket of a real S3 server: stored, served, replaced, deleted, handed to terminals, and backed up.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { handleEndpoints } from 'payload'
import { openArchive } from '../../cms/src/archives/open.ts'
import { bucketStore } from '../../cms/src/backup/bucket-store.ts'
import type { FileStore } from '../../cms/src/backup/file-store.ts'
import { entriesOf, verifyBackup } from '../../cms/src/backup/read.ts'
import { writeBackup } from '../../cms/src/backup/write.ts'
import type { CmsEnv } from '../../cms/src/env.ts'
import { checkBucket } from '../../cms/src/health/storage-check.ts'
import { bucketSettings } from '../../cms/src/storage.ts'
import { startTestCms, type TestCms } from '../support/cms.ts'
import { png, tarGz } from '../support/files.ts'
import { type S3Server, startS3 } from '../support/s3-server.ts'
import { logIn, type Upload, uploaderOf } from '../support/upload.ts'

let s3: S3Server
let cms: TestCms
let files: FileStore
let upload: Upload
let authorization: string

beforeAll(async () => {
  s3 = await startS3()
  cms = await startTestCms({ env: s3.env })
  authorization = await logIn(cms, await cms.account('editor'))
  upload = uploaderOf(cms, authorization)
  files = bucketStore(bucketSettings(s3.env as unknown as CmsEnv))
}, 120_000)
afterAll(async () => {
  files?.close()
  await cms?.stop()
  await s3?.stop()
})

type Media = {
  id: string
  filename: string
  url: string
  sizes: Record<string, { filename: string | null }>
}
const docOf = <Doc>({ body }: { body: unknown }) => (body as { doc: Doc }).doc
const stored = async () => (await files.list()).map(({ path }) => path).sort()
const bytesOf = async (path: string) => buffer((await files.read(path)) as never)
const get = (path: string, headers: Record<string, string> = {}) =>
  handleEndpoints({
    config: cms.payload.config,
    request: new Request(`http://cms.example/api${path}`, { headers }),
  })

test('a picture and its sizes are objects, served through the CMS with strict headers, and gone with their row', async () => {
  const answer = await upload('/media', await png('sea.png', 700, 500))
  expect(answer.status).toBe(201)
  const media = docOf<Media>(answer)
  const names = Object.values(media.sizes).flatMap(({ filename }) => (filename ? [filename] : []))
  expect(names.length).toBeGreaterThan(0)
  const expected = [media.filename, ...names].map((name) => `media/${name}`).sort()
  expect(await stored()).toEqual(expected)

  const whole = await get(`/media/file/${media.filename}`)
  expect(whole.status).toBe(200)
  expect(whole.headers.get('x-content-type-options')).toBe('nosniff')
  expect(whole.headers.get('content-security-policy')).toContain('sandbox')
  const bytes = Buffer.from(await whole.arrayBuffer())
  expect(bytes.equals(await bytesOf(`media/${media.filename}`))).toBe(true)

  const piece = await get(`/media/file/${media.filename}`, { range: 'bytes=4-11' })
  expect(piece.status).toBe(206)
  expect(Buffer.from(await piece.arrayBuffer())).toEqual(bytes.subarray(4, 12))

  const gone = await cms.rest(`/media/${media.id}`, {
    method: 'DELETE',
    headers: { authorization },
  })
  expect(gone.status).toBe(200)
  expect(await stored()).toEqual([])
})

test('an archive is private, reaches terminals, and is replaced by an object of another name', async () => {
  const first = await tarGz('demo.tar.gz', { 'main.c': 'int main;' })
  const made = await upload('/archives', first, { data: {} })
  expect(made.status).toBe(201)
  const archive = docOf<Media>(made)
  expect((await get(`/archives/file/${archive.filename}`)).status).toBe(403)

  const open = openArchive({ uploadDir: '/nowhere', isInBucket: true })
  const readable = await open(cms.payload, archive)
  expect((await buffer(readable as never)).equals(first.data)).toBe(true)

  const second = await tarGz('demo.tar.gz', { 'main.c': 'int other;' })
  const replaced = await upload(`/archives/${archive.id}`, second, { method: 'PATCH', data: {} })
  expect(replaced.status).toBe(200)
  const { filename } = docOf<Media>(replaced)
  expect(filename).not.toBe(archive.filename)
  expect((await bytesOf(`archives/${filename}`)).equals(second.data)).toBe(true)
  expect((await stored()).filter((path) => path.startsWith('archives/'))).toEqual([
    `archives/${filename}`,
  ])
})

test('a backup of the bucket holds every object as it is', async () => {
  await upload('/media', await png('kept.png', 60, 40))
  const folder = await mkdtemp(join(tmpdir(), 'shellfolio-backup-'))
  try {
    const path = join(folder, 'backup.tar')
    await writeBackup(path, { databaseUrl: cms.databaseUrl, secret: 'x'.repeat(64), files })
    await verifyBackup(path)
    const saved = new Map<string, Buffer>()
    for await (const { path: name, content } of entriesOf(path)) {
      const data = await buffer(content)
      if (/^files\//.test(name)) saved.set(name.replace(/^files\//, ''), data)
    }
    expect([...saved.keys()].sort()).toEqual(await stored())
    for (const [name, data] of saved) expect(data.equals(await bytesOf(name))).toBe(true)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

test('with a wrong secret the storage is found unusable, and nothing is stored', async () => {
  const before = await stored()
  const wrong = { ...s3.env, S3_SECRET_ACCESS_KEY: 'wrong' } as unknown as CmsEnv
  await expect(checkBucket(wrong, AbortSignal.timeout(10_000))).rejects.toThrow()
  const right = s3.env as unknown as CmsEnv
  expect(await checkBucket(right, AbortSignal.timeout(10_000))).toMatchObject({ state: 'up' })
  expect(await stored()).toEqual(before)
})
