// Tries one demo's commands and keeps how that went.
import type { CollectionSlug, Payload } from 'payload'
import type { TerminalContext } from '../context.ts'
import { ownId } from '../ids.ts'
import { SMOKE_RETENTION_MS } from '../limits.ts'
import { orderFor } from '../trials/order.ts'
import type { SmokeReport } from '../trials/reports.ts'
import { SMOKE_RUNS } from './collection.ts'

const MAX_DETAIL_CHARS = 300

/** The first thing that was wrong, for the owner. */
export const detailOf = ({
  detail,
  results,
}: Pick<SmokeReport, 'detail' | 'results'>): string | undefined => {
  const failed = results.find(({ ok }) => !ok)
  return (detail ?? failed?.command)?.slice(0, MAX_DETAIL_CHARS)
}

export type Run = Pick<SmokeReport, 'ok' | 'ms' | 'detail' | 'results'>

/** `demos`: slug of their collection. */
export const keepRun = async (
  payload: Payload,
  demos: string,
  { demo, ...report }: Run & { demo: string },
): Promise<void> => {
  const collection = SMOKE_RUNS as CollectionSlug
  await payload.create({
    collection,
    data: {
      demo: ownId(payload, demos, demo),
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

/**
 * What says nothing of the demo is not kept: the service could not try it, or could not fetch its archive.
 * @throws {ServiceFailure}
 * @throws {Refusal} `demo-not-found`, also for one whose archive is gone
 */
export const runSmoke = async (
  context: TerminalContext,
  payload: Payload,
  demo: string,
): Promise<SmokeReport> => {
  const order = await orderFor(context, payload, { action: 'smoke', id: demo })
  const report = await context.state().service.smoke(order)
  if (report.reason !== 'archive-failed') {
    await keepRun(payload, context.settings.collections.demos, { ...report, demo })
  }
  return report
}
