// Uploads: hostile archives are refused before anything is kept, good ones are described and stay private.
import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import sharp from 'sharp'
import { openArchive } from '../../cms/src/archives/open.ts'
import type { Archive } from '../../cms/src/payload-types.ts'
import { type Account, PASSWORD, startTestCms, type TestCms } from '../support/cms.ts'
import { png, type TestFile, tarGz, zip } from '../support/files.ts'

let cms: TestCms
let editor: Account
let token: string

beforeAll(async () => {
  cms = await startTestCms()
  editor = await cms.account('editor')
  const { body } = await cms.rest('/users/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: editor.email, password: PASSWORD }),
  })
  token = (body as { token: string }).token
})
afterAll(() => cms?.stop())

/** Uploads as a browser does; `isStranger`: without being logged in. */
const upload = (path: string, file: TestFile, { method = 'POST', isStranger = false } = {}) => {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(file.data)], { type: file.mimetype }), file.name)
  form.set('_payload', JSON.stringify({ alt: 'A picture' }))
  const headers: HeadersInit = isStranger ? {} : { authorization: `JWT ${token}` }
  return cms.rest(path, { method, headers, body: form })
}

const storedFiles = async () =>
  (await readdir(join(cms.uploadDir, 'archives')).catch(() => [])).sort()

const docOf = (body: unknown) => (body as { doc: Archive }).doc

describe('a good archive', () => {
  test('is described by what is in it', async () => {
    const file = await tarGz('good.tar.gz', { 'p/main.c': 'int main;', 'p/Makefile': 'all:' })
    const { status, body } = await upload('/archives', file)
    expect(status).toBe(201)
    expect(docOf(body)).toMatchObject({
      filename: 'good.tar.gz',
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
    const open = openArchive({ uploadDir: join(cms.uploadDir, 'archives'), isInBucket: false })
    const stream = await open(cms.payload, { ...docOf(body) })
    expect((await buffer(stream as never)).equals(file.data)).toBe(true)
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
    expect(await storedFiles()).toContain('kept.tar.gz')
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
    '/media/file/..%2Farchives%2Fprivate.tar.gz',
  ]) {
    const { status } = await cms.rest(path)
    expect([401, 403, 404, 400]).toContain(status)
  }
})

describe('a picture', () => {
  test('is made smaller in three widths', async () => {
    const { status, body } = await upload('/media', await png('wide.png', 2000, 100))
    expect(status).toBe(201)
    const { sizes } = (body as { doc: { sizes: Record<string, object> } }).doc
    for (const [name, width] of Object.entries({ small: 480, medium: 960, large: 1600 })) {
      expect(sizes[name]).toMatchObject({ width, mimeType: 'image/webp' })
    }
  })

  test('loses its metadata, the place where it was taken included', async () => {
    const place = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 3230/100' } }
    const data = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#369' } })
      .jpeg()
      .withExif(place)
      .toBuffer()
    expect((await sharp(data).metadata()).exif).toBeDefined()
    const file = { data, name: 'place.jpg', mimetype: 'image/jpeg', size: data.byteLength }
    expect((await upload('/media', file)).status).toBe(201)
    const stored = await sharp(join(cms.uploadDir, 'media/place.jpg')).metadata()
    expect(stored.exif).toBeUndefined()
  })

  test('needs a text alternative unless it is decorative', async () => {
    const make = async (data: object) =>
      cms.payload.create({
        collection: 'media',
        data: data as never,
        file: await png('alt.png', 2, 2),
        overrideAccess: true,
      })
    await expect(make({})).rejects.toMatchObject({ status: 400 })
    await expect(make({ alt: '  ' })).rejects.toMatchObject({ status: 400 })
    await expect(make({ decorative: true })).resolves.toMatchObject({ decorative: true })
  })

  test('is refused when it is a page or a drawing that could run scripts', async () => {
    const markup = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')
    for (const [name, mimetype] of [
      ['a.svg', 'image/svg+xml'],
      ['a.png', 'image/png'],
      ['a.html', 'text/html'],
    ]) {
      const file = { data: markup, name: name!, mimetype: mimetype!, size: markup.byteLength }
      expect((await upload('/media', file)).status).toBe(400)
    }
  })
})
