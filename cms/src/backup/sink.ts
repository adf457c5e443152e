// The tar that a backup is written to: entries one after the other, each counted and hashed.
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { pack as createPack } from 'tar-stream'
import { BackupError, type Entry } from './manifest.ts'

export type Sink = {
  /** @throws what the disk says, and {BackupError} for content of another length than `bytes` */
  add: (path: string, content: Buffer | Readable, bytes: number) => Promise<void>
  entries: Entry[]
  /** After the last entry. Resolves once all of it is on the disk. */
  finish: () => Promise<void>
  /** Lets go of the file. Idempotent, never rejects. */
  close: () => Promise<void>
}

export const openSink = (file: string): Sink => {
  const entries: Entry[] = []
  const pack = createPack()
  const written = pipeline(pack, createWriteStream(file, { mode: 0o600 }))
  let broken: unknown
  written.catch((error: unknown) => {
    broken = error
    pack.destroy()
  })

  const write = async (path: string, content: Buffer | Readable, bytes: number) => {
    const hash = createHash('sha256')
    const entry = pack.entry({ name: path, size: bytes, mode: 0o600 })
    // `written` tells of it, also when nothing is being written here at the time.
    entry.on('error', () => undefined)
    let count = 0
    for await (const chunk of Buffer.isBuffer(content) ? [content] : content) {
      const piece = chunk as Buffer
      count += piece.byteLength
      if (count > bytes) break
      hash.update(piece)
      // A full disk ends the entry without an error of its own: it would never be drained.
      if (!entry.write(piece)) await Promise.race([once(entry, 'drain'), written])
    }
    if (count !== bytes) throw new BackupError(`${path} changed while it was being read.`)
    entry.end(undefined)
    entries.push({ path, bytes, sha256: hash.digest('hex') })
  }

  return {
    entries,
    add: async (...entry) => {
      try {
        await write(...entry)
      } catch (error) {
        throw broken ?? error
      }
    },
    finish: async () => {
      pack.finalize()
      await written
    },
    close: async () => {
      pack.destroy()
      await written.catch(() => undefined)
    },
  }
}
