// Media: what a file is follows from its content, what is stored of it is safe, and it is served as nothing else.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { handleEndpoints } from 'payload'
import sharp from 'sharp'
import type { Media } from '../../cms/src/payload-types.ts'
import { startTestCms, type TestCms } from '../support/cms.ts'
import { crc32, file, png, type TestFile, zip } from '../support/files.ts'
import { gif, PDF, photo } from '../support/pictures.ts'
import { logIn, type Upload, uploaderOf } from '../support/upload.ts'
import { mp4, webm } from '../support/videos.ts'

let cms: TestCms
let upload: Upload

beforeAll(async () => {
  cms = await startTestCms()
  upload = uploaderOf(cms, await logIn(cms, await cms.account('editor')))
})
afterAll(() => cms?.stop())

const keep = async (made: TestFile, data?: object): Promise<Media> => {
  const { status, body } = await upload('/media', made, { ...(data ? { data } : {}) })
  expect({ status, body }).toMatchObject({ status: 201 })
  return (body as { doc: Media }).doc
}
const stored = (name: string) => readFile(join(cms.uploadDir, 'media', name))
const storedNames = async () => (await readdir(join(cms.uploadDir, 'media')).catch(() => [])).sort()
/** The file as a browser gets it. */
const get = (name: string, headers: Record<string, string> = {}) =>
  handleEndpoints({
    config: cms.payload.config,
    request: new Request(`http://cms.example/api/media/file/${name}`, { headers }),
  })

describe('a picture', () => {
  test('is offered in three widths, each in WebP and AVIF, and as a blur of a few bytes', async () => {
    const { sizes, blur } = await keep(await png('wide.png', 2000, 100))
    for (const [name, width] of Object.entries({ small: 480, medium: 960, large: 1600 })) {
      expect(sizes?.[name as 'small']).toMatchObject({ width, mimeType: 'image/webp' })
      const avif = sizes?.[`${name}Avif` as 'smallAvif']
      expect(avif).toMatchObject({ width, mimeType: 'image/avif' })
      expect((await sharp(await stored(avif!.filename!)).metadata()).width).toBe(width)
    }
    expect(blur).toMatch(/^data:image\/webp;base64,/)
    expect(blur!.length).toBeLessThanOrEqual(200)
    const bytes = Buffer.from(blur!.split(',')[1]!, 'base64')
    expect((await sharp(bytes).metadata()).width).toBeLessThanOrEqual(16)
  })

  test('is never offered wider than it is', async () => {
    const { sizes } = await keep(await png('narrow.png', 500, 10))
    expect(sizes?.small?.filename).toMatch(/\.webp$/)
    expect(sizes?.medium?.filename ?? null).toBeNull()
    expect(sizes?.mediumAvif?.filename ?? null).toBeNull()
  })

  test('loses its metadata, the place where it was taken included, and stands upright', async () => {
    const exif = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 3230/100' } }
    const data = await photo(80, 40)
      .jpeg()
      .withExif(exif)
      .withMetadata({ orientation: 6 })
      .toBuffer()
    expect((await sharp(data).metadata()).exif).toBeDefined()
    const { filename, width, height } = await keep(file('place.jpg', 'image/jpeg', data))
    expect({ width, height }).toEqual({ width: 40, height: 80 })
    const found = await sharp(await stored(filename!)).metadata()
    expect({ exif: found.exif, orientation: found.orientation }).toEqual({})
  })

  test('that moves still moves, in WebP', async () => {
    const { sizes, filename } = await keep(file('moves.gif', 'image/gif', await gif(3)))
    expect((await sharp(await stored(filename!)).metadata()).pages).toBe(3)
    expect((await sharp(await stored(sizes!.small!.filename!)).metadata()).pages).toBe(3)
    expect(sizes?.small).toMatchObject({ width: 480, height: 16 })
    expect(sizes?.smallAvif?.filename ?? null).toBeNull()
  })

  test('needs a text alternative unless it is decorative', async () => {
    const made = await png('alt.png', 2, 2)
    const before = await storedNames()
    expect((await upload('/media', made, { data: {} })).status).toBe(400)
    expect((await upload('/media', made, { data: { alt: '  ' } })).status).toBe(400)
    expect((await upload('/media', made, { data: { alt: 'x'.repeat(501) } })).status).toBe(400)
    expect(await storedNames()).toEqual(before)
    expect(await keep(made, { decorative: true })).toMatchObject({ decorative: true })
  })

  test('keeps its files when its focal point moves', async () => {
    const made = await keep(await png('focus.png', 500, 500))
    const before = await stored(made.filename!)
    const { body } = await patch(made.id, { focalX: 20, focalY: 80 })
    expect(body).toMatchObject({
      doc: { focalX: 20, focalY: 80, filename: made.filename, blur: made.blur },
    })
    expect((await stored(made.filename!)).equals(before)).toBe(true)
  })

  test('keeps the focal point that the admin sends along in its query, as texts', async () => {
    const made = await keep(await png('query.png', 50, 50))
    const { body } = await patch(
      made.id,
      {},
      '?uploadEdits[focalPoint][x]=25&uploadEdits[focalPoint][y]=75',
    )
    expect(body).toMatchObject({ doc: { focalX: 25, focalY: 75 } })
  })
})

