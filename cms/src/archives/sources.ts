// The texts of archives, unpacked when somebody first reads one and kept in memory for the next.
import { readArchive, UPLOAD_LIMITS } from '@shellfolio/terminal-service/archive'
import { SOURCE } from '../limits.ts'
import { createGate } from '../media/gate.ts'
import type { ListedEntry } from './listing.ts'

export type Wanted = {
  /** Of the archive: names its content. */
  sha256: string
  format: 'zip' | 'tar.gz'
  listing: readonly ListedEntry[]
  /** The archive, read only when its texts are not at hand. */
  open: () => Promise<Buffer>
}

/** By path, below the single top folder. */
type Texts = Map<string, Buffer>

const unpack = async ({ format, listing, open }: Wanted): Promise<Texts> => {
  const shown = new Set(listing.filter(({ isShown }) => isShown).map(({ path }) => path))
  const read: [path: string, data: Buffer][] = []
  let left: number = SOURCE.maxTotalBytes
  const { top } = await readArchive(
    { source: await open(), format, limits: UPLOAD_LIMITS },
    async (entry, content) => {
      if (!content) return
      const chunks: Buffer[] = []
      const below = entry.path.slice(entry.path.indexOf('/') + 1)
      const isWanted = shown.has(entry.path) || shown.has(below)
      for await (const chunk of content) {
        if (!isWanted || left <= 0) continue
        left -= chunk.byteLength
        chunks.push(chunk)
      }
      if (isWanted) read.push([entry.path, Buffer.concat(chunks)])
    },
  )
  const cut = top === undefined ? 0 : top.length + 1
  return new Map(read.map(([path, data]) => [path.slice(cut), data]))
}

export type Sources = { read: (wanted: Wanted, path: string) => Promise<Buffer | undefined> }

/** Keeps the texts of the archives asked for last; one archive is unpacked at a time. */
export const createSources = (keep: number = SOURCE.keptArchives): Sources => {
  const kept = new Map<string, Promise<Texts>>()
  const oneByOne = createGate(1)
  const textsOf = (wanted: Wanted): Promise<Texts> => {
    const { sha256 } = wanted
    const texts = kept.get(sha256) ?? oneByOne(() => unpack(wanted))
    // Asked for last, so forgotten last.
    kept.delete(sha256)
    kept.set(sha256, texts)
    texts.catch(() => kept.delete(sha256))
    for (const oldest of kept.keys()) {
      if (kept.size <= keep) break
      kept.delete(oldest)
    }
    return texts
  }
  return {
    read: async (wanted, path) => {
      const isShown = wanted.listing.some((entry) => entry.path === path && entry.isShown)
      return isShown ? (await textsOf(wanted)).get(path) : undefined
    },
  }
}

const KEY = Symbol.for('shellfolio.archive-sources')
/** The bundler may hold several copies of this module; texts are known by their archive's content, whoever asks. */
const holder = globalThis as { [KEY]?: Sources }

/** The one of this process. */
export const sharedSources = (): Sources => {
  holder[KEY] ??= createSources()
  return holder[KEY]
}
