// Writes a backup: the database as it was at one moment, then every stored file, then the manifest.
import { createHash, createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { gzipSync } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { pack as createPack, type Pack } from 'tar-stream'
import { BACKUP } from '../limits.ts'
import { copyTarget, migrationsOf, rowsOf, tablesOf } from './catalogue.ts'
import type { FileStore } from './file-store.ts'
import { BackupError, type Entry, FORMAT, MANIFEST, type Manifest, type Table } from './manifest.ts'

export type BackupSource = { databaseUrl: string; secret: string; files: FileStore }

/** Two installations with the same secret have the same mark, and nobody learns the secret from it. */
export const secretMark = (secret: string): string =>
  createHmac('sha256', secret).update('backup').digest('hex')

type Sink = {
  add: (path: string, content: Buffer | Readable, bytes: number) => Promise<void>
  entries: Entry[]
}

const sinkOf = (pack: Pack): Sink => {
  const entries: Entry[] = []
  return {
    entries,
    add: async (path, content, bytes) => {
      const hash = createHash('sha256')
      const entry = pack.entry({ name: path, size: bytes, mode: 0o600 })
      let written = 0
      for await (const chunk of Buffer.isBuffer(content) ? [content] : content) {
        const piece = chunk as Buffer
        written += piece.byteLength
        if (written > bytes) break
        hash.update(piece)
        if (!entry.write(piece)) await once(entry, 'drain')
      }
      if (written !== bytes) throw new BackupError(`${path} changed while it was being read.`)
      entry.end(undefined)
      entries.push({ path, bytes, sha256: hash.digest('hex') })
    },
  }
}

const writeTable = async (client: pg.Client, table: Omit<Table, 'rows'>, sink: Sink) => {
  let part = 0
  let waiting: Buffer[] = []
  let size = 0
  const flush = async () => {
    const packed = gzipSync(Buffer.concat(waiting))
    part += 1
    await sink.add(
      `database/${table.name}/${String(part).padStart(6, '0')}.gz`,
      packed,
      packed.byteLength,
    )
    waiting = []
    size = 0
  }
  for await (const chunk of client.query(copyTo(`copy ${copyTarget(table)} to stdout`))) {
    waiting.push(chunk as Buffer)
    size += (chunk as Buffer).byteLength
    if (size >= BACKUP.partBytes) await flush()
  }
  if (size > 0) await flush()
}

const writeDatabase = async (databaseUrl: string, sink: Sink) => {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 })
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const tables: Table[] = []
    for (const table of await tablesOf(client)) {
      tables.push({ ...table, rows: await rowsOf(client, table.name) })
      await writeTable(client, table, sink)
    }
    return { tables, migrations: await migrationsOf(client) }
  } finally {
    await client.end()
  }
}

const writeFiles = async (files: FileStore, sink: Sink) => {
  for (const { path, bytes } of await files.list()) {
    const content = await files.read(path)
    if (content) await sink.add(`files/${path}`, content, bytes)
  }
}

/** Writes to `target`, which exists only once it is whole. @throws {BackupError} and whatever the database or storage throw */
export const writeBackup = async (
  target: string,
  { databaseUrl, secret, files }: BackupSource,
): Promise<Manifest> => {
  const part = `${target}.part`
  const pack = createPack()
  const written = pipeline(pack, createWriteStream(part, { mode: 0o600 }))
  // Whichever of the two fails first ends both.
  written.catch(() => pack.destroy())
  try {
    const sink = sinkOf(pack)
    const createdAt = new Date().toISOString()
    const database = await writeDatabase(databaseUrl, sink)
    await writeFiles(files, sink)
    const manifest: Manifest = {
      format: FORMAT,
      createdAt,
      secret: secretMark(secret),
      ...database,
      entries: sink.entries,
    }
    pack.entry({ name: MANIFEST, mode: 0o600 }, JSON.stringify(manifest))
    pack.finalize()
    await written
    await rename(part, target)
    return manifest
  } finally {
    pack.destroy()
    await written.catch(() => undefined)
    await rm(part, { force: true })
  }
}
