// Announcements in this process: right for one replica.
import { HOST_MEMORY_MS, MAX_HOSTS } from '../limits.ts'
import type { Announcements, Host } from './host.ts'

/** `now`: milliseconds; tests move it. */
export const createMemoryAnnouncements = ({ now = () => Date.now() } = {}): Announcements => {
  const kept = new Map<string, { host: Host; heardMs: number }>()

  const remembered = () => {
    for (const [url, { heardMs }] of kept) {
      if (now() - heardMs >= HOST_MEMORY_MS) kept.delete(url)
    }
    return kept
  }

  return {
    put: async (host) => {
      const known = remembered().get(host.url)
      if (known ? known.host.atMs >= host.atMs : kept.size >= MAX_HOSTS) return false
      kept.set(host.url, { host, heardMs: now() })
      return true
    },
    list: async () =>
      [...remembered().values()].map(({ host, heardMs }) => ({
        ...host,
        silentMs: now() - heardMs,
      })),
  }
}