const patch = async (id: string, data: object, query = '') => {
  const editor = await cms.account('editor')
  return cms.rest(`/media/${id}${query}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', authorization: await logIn(cms, editor) },
    body: JSON.stringify(data),
  })
}

describe('a video', () => {
  const clip = { width: 640, height: 360, seconds: 12.5, note: '+51.5000-000.1200/' }

  test.each([
    ['mp4', 'video/mp4', mp4],
    ['webm', 'video/webm', webm],
  ] as const)(
    'in %s is described by its header, and tells nobody where it was taken',
    async (ending, type, make) => {
      const made = await keep(file('clip.bin', 'application/octet-stream', make(clip)), {
        title: 'A clip',
      })
      expect(made).toMatchObject({ mimeType: type, width: 640, height: 360, duration: 12.5 })
      const kept = await stored(made.filename!)
      expect(made.filename).toMatch(new RegExp(`^clip-[0-9a-f]{16}\\.${ending}$`))
      expect(kept.byteLength).toBe(make(clip).byteLength)
      expect(kept.includes('51.5000')).toBe(false)
    },
  )

  test('needs a title, and its poster is a picture', async () => {
    const bytes = file('clip.mp4', 'video/mp4', mp4(clip))
    expect((await upload('/media', bytes, { data: {} })).status).toBe(400)
    const poster = await keep(await png('poster.png', 64, 36))
    const video = await keep(bytes, { title: 'A clip', poster: poster.id })
    const { status } = await upload('/media', bytes, { data: { title: 'B', poster: video.id } })
    expect(status).toBe(400)
  })

  describe('has captions', () => {
    const CAPTIONS = 'WEBVTT\n\n00:01.000 --> 00:04.500\nA fork is taken.\n'
    const inLanguage = (language: string, text = CAPTIONS) => ({ language, text })
    const captionsAt = (id: string, language: string, headers: Record<string, string> = {}) =>
      handleEndpoints({
        config: cms.payload.config,
        request: new Request(`http://cms.example/api/media/${id}/captions/${language}`, {
          headers,
        }),
      })

    test('in each language, which anybody gets as captions and as nothing else', async () => {
      const { id } = await keep(file('talk.mp4', 'video/mp4', mp4(clip)), { title: 'A talk' })
      const captions = [
        inLanguage('en'),
        inLanguage('fr', CAPTIONS.replace('A fork', 'Une fourchette')),
      ]
      expect((await patch(id, { captions })).status).toBe(200)
      const answer = await captionsAt(id, 'fr')
      expect([answer.status, await answer.text()]).toEqual([200, captions[1]?.text])
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': 'text/vtt; charset=utf-8',
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
      })
      const etag = answer.headers.get('etag') ?? ''
      expect((await captionsAt(id, 'fr', { 'if-none-match': etag })).status).toBe(304)
      expect((await captionsAt(id, 'en', { 'if-none-match': etag })).status).toBe(200)
      await patch(id, { captions: [captions[0]] })
      expect((await captionsAt(id, 'fr')).status).toBe(404)
    })

    test('that are text, once in each language, of videos alone', async () => {
      const { id } = await keep(file('dull.mp4', 'video/mp4', mp4(clip)), { title: 'Dull' })
      const refused: object[][] = [
        [inLanguage('en', '1\n00:00:01,000 --> 00:00:04,500\nSubRip\n')],
        [inLanguage('en', `${CAPTIONS}${'x'.repeat(200_000)}`)],
        [inLanguage('en', `${CAPTIONS}\u0001`)],
        [{ language: 'en', text: { html: '<p>' } }],
        [inLanguage('de')],
        [inLanguage('en'), inLanguage('en')],
      ]
      for (const captions of refused) {
        expect([captions, (await patch(id, { captions })).status]).toEqual([captions, 400])
      }
      expect((await captionsAt(id, 'en')).status).toBe(404)
      for (const path of ['de', 'EN', '%00']) expect((await captionsAt(id, path)).status).toBe(404)
      expect((await captionsAt('x', 'en')).status).toBe(404)
      const picture = await keep(await png('still.png', 4, 4), { alt: 'Still' })
      await patch(picture.id, { captions: [inLanguage('en', '<script>')] })
      expect((await captionsAt(picture.id, 'en')).status).toBe(404)
    })
  })

  test('is sent in the pieces that a player asks for', async () => {
    const { filename } = await keep(file('seek.mp4', 'video/mp4', mp4(clip)), { title: 'A clip' })
    const whole = await stored(filename!)
    const piece = await get(filename!, { range: 'bytes=4-11' })
    expect(piece.status).toBe(206)
    expect(piece.headers.get('content-range')).toBe(`bytes 4-11/${whole.byteLength}`)
    expect(Buffer.from(await piece.arrayBuffer()).equals(whole.subarray(4, 12))).toBe(true)
    expect((await get(filename!, { range: `bytes=${whole.byteLength}-` })).status).toBe(416)
    const stale = await get(filename!, { range: 'bytes=4-11', 'if-range': '"another"' })
    expect(stale.status).toBe(200)
  })
})

