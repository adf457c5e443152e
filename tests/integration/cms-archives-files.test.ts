// Files of archives: replaced only once the new one is safe, and nothing left of what was cut off, replaced or deleted.
import { once } from 'node:events'
import { mkdir, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { handleEndpoints } from 'payload'
import { cleanUp } from '../../cms/src/files/cleanup.ts'
import { placesOf, type UploadSlug } from '../../cms/src/files/places.ts'
import { ORPHANS } from '../../cms/src/limits.ts'
import type { Archive } from '../../cms/src/payload-types.ts'
import { startTestCms, type TestCms } from '../support/cms.ts'
import { eventually } from '../support/eventually.ts'
import { png, tarGz } from '../support/files.ts'
import { logIn, type Upload, uploaderOf } from '../support/upload.ts'

let cms: TestCms
let token: string
let upload: Upload
let folder: string

beforeAll(async () => {
  cms = await startTestCms()
  token = await logIn(cms, await cms.account('editor'))
  upload = uploaderOf(cms, token)
  folder = join(cms.uploadDir, 'archives')
})
afterAll(() => cms?.stop())

const names = async () => (await readdir(folder).catch(() => [])).sort()
const make = async (name: string, content: string): Promise<Archive> => {
  const { status, body } = await upload('/archives', await tarGz(name, { 'main.c': content }))
  expect(status).toBe(201)
  return (body as { doc: Archive }).doc
}
const row = (id: string) =>
  cms.payload.findByID({ collection: 'archives', id, overrideAccess: true })
const clean = (collection: UploadSlug = 'archives') =>
  cleanUp(cms.payload, { collection, place: placesOf(cms.payload)[collection] })
/** As if it had been written longer ago than any upload takes. */
const age = async (name: string) => {
  const then = new Date(Date.now() - ORPHANS.graceMs - 1000)
  await utimes(join(folder, name), then, then)
}

describe('an archive that is replaced', () => {
  test('stays whole, row and file, when the new one cannot be stored', async () => {
    const old = await make('a.tar.gz', 'old')
    const bytes = await readFile(join(folder, old.filename!))
    const next = await tarGz('a.tar.gz', { 'main.c': 'new' })
    // The disk is gone: where the folder was there is none.
    await rename(folder, `${folder}.away`)
    await writeFile(folder, '')
    const { status } = await upload(`/archives/${old.id}`, next, { method: 'PATCH' })
    expect(status).toBe(503)
    await rm(folder)
    await rename(`${folder}.away`, folder)
    expect(await row(old.id)).toMatchObject({ sha256: old.sha256, filename: old.filename })
    expect((await readFile(join(folder, old.filename!))).equals(bytes)).toBe(true)
    expect(await names()).toEqual([old.filename])
    expect((await upload(`/archives/${old.id}`, next, { method: 'PATCH' })).status).toBe(200)
  })

  test('leaves its file until the cleanup, which takes it and nothing else', async () => {
    const old = await make('b.tar.gz', 'old')
    const kept = await make('kept.tar.gz', 'kept')
    const next = await tarGz('b.tar.gz', { 'main.c': 'new' })
    await upload(`/archives/${old.id}`, next, { method: 'PATCH' })
    const { filename } = await row(old.id)
    expect(filename).not.toBe(old.filename)
    expect(await names()).toEqual(expect.arrayContaining([old.filename, filename]))
    expect(await clean()).not.toContain(old.filename)
    for (const name of await names()) await age(name)
    expect(await clean()).toContain(old.filename)
    expect(await names()).toEqual(expect.arrayContaining([filename, kept.filename]))
    expect(await names()).not.toContain(old.filename)
  })
})

describe('the cleanup', () => {
  test('takes what an interrupted write left, once nobody can be writing it', async () => {
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, '.old-0123456789abcdef.tar.gz.aa.part'), 'half')
    await writeFile(join(folder, '.new-0123456789abcdef.tar.gz.bb.part'), 'half')
    await age('.old-0123456789abcdef.tar.gz.aa.part')
    await clean()
    expect(await names()).toContain('.new-0123456789abcdef.tar.gz.bb.part')
    expect(await names()).not.toContain('.old-0123456789abcdef.tar.gz.aa.part')
    await rm(join(folder, '.new-0123456789abcdef.tar.gz.bb.part'))
  })

  test('leaves the file of an upload whose row is not there yet', async () => {
    await writeFile(join(folder, 'running-0123456789abcdef.tar.gz'), 'whole')
    await clean()
    expect(await names()).toContain('running-0123456789abcdef.tar.gz')
    await age('running-0123456789abcdef.tar.gz')
    expect(await clean()).toEqual(['running-0123456789abcdef.tar.gz'])
  })

  test('knows every size of a picture', async () => {
    const media = join(cms.uploadDir, 'media')
    await upload('/media', await png('sizes.png', 1700, 20))
    const before = (await readdir(media)).sort()
    expect(before.length).toBe(7)
    const then = new Date(Date.now() - ORPHANS.graceMs - 1000)
    for (const name of before) await utimes(join(media, name), then, then)
    expect(await clean('media')).toEqual([])
    expect((await readdir(media)).sort()).toEqual(before)
    await cms.payload.delete({ collection: 'media', where: {}, overrideAccess: true })
    expect((await clean('media')).sort()).toEqual(before)
  })

  test('deletes nothing while the database does not answer', async () => {
    const { filename } = await make('safe.tar.gz', 'safe')
    await age(filename!)
    const { find } = cms.payload.db
    cms.payload.db.find = () => Promise.reject(new Error('The database is away.'))
    try {
      await expect(clean()).rejects.toThrow('away')
    } finally {
      cms.payload.db.find = find
    }
    expect(await names()).toContain(filename)
  })
})

