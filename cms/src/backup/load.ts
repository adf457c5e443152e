// Loads a verified backup into a database whose schema is the backup's, in one transaction, and its files into the storage.
import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'
import type pg from 'pg'
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams'
import { withConnection } from '../connection.ts'
import { BACKUP } from '../limits.ts'
import { advanceSequences, copyTarget, foreignKeysOf, rowsOf, tablesOf } from './catalogue.ts'
import type { FileStore } from './file-store.ts'
import { BackupError, FILE, type Manifest, PART, type Table } from './manifest.ts'
import { entriesOf } from './read.ts'

type Copy = { name: string; stream: CopyStreamQuery; refusal?: unknown }

/** A row may be refused at any time, also while the next part is being read and nobody listens to the database. */
const openCopy = (client: pg.Client, table: Table): Copy => {
  const stream = client.query(copyFrom(`copy ${copyTarget(table)} from stdin`))
  const copy: Copy = { name: table.name, stream }
  stream.once('error', (error) => {
    copy.refusal = error
  })
  return copy
}

const write = async ({ stream, refusal }: Copy, text: Buffer): Promise<void> => {
  if (refusal) throw refusal
  if (!stream.write(text)) await once(stream, 'drain')
}

const finish = async ({ stream, refusal }: Copy): Promise<void> => {
  if (refusal) throw refusal
  const done = once(stream, 'finish')
  stream.end()
  await done
}

/** @throws what the database says */
export const copyParts = async (client: pg.Client, path: string, tables: readonly Table[]) => {
  let current: Copy | undefined
  for await (const entry of entriesOf(path)) {
    const name = PART.exec(entry.path)?.[1]
    if (name === undefined) {
      entry.content.resume()
      continue
    }
    if (current?.name !== name) {
      if (current) await finish(current)
      const table = tables.find((known) => known.name === name)
      if (!table) throw new BackupError(`The table ${name} is not in the manifest.`)
      current = openCopy(client, table)
    }
    const packed = await buffer(entry.content)
    await write(current, gunzipSync(packed, { maxOutputLength: BACKUP.maxPartBytes }))
  }
  if (current) await finish(current)
}

/** What migrations themselves put there makes way: the backup holds it as it was. */
const empty = async (client: pg.Client, tables: readonly Table[]) => {
  for (const { name } of tables) {
    if ((await rowsOf(client, name)) > 0) await client.query(`delete from public."${name}"`)
  }
}

const sameSchema = async (client: pg.Client, { tables }: Manifest) => {
  const here = await tablesOf(client)
  const shape = (list: readonly Omit<Table, 'rows'>[]) =>
    JSON.stringify(list.map(({ name, columns }) => [name, [...columns].sort()]))
  if (shape(here) !== shape(tables)) {
    throw new BackupError('The tables of the backup are not those that its migrations make.')
  }
}

const checkRows = async (client: pg.Client, tables: readonly Table[]) => {
  for (const { name, rows } of tables) {
    const found = await rowsOf(client, name)
    if (found !== rows) throw new BackupError(`${name} has ${found} rows instead of ${rows}.`)
  }
}

/** All of it or nothing. The schema must be that of the manifest's migrations, with nothing of anyone's in it. */
export const loadDatabase = (path: string, databaseUrl: string, manifest: Manifest) =>
  withConnection(databaseUrl, async (client) => {
    await client.query('begin')
    await sameSchema(client, manifest)
    const keys = await foreignKeysOf(client)
    for (const { drop } of keys) await client.query(drop)
    await empty(client, manifest.tables)
    await copyParts(client, path, manifest.tables)
    for (const { add } of keys) await client.query(add)
    await advanceSequences(client)
    await checkRows(client, manifest.tables)
    await client.query('commit')
  })

export const loadFiles = async (path: string, files: FileStore): Promise<void> => {
  for await (const entry of entriesOf(path)) {
    const name = FILE.exec(entry.path)?.[1]
    if (name === undefined) entry.content.resume()
    else await files.write(name, entry.content, entry.bytes)
  }
}
