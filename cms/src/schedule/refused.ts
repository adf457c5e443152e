// Plans that came to nothing, for those who look at the document: until it is as planned, or planned anew.
import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import { z } from 'zod'
import { REFUSED_PLANS } from '../limits.ts'
import { type Plan, planOf, SCHEDULE } from './plan.ts'

/** `plannedFor`: ISO 8601. */
export type RefusedPlan = { type: Plan['type']; plannedFor: string; reasons: string[] }

const job = z.object({
  input: z.unknown(),
  waitUntil: z.string().nullish(),
  createdAt: z.string(),
  updatedAt: z.string(),
  error: z.object({ message: z.string() }),
})
const row = z.object({ _status: z.string().nullish(), updatedAt: z.string() })

type Job = z.infer<typeof job>
type Place = { collection: string; id: string }

const DAY_MS = 24 * 60 * 60 * 1000
const AS_PLANNED = { publish: 'published', unpublish: 'draft' } as const

const plansFor = ({ id }: Pick<Place, 'id'>): Where[] => [
  { taskSlug: { equals: SCHEDULE } },
  { 'input.doc.value': { equals: id } },
]

/** The newest first. */
const failedJobs = async (req: PayloadRequest, where: Where[], limit: number): Promise<Job[]> => {
  const since = new Date(Date.now() - REFUSED_PLANS.days * DAY_MS).toISOString()
  const { docs } = await req.payload.find({
    collection: 'payload-jobs',
    where: {
      and: [...where, { hasError: { equals: true } }, { updatedAt: { greater_than: since } }],
    },
    sort: '-updatedAt',
    limit,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return docs.flatMap((doc) => job.safeParse(doc).data ?? [])
}

const isPlannedAnew = async (req: PayloadRequest, { id }: Place, failedAt: string) => {
  const { totalDocs } = await req.payload.count({
    collection: 'payload-jobs',
    where: { and: [...plansFor({ id }), { createdAt: { greater_than: failedAt } }] },
    overrideAccess: true,
    req,
  })
  return totalDocs > 0
}

/** A draft is kept beside the row, so what happened to the row since was published or taken down. */
const isAsPlanned = async (
  req: PayloadRequest,
  { collection, id }: Place,
  { type }: Plan,
  failedAt: string,
) => {
  const found = await req.payload.findByID({
    collection: collection as CollectionSlug,
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    req,
  })
  const { data } = row.safeParse(found)
  // In the trash, or gone: nobody plans for it any more.
  if (!data) return true
  return data._status === AS_PLANNED[type] && data.updatedAt > failedAt
}

/** The last plan for a document that was refused; `undefined` once nobody needs to know. */
export const refusedPlanOf = async (
  req: PayloadRequest,
  place: Place,
): Promise<RefusedPlan | undefined> => {
  const [failed] = await failedJobs(req, plansFor(place), 1)
  const plan = failed && planOf(failed.input)
  if (!plan) return undefined
  const { updatedAt: failedAt, waitUntil, createdAt, error } = failed
  if (await isAsPlanned(req, place, plan, failedAt)) return undefined
  if (await isPlannedAnew(req, place, failedAt)) return undefined
  return {
    type: plan.type,
    plannedFor: waitUntil ?? createdAt,
    reasons: error.message.split('\n'),
  }
}

/** Documents with such a plan, those of the newest first. */
export const refusedPlaces = async (req: PayloadRequest): Promise<Place[]> => {
  const jobs = await failedJobs(req, [{ taskSlug: { equals: SCHEDULE } }], REFUSED_PLANS.listed)
  const places = new Map<string, Place>()
  for (const { input } of jobs) {
    const plan = planOf(input)
    if (!plan || places.has(plan.id)) continue
    const place = { collection: plan.collection, id: plan.id }
    if (await refusedPlanOf(req, place)) places.set(plan.id, place)
  }
  return [...places.values()]
}
