// What the terminal service tells of a build and of a smoke run, as this plugin believes it.
import { z } from 'zod'

const text = z.string().max(64 * 1024)
const ms = z.number().nonnegative()

export const buildReport = z.object({
  ok: z.boolean(),
  /** It was there already, or is known to have failed a moment ago. */
  cached: z.boolean(),
  ms,
  /** Files of the result. */
  bytes: z.number().nonnegative(),
  /** Tail of what the build printed. */
  log: text,
  /** Why it failed, a sentence for the owner. */
  reason: text.optional(),
})

const smokeResult = z.object({
  label: z.string().max(500),
  command: z.string().max(4096),
  ok: z.boolean(),
  /** How the command ended; a later service may know more ways. */
  ended: z.string().max(40),
  exitCode: z.number().int().optional(),
  ms,
  /** It printed what it promises. */
  matched: z.boolean(),
  /** The last of what it printed. */
  output: text,
})

/** Without its transcript, which the page that shows it does not need. */
export const smokeReport = z.object({
  ok: z.boolean(),
  ms,
  /** Why nothing could be run, for programs and for people. */
  reason: z.string().max(40).optional(),
  detail: text.optional(),
  results: z.array(smokeResult).max(64),
})

export type BuildReport = z.output<typeof buildReport>
export type SmokeReport = z.output<typeof smokeReport>
export type SmokeResult = z.output<typeof smokeResult>
