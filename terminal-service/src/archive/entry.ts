// One entry of an archive: as a reader found it, and as the rules accepted it.
export type Content = AsyncIterable<Buffer>

/** What a reader hands over; nothing in it has been checked. */
export type RawEntry = {
  name: string
  kind: 'file' | 'directory' | 'symlink' | 'hardlink' | 'other'
  /** Permission bits, more may be set. */
  mode: number
  /** Bytes the archive claims the entry unpacks to. */
  size: number
  modifiedMs: number
  /** Target of a link. */
  target: string
  /** Content of a file. */
  open: () => Promise<Content>
}

/** An entry that follows the rules. `path` is relative, normalised, and never passes through a link. */
export type Entry = { path: string; modifiedMs: number } & (
  | { kind: 'file'; mode: number; size: number }
  | { kind: 'directory' }
  | { kind: 'symlink'; target: string }
  | { kind: 'hardlink'; target: string; size: number }
)

export type SourceFormat = 'zip' | 'tar.gz' | 'tar'

/** An archive at rest: its file, or its bytes. */
export type ArchiveSource = string | Buffer
