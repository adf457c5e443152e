// Writes a backup: the database as it was at one moment, then every stored file, then the manifest.
import { createHmac } from 'node:crypto'
import { rename, rm } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { withConnection } from '../connection.ts'
import { BACKUP } from '../limits.ts'
import { copyTarget, migrationsOf, rowsOf, tablesOf } from './catalogue.ts'
import type { FileStore } from './file-store.ts'
import { FORMAT, MANIFEST, type Manifest, type Table } from './manifest.ts'
import { openSink, type Sink } from './sink.ts'

export type BackupSource = { databaseUrl: string; secret: string; files: FileStore }

/** Two installations with the same secret have the same mark, and nobody learns the secret from it. */
export const secretMark = (secret: string): string =>
  createHmac('sha256', secret).update('backup').digest('hex')

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

const writeDatabase = (databaseUrl: string, sink: Sink) =>
  withConnection(databaseUrl, async (client) => {
    await client.query('begin isolation level repeatable read read only')
    const tables: Table[] = []
    for (const table of await tablesOf(client)) {
      tables.push({ ...table, rows: await rowsOf(client, table.name) })
      await writeTable(client, table, sink)
    }
    return { tables, migrations: await migrationsOf(client) }
  })

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
  const sink = openSink(part)
  try {
    const createdAt = new Date().toISOString()
    const database = await writeDatabase(databaseUrl, sink)
    await writeFiles(files, sink)
    const manifest: Manifest = {
      format: FORMAT,
      createdAt,
      secret: secretMark(secret),
      ...database,
      entries: [...sink.entries],
    }
    const text = Buffer.from(JSON.stringify(manifest))
    await sink.add(MANIFEST, text, text.byteLength)
    await sink.finish()
    await rename(part, target)
    return manifest
  } finally {
    await sink.close()
    await rm(part, { force: true })
  }
}
