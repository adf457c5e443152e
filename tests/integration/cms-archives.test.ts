// Archives: hostile ones are refused before anything is kept, good ones are described and stay private.
import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { openArchive } from '../../cms/src/archives/open.ts'
import type { Archive } from '../../cms/src/payload-types.ts'
import { type Account, startTestCms, type TestCms } from '../support/cms.ts'
import { png, type TestFile, tarGz, zip } from '../support/files.ts'
import { logIn, type Upload, uploaderOf } from '../support/upload.ts'

let cms: TestCms
let editor: Account
let upload: Upload

beforeAll(async () => {
  cms = await startTestCms()
  editor = await cms.account('editor')
  upload = uploaderOf(cms, await logIn(cms, editor))
})
afterAll(() => cms?.stop())

const storedFiles = async () =>
  (await readdir(join(cms.uploadDir, 'archives')).catch(() => [])).sort()

const docOf = (body: unknown) => (body as { doc: Archive }).doc

describe('a good archive', () => {
  test('is described by what is in it', async () => {
    const file = await tarGz('good.tar.gz', { 'p/main.c': 'int main;', 'p/Makefile': 'all:' })
    const { status, body } = await upload('/archives', file)
    expect(status).toBe(201)
    expect(docOf(body)).toMatchObject({
      filename: expect.stringMatching(/^good-[0-9a-f]{16}\.tar\.gz$/),
      format: 'tar.gz',
      entries: 2,
      unpackedBytes: 13,
      filesize: file.size,
      sha256: createHash('sha256').update(file.data).digest('hex'),
    })
  })

  test('may be a zip', async () => {
    const { status, body } = await upload('/archives', zip('good.zip', 'p/main.c', 'int main;'))
    expect(status).toBe(201)
    expect(docOf(body)).toMatchObject({ format: 'zip', entries: 1, unpackedBytes: 9 })
  })

  test('is described by us, whatever its uploader says', async () => {
    const made = await cms.payload.create({
      collection: 'archives',
      data: { sha256: '0'.repeat(64), format: 'zip', entries: 1 } as never,
      file: await tarGz('claims.tar.gz', { a: 'a', b: 'b' }),
      overrideAccess: false,
      user: editor,
    })
    expect(made).toMatchObject({ format: 'tar.gz', entries: 2 })
    const changed = await cms.payload.update({
      collection: 'archives',
      id: made.id,
      data: { sha256: '0'.repeat(64) },
      overrideAccess: false,
      user: editor,
    })
    expect(changed.sha256).toBe(made.sha256)
  })

  test('can be opened for the terminal service, byte by byte', async () => {
    const file = await tarGz('opened.tar.gz', { 'main.c': 'int main;' })
    const { body } = await upload('/archives', file)
    const stream = await openArchive(cms.payload, { ...docOf(body) })
    expect((await buffer(stream)).equals(file.data)).toBe(true)
  })
})

describe('an archive that a demo runs', () => {
  test('is not deleted, and the editor is told by which demo it is needed', async () => {
    const { body } = await upload('/archives', await tarGz('used.tar.gz', { 'main.c': '' }))
    const { id } = docOf(body)
    const demo = await cms.payload.create({
      collection: 'demos',
      data: { title: 'Dining philosophers', archive: id, toolchain: 'c', mode: 'shell' },
      overrideAccess: true,
    })
    const authorization = await logIn(cms, editor)
    const remove = (query = '') =>
      cms.rest(`/archives/${id}${query}`, { method: 'DELETE', headers: { authorization } })
    const refused = await remove()
    expect(refused).toMatchObject({ status: 409, body: { code: 'still-used' } })
    expect(JSON.stringify(refused.body)).toContain('“Dining philosophers”')
    expect(JSON.stringify((await remove('?locale=all')).body)).toContain('A demo runs this')
    await cms.payload.delete({ collection: 'demos', id: demo.id, overrideAccess: true })
    expect(await remove()).toMatchObject({ status: 200 })
  })
})

describe('a hostile archive', () => {
  const cases: [string, string, () => TestFile | Promise<TestFile>][] = [
    ['climbs out', 'path-leaves', () => zip('a.zip', '../../etc/cron.d/x', 'x')],
    ['starts at the root', 'absolute-path', () => zip('b.zip', '/etc/passwd', 'x')],
    ['climbs out of a tar', 'path-leaves', () => tarGz('c.tar.gz', { '../x': 'x' })],
    ['is cut short', 'damaged', async () => cut(await tarGz('d.tar.gz', { x: 'x'.repeat(5000) }))],
    ['is a bomb', 'too-dense', () => tarGz('e.tar.gz', { x: '\0'.repeat(8 * 1024 * 1024) })],
    ['holds nothing', 'empty', () => tarGz('f.tar.gz', {})],
  ]

  test.each(cases)('that %s is refused as %s, and nothing is kept', async (_, reason, make) => {
    const before = await storedFiles()
    const { status, body } = await upload('/archives', await make())
    expect({ status, body }).toMatchObject({
      status: 422,
      body: { errors: [{ data: { code: 'archive-refused', status: 422, reason } }] },
    })
    expect(await storedFiles()).toEqual(before)
  })

  test('cannot take the place of a good one', async () => {
    const good = docOf((await upload('/archives', await tarGz('kept.tar.gz', { a: 'a' }))).body)
    const bad = zip('kept.tar.gz', '../x', 'x')
    const { status } = await upload(`/archives/${good.id}`, bad, { method: 'PATCH' })
    expect(status).toBe(422)
    const { sha256 } = await cms.payload.findByID({
      collection: 'archives',
      id: good.id,
      overrideAccess: true,
    })
    expect(sha256).toBe(good.sha256)
    expect(await storedFiles()).toContain(good.filename)
  })

  test('is not even looked at when a stranger brings it', async () => {
    const { status, body } = await upload('/archives', zip('g.zip', '../x', 'x'), {
      isStranger: true,
    })
    expect(status).toBe(403)
    expect(JSON.stringify(body)).not.toContain('archive-refused')
  })

  test('is refused when it is something else altogether', async () => {
    const picture = await png('picture.tar.gz', 4, 4)
    expect(
      (await upload('/archives', { ...picture, mimetype: 'application/gzip' })).status,
    ).not.toBe(201)
  })
})

const cut = (file: TestFile): TestFile => {
  const data = file.data.subarray(0, file.data.byteLength - 12)
  return { ...file, data, size: data.byteLength }
}

test('strangers get no archive, by no address', async () => {
  const { body } = await upload('/archives', await tarGz('private.tar.gz', { secret: 'secret' }))
  const { id, filename } = docOf(body)
  for (const path of [
    '/archives',
    `/archives/${id}`,
    `/archives/file/${filename}`,
    `/terminal/archives/${id}`,
    `/media/file/..%2Farchives%2F${filename}`,
  ]) {
    const { status } = await cms.rest(path)
    expect([401, 403, 404, 400]).toContain(status)
  }
})
