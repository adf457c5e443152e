// Uploaded files on this machine's disk. A file appears under its name only when all of it is there.
import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { NewFile, Place, Range, StoredFile } from './place.ts'

/** Longest piece of a name that a half-written file repeats, in characters. */
const PART_STEM = 200

/** Half-written files are hidden: no upload gets a name that starts with a dot. */
const isPart = (name: string): boolean => /^\..+\.part$/.test(name)

/** Hidden files are no uploads: somebody who keeps the folder put them there. */
const isOurs = (name: string): boolean => isPart(name) || !name.startsWith('.')

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'

const syncFolder = async (folder: string) => {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Path of the stored file `name`. @throws for what is no plain name */
const pathOf = (folder: string, name: string): string => {
  if (name === '' || name.startsWith('.') || name !== basename(name) || name.includes('\0')) {
    throw new Error('Not the name of a stored file.')
  }
  return join(folder, name)
}

const writeWhole = async (folder: string, name: string, data: Buffer) => {
  const path = pathOf(folder, name)
  const mark = randomBytes(6).toString('hex')
  const part = join(folder, `.${name.slice(0, PART_STEM)}.${mark}.part`)
  try {
    const handle = await open(part, 'wx', 0o640)
    try {
      await handle.writeFile(data)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined)
    throw error
  }
}

const store = async (folder: string, files: readonly NewFile[]): Promise<void> => {
  const stored: string[] = []
  try {
    await mkdir(folder, { recursive: true })
    for (const { name, data } of files) {
      await writeWhole(folder, name, data)
      stored.push(name)
    }
    await syncFolder(folder)
  } catch (error) {
    for (const name of stored)
      await rm(pathOf(folder, name), { force: true }).catch(() => undefined)
    throw error
  }
}

const find = async (folder: string, name: string) => {
  const found = await stat(pathOf(folder, name)).catch(() => undefined)
  if (!found?.isFile()) return undefined
  const etag = `"${found.size.toString(36)}-${Math.trunc(found.mtimeMs).toString(36)}"`
  return { bytes: found.size, etag }
}

const read = async (folder: string, name: string, range?: Range) =>
  (await find(folder, name)) && createReadStream(pathOf(folder, name), range)

/** Nothing when there is no folder yet. */
const list = async (folder: string): Promise<StoredFile[]> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
  const files: StoredFile[] = []
  for (const entry of entries) {
    if (!entry.isFile() || !isOurs(entry.name)) continue
    const found = await stat(join(folder, entry.name)).catch(() => undefined)
    if (found) files.push({ name: entry.name, modifiedMs: found.mtimeMs })
  }
  return files
}

export const diskPlace = (folder: string): Place => ({
  store: (files) => store(folder, files),
  find: (name) => find(folder, name),
  read: (name, range) => read(folder, name, range),
  list: async function* () {
    yield await list(folder)
  },
  // Half-written files too, which `pathOf` refuses.
  remove: (name) => rm(join(folder, basename(name)), { force: true }),
})
