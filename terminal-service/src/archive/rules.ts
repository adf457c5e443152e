// What an archive may hold, decided entry by entry. Pure: knows neither formats nor disks, and trusts no size it has not counted.
import type { Entry, RawEntry } from './entry.ts'
import { type ArchiveLimits, RATIO_FLOOR_BYTES } from './limits.ts'
import { assertLinksStay } from './links.ts'
import { foldersAbove, normalisePath, singleTopFolder } from './path.ts'
import { ArchiveRefusal } from './refusal.ts'

/** The result: how much there is, and the single top folder that is to be stripped. */
export type Verdict = { entries: number; unpackedBytes: number; top: string | undefined }

type Known = 'file' | 'directory' | 'implied' | 'symlink'

/** Only read, write and execute, readable for every user, written by none but the owner. */
const fileMode = (mode: number) => (mode & 0o755) | 0o444

/** Folders that macOS adds to zip archives; they would hide the single top folder. */
const isLitter = (path: string) => path === '__MACOSX' || path.startsWith('__MACOSX/')

export class ArchiveRules {
  readonly #limits: ArchiveLimits
  readonly #archiveBytes: number
  readonly #known = new Map<string, Known>()
  readonly #sizes = new Map<string, number>()
  readonly #links = new Map<string, string>()
  #entries = 0
  #claimedBytes = 0
  #countedBytes = 0

  /** `archiveBytes`: size of the archive itself. */
  constructor(limits: ArchiveLimits, archiveBytes: number) {
    this.#limits = limits
    this.#archiveBytes = archiveBytes
  }

  /** The entry in its accepted form, or `undefined` for one to leave out. @throws {ArchiveRefusal} */
  accept(raw: RawEntry): Entry | undefined {
    this.#entries += 1
    if (this.#entries > this.#limits.maxEntries) throw new ArchiveRefusal('too-many-entries')
    const path = normalisePath(raw.name)
    if (raw.kind === 'other') throw new ArchiveRefusal('special-file', path)
    if (isLitter(path)) return undefined
    if (path === '') {
      if (raw.kind === 'directory') return undefined
      throw new ArchiveRefusal('bad-name', raw.name)
    }
    this.#place(path, raw.kind)
    const { modifiedMs } = raw
    switch (raw.kind) {
      case 'directory':
        return { kind: 'directory', path, modifiedMs }
      case 'file':
        this.#claim(raw.size)
        this.#sizes.set(path, raw.size)
        return { kind: 'file', path, modifiedMs, mode: fileMode(raw.mode), size: raw.size }
      case 'symlink':
        this.#links.set(path, raw.target)
        return { kind: 'symlink', path, modifiedMs, target: raw.target }
      case 'hardlink': {
        const target = normalisePath(raw.target)
        const size = this.#sizes.get(target)
        if (size === undefined) throw new ArchiveRefusal('link-leaves', path)
        this.#claim(size)
        this.#sizes.set(path, size)
        return { kind: 'hardlink', path, modifiedMs, target, size }
      }
    }
  }

  /** Counts unpacked bytes as they arrive. @throws {ArchiveRefusal} */
  count(bytes: number): void {
    this.#countedBytes += bytes
    this.#check(this.#countedBytes)
  }

  /** Called after the last entry. `keepsTop`: a single top folder is left alone. @throws {ArchiveRefusal} */
  finish({ keepsTop = false } = {}): Verdict {
    const paths = [...this.#known].map(([path, known]): [string, boolean] => [
      path,
      known === 'directory' || known === 'implied',
    ])
    if (!paths.some(([, isFolder]) => !isFolder)) throw new ArchiveRefusal('empty')
    const top = keepsTop ? undefined : singleTopFolder(paths)
    // The links are looked at where they will be: inside the top folder, once that is stripped.
    const cut = top === undefined ? 0 : top.length + 1
    assertLinksStay(new Map([...this.#links].map(([path, target]) => [path.slice(cut), target])))
    return { entries: this.#entries, unpackedBytes: this.#claimedBytes, top }
  }

  #place(path: string, kind: Exclude<RawEntry['kind'], 'other'>): void {
    for (const folder of foldersAbove(path)) {
      const known = this.#known.get(folder)
      if (known === 'file' || known === 'symlink') throw new ArchiveRefusal('duplicate', path)
      if (known === undefined) this.#imply(folder)
    }
    const known = this.#known.get(path)
    const isSameFolder = kind === 'directory' && (known === 'implied' || known === 'directory')
    if (known !== undefined && !isSameFolder) throw new ArchiveRefusal('duplicate', path)
    this.#known.set(path, kind === 'hardlink' ? 'file' : kind)
  }

  #imply(folder: string): void {
    this.#known.set(folder, 'implied')
    if (this.#known.size > this.#limits.maxEntries) throw new ArchiveRefusal('too-many-entries')
  }

  #claim(bytes: number): void {
    if (!Number.isSafeInteger(bytes) || bytes < 0) throw new ArchiveRefusal('damaged')
    this.#claimedBytes += bytes
    this.#check(this.#claimedBytes)
  }

  #check(bytes: number): void {
    if (bytes > this.#limits.maxUnpackedBytes) throw new ArchiveRefusal('too-large')
    if (bytes > RATIO_FLOOR_BYTES && bytes > this.#limits.maxRatio * this.#archiveBytes) {
      throw new ArchiveRefusal('too-dense')
    }
  }
}