describe('an upload over a real socket', () => {
  let server: Server
  const outcomes: string[] = []

  beforeAll(async () => {
    server = createServer((incoming, answer) => {
      const request = new Request(`http://cms.example${incoming.url}`, {
        method: incoming.method ?? 'GET',
        headers: incoming.headers as Record<string, string>,
        body: Readable.toWeb(incoming) as ReadableStream,
        duplex: 'half',
      } as RequestInit)
      handleEndpoints({ config: cms.payload.config, request }).then(
        (response) => {
          outcomes.push(String(response.status))
          answer.writeHead(response.status).end()
        },
        () => outcomes.push('failed'),
      )
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  const send = async (share: number) => {
    const { data } = await tarGz('cut.tar.gz', { 'main.c': 'int main;'.repeat(500) })
    const edge = 'edge'
    const body = Buffer.concat([
      Buffer.from(
        `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="cut.tar.gz"\r\ncontent-type: application/gzip\r\n\r\n`,
      ),
      data,
      Buffer.from(`\r\n--${edge}--\r\n`),
    ])
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
    await once(socket, 'connect')
    socket.write(
      `POST /api/archives HTTP/1.1\r\nhost: cms.example\r\nauthorization: ${token}\r\ncontent-type: multipart/form-data; boundary=${edge}\r\ncontent-length: ${body.byteLength}\r\nconnection: close\r\n\r\n`,
    )
    socket.write(body.subarray(0, Math.floor(body.byteLength * share)))
    return socket
  }

  test('that is cut half-way stores nothing half, and leaves nothing after the cleanup', async () => {
    const before = await names()
    const count = await cms.payload.count({ collection: 'archives', overrideAccess: true })
    const socket = await send(0.5)
    socket.destroy()
    await eventually('the upload has ended', () => outcomes.length === 1)
    expect(outcomes[0]).not.toBe('201')
    expect(await names()).toEqual(before)
    expect(await cms.payload.count({ collection: 'archives', overrideAccess: true })).toEqual(count)
    await clean()
    expect((await names()).filter((name) => name.includes('cut'))).toEqual([])
  })

  test('that arrives whole is stored', async () => {
    const socket = await send(1)
    await eventually('the archive is stored', () => outcomes.at(-1) === '201')
    socket.destroy()
    expect((await names()).filter((name) => name.startsWith('cut-')).length).toBe(1)
  })
})
