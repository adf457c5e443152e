// Unpacks an archive into a folder of our own. Nothing is written through a link: links are made last, after all were checked.
import { createWriteStream } from 'node:fs'
import { chmod, copyFile, mkdir, rename, rm, symlink, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Content, Entry } from './entry.ts'
import { type Archive, readArchive } from './read.ts'

export type Unpacked = { entries: number; unpackedBytes: number }

/** Clocks of other machines may be ahead; `make` must not see files from the future. Nor can a disk keep every date. */
const notInFuture = (ms: number): Date =>
  new Date(Math.min(Math.max(Number.isNaN(ms) ? 0 : ms, 0), Date.now()))

const makeFolder = (path: string) => mkdir(path, { recursive: true, mode: 0o755 })

/**
 * Unpacks into `folder`, which must not exist, and strips a single top folder unless the archive `keepsTop`.
 * Files are readable by every user. After an error `folder` is gone.
 * @throws {ArchiveRefusal}
 */
export const unpackArchive = async (archive: Archive, folder: string): Promise<Unpacked> => {
  const staging = `${folder}.unpacking`
  const links: { path: string; target: string }[] = []
  const folders: { path: string; modifiedMs: number }[] = []
  const write = async (entry: Entry, content: Content | undefined) => {
    const path = join(staging, entry.path)
    switch (entry.kind) {
      case 'directory':
        folders.push({ path, modifiedMs: entry.modifiedMs })
        return void (await makeFolder(path))
      case 'symlink':
        return void links.push({ path, target: entry.target })
      case 'hardlink':
        await makeFolder(dirname(path))
        return copyFile(join(staging, entry.target), path)
      case 'file':
        await makeFolder(dirname(path))
        if (content) await pipeline(content, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
        await chmod(path, entry.mode)
        await utimes(path, notInFuture(entry.modifiedMs), notInFuture(entry.modifiedMs))
    }
  }
  try {
    await makeFolder(staging)
    const { entries, unpackedBytes, top } = await readArchive(archive, write)
    for (const { path, target } of links) {
      await makeFolder(dirname(path))
      await symlink(target, path)
    }
    for (const { path, modifiedMs } of folders.reverse()) {
      await utimes(path, notInFuture(modifiedMs), notInFuture(modifiedMs))
    }
    await rename(top === undefined ? staging : join(staging, top), folder)
    return { entries, unpackedBytes }
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}
