// GET /api/globals/resume/json: the résumé for programs, with what a visitor may see and nothing else. `locale`: its language.
import type { Endpoint, PayloadRequest, Where } from 'payload'
import { answering } from '../answering.ts'
import { idOf } from '../fields/relation-id.ts'
import { ROWS } from '../fields/text-lengths.ts'
import { type Language, languageOf } from '../languages/languages.ts'
import { jsonResume } from './json-resume.ts'

/** What is named, in its order; where nothing is named, what `otherwise` finds. */
const read = async <Slug extends 'experiences' | 'projects'>(
  { payload }: PayloadRequest,
  { collection, locale }: { collection: Slug; locale: Language },
  named: (string | { id: string })[],
  otherwise: Where,
) => {
  const ids = named.map(idOf)
  const { docs } = await payload.find({
    collection,
    where: ids.length > 0 ? { id: { in: ids } } : otherwise,
    sort: 'order',
    limit: ROWS,
    depth: 1,
    locale,
    // As a visitor, whoever asks.
    overrideAccess: false,
  })
  return ids.length > 0 ? ids.flatMap((id) => docs.find((doc) => doc.id === id) ?? []) : docs
}

/** `siteUrl`: origin of the site, for the addresses of projects. */
export const jsonResumeEndpoint = ({ siteUrl }: { siteUrl: string }): Omit<Endpoint, 'root'> => ({
  path: '/json',
  method: 'get',
  handler: answering(async (req) => {
    const locale = languageOf(req.query?.locale)
    const shared = { overrideAccess: false, locale } as const
    const resume = await req.payload.findGlobal({ slug: 'resume', depth: 1, ...shared })
    const site = await req.payload.findGlobal({ slug: 'site', depth: 0, ...shared })
    const experiences = await read(
      req,
      { collection: 'experiences', locale },
      resume.experiences ?? [],
      {},
    )
    const projects = await read(req, { collection: 'projects', locale }, resume.projects ?? [], {
      featured: { equals: true },
    })
    const sources = { resume, site, experiences, projects, siteUrl, language: locale }
    return Response.json(jsonResume(sources), {
      headers: { 'cache-control': 'public, max-age=60' },
    })
  }),
})
