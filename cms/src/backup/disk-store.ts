// Uploads in the local folder. A file is written beside its place first, so that a half one never has its name.
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type FileStore, FOLDERS } from './file-store.ts'

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'

const namesIn = async (folder: string): Promise<string[]> => {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    // Hidden files are uploads under way.
    return entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map(({ name }) => name)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

export const diskStore = (uploadDir: string): FileStore => ({
  list: async () => {
    const files = []
    for (const folder of FOLDERS) {
      for (const name of (await namesIn(join(uploadDir, folder))).sort()) {
        const path = `${folder}/${name}`
        files.push({ path, bytes: (await stat(join(uploadDir, path))).size })
      }
    }
    return files
  },
  read: async (path) => {
    try {
      const handle = await open(join(uploadDir, path))
      return createReadStream('', { fd: handle })
    } catch (error) {
      if (isMissing(error)) return undefined
      throw error
    }
  },
  write: async (path, content) => {
    const target = join(uploadDir, path)
    const part = join(dirname(target), `.restoring-${process.pid}`)
    await mkdir(dirname(target), { recursive: true })
    try {
      await pipeline(content, createWriteStream(part, { mode: 0o600 }))
      await rename(part, target)
    } finally {
      await rm(part, { force: true })
    }
  },
  close: () => undefined,
})
