// Writes what was counted of visitors: finds out which demos are meant, and drops what no visitor can see.
import type { CollectionSlug, Payload } from 'payload'
import { z } from 'zod'
import { ownId, relationText } from '../ids.ts'
import type { TerminalSettings } from '../options.ts'
import { createPermissions } from '../watch/permissions.ts'
import { addNumbers, type DayKey, ensureDay } from './days.ts'
import { inTransaction } from './in-transaction.ts'
import type { Counted, MomentsParts } from './moments.ts'

type Sums = { key: DayKey; seen: number; steps: number }

const project = z.object({ slug: z.string(), demo: relationText })

const demosOf = async (
  payload: Payload,
  slug: string,
  projects: readonly string[],
): Promise<Map<string, string>> => {
  if (projects.length === 0) return new Map()
  const { docs } = await payload.find({
    collection: slug as CollectionSlug,
    where: { slug: { in: [...new Set(projects)] } },
    depth: 0,
    pagination: false,
    // As a visitor: what the host hides from them is seen by none.
    overrideAccess: false,
  })
  const found = docs.flatMap((document) => project.safeParse(document).data ?? [])
  return new Map(found.map((each) => [each.slug, each.demo]))
}

/** One for each day and demo, in an order that is the same in every replica: two of them never wait for each other. */
const sumUp = (counted: readonly Counted[], demoOf: (one: Counted) => string | undefined) => {
  const sums = new Map<string, Sums>()
  for (const one of counted) {
    const demo = demoOf(one)
    if (demo === undefined) continue
    const { day, seen, steps } = one
    const before = sums.get(`${day}:${demo}`)
    sums.set(`${day}:${demo}`, {
      key: { day, demo },
      seen: seen + (before?.seen ?? 0),
      steps: steps + (before?.steps ?? 0),
    })
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum)
}

const write = async (payload: Payload, demos: string, sums: readonly Sums[]) => {
  for (const { key } of sums) await ensureDay(payload, key, ownId(payload, demos, key.demo))
  await inTransaction(payload, async (req) => {
    for (const { key, seen, steps } of sums) await addNumbers(req, key, { seen, steps })
  })
}

export const createMomentsWriter =
  (
    payloadNow: () => Payload,
    settings: Pick<TerminalSettings, 'collections' | 'global'>,
  ): MomentsParts['write'] =>
  async (counted) => {
    const payload = payloadNow()
    const slugs = counted.flatMap(({ wanted }) => ('project' in wanted ? [wanted.project] : []))
    const byProject = await demosOf(payload, settings.collections.projects, slugs)
    const named = ({ wanted }: Counted) =>
      'project' in wanted ? byProject.get(wanted.project) : wanted.demo
    const demoIds = counted.flatMap((one) => named(one) ?? [])
    const shown = await createPermissions({ payload, settings }).shown(demoIds)
    const real = counted.filter((one) => shown.has(named(one) ?? ''))
    const sums = sumUp(real, named)
    if (sums.length > 0) await write(payload, settings.collections.demos, sums)
    return real
  }
