// Days from and to, without times. An end that is missing has not come yet.
import { z } from 'zod'
import { shape } from './registry.ts'

export const periodShape = shape(
  'Period',
  z.object({ start: z.iso.date(), end: z.iso.date().nullable() }),
)

export type Period = z.output<typeof periodShape>

/** `2026-01-31` of a moment as the database has it. */
export const dayOf = (moment: string): string => new Date(moment).toISOString().slice(0, 10)

/** Null without a start. */
export const periodOf = (
  period: { start?: string | null; end?: string | null } | null | undefined,
): Period | null =>
  period?.start ? { start: dayOf(period.start), end: period.end ? dayOf(period.end) : null } : null
