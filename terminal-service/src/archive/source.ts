// Looks at pieces of an archive at rest, in its file or in memory.
import { open, stat } from 'node:fs/promises'
import type { ArchiveSource } from './entry.ts'

export const sizeOf = async (source: ArchiveSource): Promise<number> =>
  typeof source === 'string' ? (await stat(source)).size : source.byteLength

/** The bytes from `start` on, at most `count` of them: fewer where the archive ends before. */
export const bytesAt = async (
  source: ArchiveSource,
  start: number,
  count: number,
): Promise<Buffer> => {
  if (typeof source !== 'string') return source.subarray(start, start + count)
  const file = await open(source)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, start)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
