// A database that does not take what is being restored.
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { withConnection } from '../connection.ts'
import { message, READY, startFakePostgres } from '../testing/fake-postgres.ts'
import { copyParts } from './load.ts'
import { openSink } from './sink.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shellfolio-restore-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** A table in two parts: reading the second takes longer than the answer to the first. */
const makeBackup = async (): Promise<string> => {
  const path = join(folder, 'b.tar')
  const sink = openSink(path)
  for (const [index, bytes] of [1000, 16 * 1024 * 1024].entries()) {
    const part = gzipSync(randomBytes(bytes), { level: 0 })
    await sink.add(`database/things/00000${index + 1}.gz`, part, part.byteLength)
  }
  await sink.finish()
  await sink.close()
  return path
}

/** Severity, code and message of an error. */
const REFUSAL = Buffer.from('SERROR\0C22P02\0Mno such number\0\0')
const COPY_IN = Buffer.alloc(3)

test('a row that is refused while the next part is being read fails the restore with what the database says', async () => {
  const path = await makeBackup()
  let isRefused = false
  const postgres = await startFakePostgres((letter, text) => {
    if (letter === 'Q' && text.startsWith('copy')) return message('G', COPY_IN)
    if (letter !== 'd' || isRefused) return Buffer.alloc(0)
    isRefused = true
    return Buffer.concat([message('E', REFUSAL), READY])
  })
  try {
    const restoring = withConnection(postgres.url, (client) =>
      copyParts(client, path, [{ name: 'things', columns: ['id'], rows: 1 }]),
    )
    await expect(restoring).rejects.toThrow('no such number')
  } finally {
    await postgres.close()
  }
}, 10_000)
