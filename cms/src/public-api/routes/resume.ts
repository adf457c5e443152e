// GET resume
import type { Payload, Where } from 'payload'
import { z } from 'zod'
import { idOf } from '../../fields/relation-id.ts'
import type { Language } from '../../languages/languages.ts'
import type { Resume as Stored } from '../../payload-types.ts'
import { ORDER } from '../published/lines.ts'
import { route } from '../route.ts'
import { projectLinksOf } from '../shapes/link-to.ts'
import {
  type Listed,
  POSITION_FIELDS,
  positionOf,
  type Resume,
  resumeOf,
  resumeShape,
} from '../shapes/resume.ts'
import { POPULATE } from './populate.ts'

/** `docs` in the order of `ids`, or as they are without any. */
const inOrder = <Doc extends { id: string }>(docs: Doc[], ids: string[]): Doc[] => {
  if (ids.length === 0) return docs
  return ids.flatMap((id) => docs.find((doc) => doc.id === id) ?? [])
}

const namedOr = (ids: string[], otherwise: Where): Where =>
  ids.length > 0 ? { id: { in: ids } } : otherwise

type Named = { experiences: string[]; projects: string[] }

const listedOf = async (
  payload: Payload,
  { experiences, projects }: Named,
  locale: Language,
): Promise<Listed> => {
  const shared = { pagination: false, populate: POPULATE, locale, overrideAccess: false } as const
  const [positions, works] = await Promise.all([
    payload.find({
      ...shared,
      collection: 'experiences',
      where: namedOr(experiences, {}),
      sort: ORDER.experiences,
      depth: 1,
      select: POSITION_FIELDS,
      joins: false,
    }),
    payload.find({
      ...shared,
      collection: 'projects',
      where: namedOr(projects, { featured: { equals: true } }),
      sort: ORDER.projects,
      depth: 0,
    }),
  ])
  return {
    experiences: inOrder(positions.docs, experiences).map(positionOf),
    projects: projectLinksOf(inOrder(works.docs, projects)),
  }
}

/** `resume`, read as a visitor or as its preview, as the API tells it. */
export const shownResume = async (
  payload: Payload,
  resume: Stored,
  locale: Language,
): Promise<Resume> => {
  const named = {
    experiences: (resume.experiences ?? []).map(idOf),
    projects: (resume.projects ?? []).map(idOf),
  }
  return resumeOf(resume, await listedOf(payload, named, locale))
}

export const resumeRoutes = [
  route({
    path: 'resume',
    summary: 'The résumé; without positions or projects of its own it lists those that are shown',
    query: z.strictObject({}),
    shape: resumeShape,
    load: async ({ payload, locale }) => {
      const resume = await payload.findGlobal({
        slug: 'resume',
        depth: 1,
        populate: POPULATE,
        locale,
        overrideAccess: false,
      })
      return shownResume(payload, resume, locale)
    },
  }),
]
