// Uploaded files on this machine's disk. A file appears under its name only when all of it is there.
import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'

/** Longest piece of a name that a half-written file repeats, in characters. */
const PART_STEM = 200

/** Half-written files are hidden: no upload gets a name that starts with a dot. */
export const isPart = (name: string): boolean => /^\..+\.part$/.test(name)

const syncFolder = async (folder: string) => {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Path of the stored file `name`. @throws for what is no plain name */
export const pathOf = (folder: string, name: string): string => {
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

/** All of them or, as far as the disk lets us, none. They survive a crash once this returns. */
export const storeFiles = async (
  folder: string,
  files: readonly { name: string; data: Buffer }[],
): Promise<void> => {
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

export type StoredFile = { name: string; modifiedMs: number }

/** What lies in the folder, half-written files included; nothing when there is no folder yet. */
export const listFiles = async (folder: string): Promise<StoredFile[]> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  })
  const files: StoredFile[] = []
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const found = await stat(join(folder, entry.name)).catch(() => undefined)
    if (found) files.push({ name: entry.name, modifiedMs: found.mtimeMs })
  }
  return files
}
