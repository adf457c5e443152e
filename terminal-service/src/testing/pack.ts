// Makes archives for tests: of given files, or of a folder.
import { readdir, readFile, readlink, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Header, pack } from 'tar-stream'

export type TarEntry = Partial<Header> & { name: string } & { content?: string | Buffer }

/** A plain tar of any headers, hostile ones too. */
export const packTar = async (entries: TarEntry[]): Promise<Buffer> => {
  const stream = pack()
  const mtime = new Date(0)
  for (const { content, ...header } of entries) stream.entry({ mtime, ...header }, content ?? '')
  stream.finalize()
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** A project as a tar.gz: paths to contents. */
export const packFiles = async (files: Record<string, string>): Promise<Buffer> =>
  gzipSync(await packTar(Object.entries(files).map(([name, content]) => ({ name, content }))))

/** A folder as a plain tar, as a build hands it over. */
export const packFolder = async (folder: string): Promise<Buffer> => {
  const entries: TarEntry[] = []
  for (const item of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(item.parentPath, item.name)
    const name = path.slice(folder.length + 1)
    if (item.isDirectory()) entries.push({ name, type: 'directory' })
    else if (item.isSymbolicLink()) {
      entries.push({ name, type: 'symlink', linkname: await readlink(path) })
    } else {
      const { mode } = await stat(path)
      entries.push({ name, mode: mode & 0o777, content: await readFile(path) })
    }
  }
  return packTar(entries)
}
