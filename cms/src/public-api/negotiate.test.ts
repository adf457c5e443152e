import { gunzipSync } from 'node:zlib'
import { expect, test } from '@jest/globals'
import { chooseForm, hasIt, takesGzip } from './negotiate.ts'
import { represent } from './representation.ts'

const LONG = { text: 'long '.repeat(1000) }

test('gzip is sent to whoever takes it', () => {
  for (const header of ['gzip', 'br, gzip', 'GZIP;q=0.5', 'deflate,gzip ; q=1']) {
    expect([header, takesGzip(header)]).toEqual([header, true])
  }
  for (const header of [undefined, '', 'br', 'gzip;q=0', 'gzip; q=0.00', 'xgzip']) {
    expect([header, takesGzip(header)]).toEqual([header, false])
  }
})

test('both forms say the same, under tags of their own', async () => {
  const answer = await represent(200, 'application/json', LONG)
  const plain = chooseForm(answer, undefined)
  const packed = chooseForm(answer, 'gzip')
  expect(JSON.parse(plain.body.toString())).toEqual(LONG)
  expect(gunzipSync(packed.body)).toEqual(plain.body)
  expect(packed.body.length).toBeLessThan(plain.body.length)
  expect(packed.etag).not.toBe(plain.etag)
  for (const { etag } of [plain, packed]) expect(etag).toMatch(/^"[\w-]{27}"$/)
})

test('what is short is sent as it is', async () => {
  const answer = await represent(200, 'application/json', { a: 1 })
  expect(chooseForm(answer, 'gzip').encoding).toBe('identity')
})

test('a client has an answer if it names a tag of it, weak or strong, or any', async () => {
  const answer = await represent(200, 'application/json', LONG)
  const other = await represent(200, 'application/json', { ...LONG, more: true })
  const { etag } = answer.plain
  for (const known of [etag, `W/${etag}`, `"x", ${etag}`, '*', answer.gzip!.etag]) {
    expect([known, hasIt(answer, known)]).toEqual([known, true])
  }
  for (const known of [undefined, '', '"x"', etag.slice(1, -1), other.plain.etag]) {
    expect([known, hasIt(answer, known)]).toEqual([known, false])
  }
})
