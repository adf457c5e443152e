// Which service a new session goes to. Pure.
import { WARM_WORTH } from '../limits.ts'
import type { Host } from './host.ts'

/** `placed`: places that its sessions and their waiting tickets hold. */
export type Load = Pick<
  Host,
  'url' | 'capacity' | 'draining' | 'sandbox' | 'workspaces' | 'unplaced'
> & { placed: number }

/** `room`: places that it may hold in all, those that are taken included. */
export type Choice = { url: string; room: number }

const roomOf = ({ capacity, unplaced }: Load) => Math.max(0, capacity - unplaced)

/** Whether it runs anything new at all. */
export const isOpen = ({ draining, sandbox }: Pick<Load, 'draining' | 'sandbox'>): boolean =>
  !draining && sandbox !== undefined

/** Part of its capacity that is taken; less by `WARM_WORTH` where the project is there already. */
const burdenOf = (load: Load, workspace: string | undefined): number => {
  const { capacity, unplaced, placed, workspaces } = load
  const isWarm = workspace !== undefined && workspaces.includes(workspace)
  return (placed + unplaced) / capacity - (isWarm ? WARM_WORTH : 0)
}

/**
 * Services that may be asked, the best first: with a sandbox and a free place, not draining. The least loaded comes first,
 * and holding the project outweighs a quarter of a service's capacity: less than it costs to build on a busy one, and enough
 * that a popular demo spreads.
 */
export const rank = (loads: readonly Load[], workspace?: string): Choice[] =>
  loads
    .filter((load) => isOpen(load) && load.placed < roomOf(load))
    .sort((a, b) => burdenOf(a, workspace) - burdenOf(b, workspace) || (a.url < b.url ? -1 : 1))
    .map((load) => ({ url: load.url, room: roomOf(load) }))
