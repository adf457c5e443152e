// A bucket that is silent: who reads from it hears of that, and nobody waits for ever.
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { bucketSettings } from '../storage.ts'
import { type Bucket, openBucket } from './bucket.ts'

const STALL_MS = 200

let server: Server
let bucket: Bucket
let answer: (response: ServerResponse) => void

beforeEach(async () => {
  server = createServer((_request, response) => {
    response.writeHead(200, { 'content-length': 10 })
    answer(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const env = {
    S3_BUCKET: 'files',
    S3_REGION: 'test',
    S3_ENDPOINT: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    S3_ACCESS_KEY_ID: 'id',
    S3_SECRET_ACCESS_KEY: 'secret',
  }
  bucket = openBucket(bucketSettings(env, STALL_MS))
})
afterEach(async () => {
  bucket.close()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

const read = async () => {
  const content = await bucket.read('archives/a.zip')
  if (!content) throw new Error('nothing to read')
  return (await buffer(content)).toString()
}

test('what is there is read', async () => {
  answer = (response) => response.end('0123456789')
  await expect(read()).resolves.toBe('0123456789')
})

test.each([
  ['stops in the middle', (response: ServerResponse) => response.write('01234')],
  [
    'is cut in the middle',
    (response: ServerResponse) => response.write('01234', () => response.destroy()),
  ],
])(
  'an answer that %s fails',
  async (_what, respond) => {
    answer = respond
    await expect(read()).rejects.toThrow()
  },
  5000,
)
