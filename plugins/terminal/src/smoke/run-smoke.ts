// Tries one demo's commands and keeps how that went.
import type { CollectionSlug, Payload } from 'payload'
import type { TerminalContext } from '../context.ts'
import { SMOKE_RETENTION_MS } from '../limits.ts'
import { orderFor } from '../trials/order.ts'
import type { SmokeReport } from '../trials/reports.ts'
import { SMOKE_RUNS } from './collection.ts'

const MAX_DETAIL_CHARS = 300

/** The first thing that was wrong, for the owner. */
export const detailOf = ({ detail, results }: SmokeReport): string | undefined => {
  const failed = results.find(({ ok }) => !ok)
  return (detail ?? failed?.command)?.slice(0, MAX_DETAIL_CHARS)
}

const keep = async (payload: Payload, demo: string, report: SmokeReport): Promise<void> => {
  const collection = SMOKE_RUNS as CollectionSlug
  await payload.create({
    collection,
    data: {
      demo,
      ok: report.ok,
      commands: report.results.length,
      failed: report.results.filter(({ ok }) => !ok).length,
      ms: Math.round(report.ms),
      detail: detailOf(report) ?? null,
    } as never,
    depth: 0,
    overrideAccess: true,
  })
  const before = new Date(Date.now() - SMOKE_RETENTION_MS).toISOString()
  await payload.delete({
    collection,
    where: { createdAt: { less_than: before } },
    overrideAccess: true,
  })
}

/** @throws {ServiceFailure} when the service could not try it: that says nothing of the demo, and nothing is kept */
export const runSmoke = async (
  context: TerminalContext,
  payload: Payload,
  demo: string,
): Promise<SmokeReport> => {
  const order = await orderFor(context, payload, { action: 'smoke', id: demo })
  const report = await context.state().service.smoke(order)
  await keep(payload, demo, report)
  return report
}