test('what a browser gets is cached for ever, never run, and asked for again only by its tag', async () => {
  const { filename } = await keep(await png('cached.png', 4, 4))
  const answer = await get(filename!)
  expect(answer.status).toBe(200)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-disposition': `inline; filename="${filename}"`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'bytes',
  })
  const again = await get(filename!, { 'if-none-match': answer.headers.get('etag')! })
  expect(again.status).toBe(304)
  const pdf = await keep(file('paper.pdf', 'application/pdf', PDF), { title: 'A paper' })
  const saved = await get(pdf.filename!)
  expect(saved.headers.get('content-disposition')).toMatch(/^attachment; /)
})

test('a file that no row names any more is not served', async () => {
  const { id, filename } = await keep(await png('gone.png', 4, 4))
  await cms.payload.delete({ collection: 'media', id, overrideAccess: true })
  expect((await get(filename!)).status).toBe(404)
  expect((await get('..%2f..%2fetc%2fpasswd')).status).not.toBe(200)
})

describe('a drawing', () => {
  const svg = (inside: string) =>
    Buffer.from(
      `<?xml version="1.0"?>\n<!-- made by hand -->\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10" width="20" height="10"><rect width="9" height="9"/>${inside}</svg>`,
    )

  test('is stored without what would run, whatever its name and type say', async () => {
    const hostile = svg(
      '<script>alert(1)</script><a href="javascript:alert(2)"><circle r="3" onload="alert(3)"/></a><foreignObject><p>x</p></foreignObject>',
    )
    const made = await keep(file('a.png', 'image/png', hostile))
    expect(made).toMatchObject({ mimeType: 'image/svg+xml', width: 20, height: 10 })
    expect(made.filename).toMatch(/\.svg$/)
    const kept = (await stored(made.filename!)).toString()
    expect(kept).toMatch(/^<svg/)
    expect(kept).toContain('<rect')
    expect(kept).not.toMatch(/script|alert|onload|foreignObject/i)
    const answer = await get(made.filename!)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/svg+xml',
      'content-disposition': expect.stringMatching(/^attachment; /),
      'content-security-policy': "default-src 'none'; sandbox",
    })
  })

  test('with entities is refused in words an editor understands', async () => {
    const bomb = Buffer.from(
      '<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg"><text>&a;</text></svg>',
    )
    const { status, body } = await upload('/media', file('a.svg', 'image/svg+xml', bomb))
    expect({ status, body }).toMatchObject({
      status: 422,
      body: {
        errors: [{ message: expect.stringMatching(/\.$/), data: { code: 'media-refused' } }],
      },
    })
  })
})

