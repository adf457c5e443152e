// The systems that can be measured, and how one of them is named to another process.
import type { Link } from './link.ts'
import { type OursSpec, openOurs } from './ours.ts'
import { openTtyd, type TtydSpec } from './ttyd.ts'

/** Plain data, so that the process which makes the load can open the same system. */
export type SystemSpec = OursSpec | TtydSpec

export type System = {
  name: SystemSpec['name']
  /** Process whose memory and CPU are counted; sandboxes and shells are not in it. */
  pid: number
  /** A new session, its hello sent; the emulator parses at once unless a rate is given. */
  open: (options?: { bytesPerMs?: number }) => Promise<Link>
}

export const openSystem = (spec: SystemSpec): System =>
  spec.name === 'ours' ? openOurs(spec) : openTtyd(spec)

/** ttyd's address and process from the environment; `undefined` when there is none beside ours. */
export const ttydFrom = (env: Record<string, string | undefined>): TtydSpec | undefined => {
  const { TTYD_URL: url, TTYD_PID } = env
  if (url === undefined) return undefined
  const pid = Number(TTYD_PID)
  if (!Number.isInteger(pid) || pid < 1) throw new Error('TTYD_URL needs TTYD_PID beside it.')
  return { name: 'ttyd', url, pid }
}
