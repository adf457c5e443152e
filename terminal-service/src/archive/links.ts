// Whether symbolic links stay inside their archive. Links are followed as the kernel would: a `..` behind a link counts from its target.
import { MAX_LINK_BYTES } from './limits.ts'
import { ArchiveRefusal } from './refusal.ts'

/** As many links as the kernel follows in one path. */
const MAX_HOPS = 40

/** Resolves every link. `links` maps paths to targets. @throws {ArchiveRefusal} for one that leaves, or turns in a circle */
export const assertLinksStay = (links: ReadonlyMap<string, string>): void => {
  for (const [path, target] of links) {
    if (!staysInside(path, target, links)) throw new ArchiveRefusal('link-leaves', path)
  }
}

const staysInside = (path: string, target: string, links: ReadonlyMap<string, string>): boolean => {
  if (target === '' || target.startsWith('/') || Buffer.byteLength(target) > MAX_LINK_BYTES) {
    return false
  }
  if (target.includes('\0') || target.includes('\ufffd')) return false
  const at = path.split('/').slice(0, -1)
  const ahead = target.split('/').reverse()
  for (let hops = 0; ahead.length > 0; ) {
    const segment = ahead.pop()
    if (segment === undefined || segment === '' || segment === '.') continue
    if (segment === '..') {
      if (at.pop() === undefined) return false
      continue
    }
    const next = links.get([...at, segment].join('/'))
    if (next === undefined) at.push(segment)
    else if (next.startsWith('/') || ++hops > MAX_HOPS) return false
    else ahead.push(...next.split('/').reverse())
  }
  return true
}
