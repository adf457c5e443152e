// Reads a backup entry by entry, and checks a whole one against its manifest before anything is done with it.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { extract } from 'tar-stream'
import { BACKUP } from '../limits.ts'
import {
  BackupError,
  type Entry,
  FILE,
  MANIFEST,
  type Manifest,
  manifestSchema,
  PART,
} from './manifest.ts'

export type BackupEntry = { path: string; bytes: number; content: Readable }

/** Entries in order; each has to be read before the next is asked for. */
export async function* entriesOf(path: string): AsyncGenerator<BackupEntry> {
  const tar = extract()
  const source = createReadStream(path)
  source.on('error', (error) => tar.destroy(error))
  source.pipe(tar)
  try {
    for await (const entry of tar) {
      const { name, size = 0, type } = entry.header
      if (type !== 'file') throw new BackupError(`${name} is no file.`)
      yield { path: name, bytes: size, content: entry as unknown as Readable }
    }
  } finally {
    source.destroy()
  }
}

const sha256Of = async (content: Readable): Promise<string> => {
  const hash = createHash('sha256')
  for await (const chunk of content) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

const parse = (text: string): Manifest => {
  try {
    return manifestSchema.parse(JSON.parse(text))
  } catch {
    throw new BackupError('The manifest is not one of this version of Shellfolio.')
  }
}

const sameEntries = (found: readonly Entry[], { entries, tables }: Manifest): void => {
  const names = new Set(tables.map(({ name }) => name))
  const wrong = entries.find(
    ({ path }) => !FILE.test(path) && !names.has(PART.exec(path)?.[1] ?? ''),
  )
  if (wrong) throw new BackupError(`${wrong.path} does not belong into a backup.`)
  if (found.length !== entries.length)
    throw new BackupError('Some entries are missing or too many.')
  for (const [index, { path, bytes, sha256 }] of entries.entries()) {
    const entry = found[index]
    if (entry?.path === path && entry.bytes === bytes && entry.sha256 === sha256) continue
    throw new BackupError(`${path} is not what was written.`)
  }
}

const readAll = async (path: string): Promise<{ found: Entry[]; manifest: Manifest }> => {
  const found: Entry[] = []
  let manifest: Manifest | undefined
  for await (const entry of entriesOf(path)) {
    if (manifest) throw new BackupError('There is something behind the manifest.')
    if (entry.path === MANIFEST) {
      if (entry.bytes > BACKUP.maxManifestBytes) throw new BackupError('The manifest is too large.')
      manifest = parse((await buffer(entry.content)).toString('utf8'))
    } else {
      found.push({ path: entry.path, bytes: entry.bytes, sha256: await sha256Of(entry.content) })
    }
  }
  if (!manifest) throw new BackupError('The backup was cut short: its manifest is missing.')
  return { found, manifest }
}

/** Reads all of it. @throws {BackupError} for a backup that is damaged, cut short or made by something else */
export const verifyBackup = async (path: string): Promise<Manifest> => {
  const { found, manifest } = await readAll(path).catch((error: Error) => {
    throw error instanceof BackupError
      ? error
      : new BackupError(`The backup cannot be read: ${error.message}`)
  })
  sameEntries(found, manifest)
  return manifest
}