describe('a hostile file', () => {
  const page = Buffer.from('<!doctype html><script>alert(1)</script>')
  const cases: [string, string, () => Buffer | Promise<Buffer>][] = [
    ['is empty', 'empty', () => Buffer.alloc(0)],
    ['is a page that says it is a picture', 'unknown-type', () => page],
    ['is a program with another name', 'unknown-type', () => Buffer.from('MZ\x90\0\x03\0\0\0')],
    [
      'is a picture and a program at once',
      'two-types',
      async () => {
        const bytes = await gif(2)
        bytes.write('/*', 6, 'latin1')
        return Buffer.concat([bytes, Buffer.from('*/=1;alert(1)')])
      },
    ],
    [
      'is a picture and a page at once',
      'two-types',
      async () => Buffer.concat([await photo(8, 8).png().toBuffer(), page]),
    ],
    [
      'is a picture and an archive at once',
      'two-types',
      async () => Buffer.concat([await photo(8, 8).jpeg().toBuffer(), zip('a.zip', 'a', 'a').data]),
    ],
    [
      'is a picture and a document at once',
      'two-types',
      async () => Buffer.concat([await photo(8, 8).jpeg().toBuffer(), PDF]),
    ],
    [
      'claims a picture of a milliard pixels',
      'too-many-pixels',
      async () => {
        const bytes = await photo(8, 8).png().toBuffer()
        bytes.writeUInt32BE(40_000, 16)
        bytes.writeUInt32BE(40_000, 20)
        // The checksum of the header, as whoever makes such a file would put it right.
        bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29)
        return bytes
      },
    ],
    [
      'is a picture cut short',
      'damaged',
      async () => (await photo(300, 300).jpeg().toBuffer()).subarray(0, 4000),
    ],
    [
      'is a video cut short',
      'damaged',
      () => mp4({ width: 2, height: 2, seconds: 1 }).subarray(0, -9),
    ],
    [
      'is a video cut short',
      'damaged',
      () => webm({ width: 2, height: 2, seconds: 1 }).subarray(0, -9),
    ],
    [
      'is a document that acts by itself',
      'active-content',
      () => Buffer.concat([PDF.subarray(0, 9), Buffer.from('<< /S /JavaScript /JS (x) >>\n%%EOF')]),
    ],
    ['is a document cut short', 'damaged', () => PDF.subarray(0, -7)],
  ]

  test.each(cases)('that %s is refused as %s, and nothing is kept', async (_, reason, make) => {
    const before = await storedNames()
    const data = await make()
    for (const [name, type] of [
      ['a.png', 'image/png'],
      ['a.mp4', 'video/mp4'],
    ] as const) {
      const { status, body } = await upload('/media', file(name, type, data), {
        data: { alt: 'x', title: 'x' },
      })
      expect({ status, body }).toMatchObject({
        status: 422,
        body: { errors: [{ data: { code: 'media-refused', reason } }] },
      })
    }
    expect(await storedNames()).toEqual(before)
  })

  test.each([
    '../../../etc/passwd.png',
    '..\\..\\windows\\win.ini',
    '.htaccess',
    'a"; evil="b.png',
    'line\r\nbreak.png',
    '<script>.svg',
    'x'.repeat(400),
    'CON',
  ])('name such as %j becomes a harmless one', async (name) => {
    const { filename } = await keep({ ...(await png('a.png', 2, 2)), name })
    expect(filename).toMatch(/^[A-Za-z0-9][\w.-]*-[0-9a-f]{16}\.png$/)
    expect(await storedNames()).toContain(filename)
    expect((await get(filename!)).status).toBe(200)
  })

  test('of a stranger is not even looked at', async () => {
    const made = file('a.png', 'image/png', page)
    const { status, body } = await upload('/media', made, { isStranger: true })
    expect(status).toBe(403)
    expect(JSON.stringify(body)).not.toContain('media-refused')
  })
})
