// A terminal service as it announced itself, and where announcements are kept.
import { type Announcement, MAX_ANNOUNCED_WORKSPACES } from '@shellfolio/protocol'
import { z } from 'zod'
import { HOST_TTL_MS } from '../limits.ts'

const count = z.number().int().nonnegative().max(100_000)

const isOrigin = (text: string) => URL.canParse(text) && new URL(text).origin === text

/** Shape of an announcement, wherever it comes from. */
export const announcement = z.object({
  id: z.string().min(1).max(64),
  url: z
    .string()
    .max(300)
    .regex(/^https?:/)
    .refine(isOrigin),
  atMs: z.number().int().positive(),
  capacity: count.positive(),
  running: count,
  draining: z.boolean(),
  leaving: z.boolean(),
  sandbox: z.string().min(1).max(40).optional(),
  workspaces: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(MAX_ANNOUNCED_WORKSPACES),
}) satisfies z.ZodType<Announcement>

/** What is kept of the latest announcement of each address. */
export const host = announcement.extend({
  /** Sessions that ran without holding a place: the store has lost them, and they take room all the same. */
  unplaced: count,
})
export type Host = z.output<typeof host>

/** `silentMs`: since it was last heard, by the store's clock. */
export type KnownHost = Host & { silentMs: number }

/** Every method rejects when the store does not answer. */
export type Announcements = {
  /** `false`: something later is known of that address, or there are too many addresses. Atomic. */
  put: (host: Host) => Promise<boolean>
  /** All that were heard within `HOST_MEMORY_MS`, those that are silent now included. */
  list: () => Promise<KnownHost[]>
}

/** Heard lately, and not on its way out. */
export const isAlive = ({ silentMs, leaving }: KnownHost): boolean =>
  silentMs < HOST_TTL_MS && !leaving
