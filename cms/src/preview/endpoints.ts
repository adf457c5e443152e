// POST /preview-links: a link to one draft, for staff. GET /preview-links: the same, followed at once.
// GET /preview-draft: that draft, for the site, which shows the token of the link and nothing else. `locale`: its language.
import { json, readJson } from '@shellfolio/payload-terminal/endpoint'
import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { hasRole, ROLES } from '../access/roles.ts'
import { answering } from '../answering.ts'
import { CmsRefusal } from '../errors.ts'
import { CODES, DEFAULT_LANGUAGE, type Language } from '../languages/languages.ts'
import { PREVIEW } from '../limits.ts'
import type { Experience, Page, Project } from '../payload-types.ts'
import { withListedProjects } from '../public-api/routes/listed-projects.ts'
import { POPULATE_WITH_DEMO } from '../public-api/routes/populate.ts'
import { experienceOf } from '../public-api/shapes/experience.ts'
import { pageOf } from '../public-api/shapes/page.ts'
import { type Around, projectOf } from '../public-api/shapes/project.ts'
import {
  isPreviewed,
  PREVIEWED,
  type Previewed,
  type PreviewLink,
  type PreviewLinks,
} from './links.ts'
import type { Preview, PreviewTokens } from './token.ts'

export const TOKEN_HEADER = 'x-preview-token'
/** On the context of a read: the one document that it may see a draft of. */
export const DRAFT_SEEN = 'draftSeenByToken'

const locale = z.enum(CODES).default(DEFAULT_LANGUAGE)
const asked = z.object({ collection: z.enum(PREVIEWED), id: z.uuid(), locale })
const askedDraft = z.object({ locale })

const linkFor = async (
  req: PayloadRequest,
  links: PreviewLinks,
  value: unknown,
): Promise<PreviewLink> => {
  const { data } = asked.safeParse(value)
  if (!data) throw new CmsRefusal('bad-request')
  const { locale, ...document } = data
  const link = await links.linkTo(req, document, { locale })
  if (!link) throw new CmsRefusal('not-allowed')
  const found = await req.payload.findByID({
    ...document,
    draft: true,
    depth: 0,
    select: {},
    disableErrors: true,
    overrideAccess: false,
    user: req.user,
    req,
  })
  if (!found) throw new CmsRefusal('not-found')
  return link
}

/** Whether whoever asked for the link may still see drafts. */
const isStillStaff = async ({ payload }: PayloadRequest, id: string): Promise<boolean> => {
  const user = await payload.findByID({
    collection: 'users',
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
  })
  return user !== null && hasRole({ ...user, collection: 'users' }, ...ROLES)
}

const previewOf = async (
  req: PayloadRequest,
  tokens: PreviewTokens,
): Promise<Preview & { collection: Previewed }> => {
  const preview = tokens.read(req.headers.get(TOKEN_HEADER) ?? '')
  if (preview === 'expired') throw new CmsRefusal('preview-expired')
  if (!preview || !isPreviewed(preview.collection)) throw new CmsRefusal('preview-unknown')
  if (!(await isStillStaff(req, preview.user))) throw new CmsRefusal('preview-unknown')
  return { ...preview, collection: preview.collection }
}

/** A draft has no place among what is published. */
const ALONE: Around = {
  recording: undefined,
  lastTry: undefined,
  hasSource: false,
  previous: undefined,
  next: undefined,
}

/** The draft in the shape in which the public API would tell it, though parts that it must have may still be missing. */
const shownOf = async (
  { payload }: PayloadRequest,
  { collection, locale }: { collection: Previewed; locale: Language },
  document: unknown,
): Promise<object> => {
  switch (collection) {
    case 'projects':
      return projectOf(document as Project, ALONE)
    case 'experiences':
      return experienceOf(document as Experience)
    case 'pages': {
      const page = document as Page
      return pageOf({ ...page, layout: await withListedProjects(payload, page.layout, locale) })
    }
  }
}

export const previewEndpoints = (tokens: PreviewTokens, links: PreviewLinks): Endpoint[] => [
  {
    path: '/preview-links',
    method: 'post',
    handler: answering(async (req) =>
      json(await linkFor(req, links, await readJson(req, PREVIEW.maxBodyBytes)), 201),
    ),
  },
  {
    path: '/preview-links',
    method: 'get',
    handler: answering(async (req) => {
      const { url } = await linkFor(req, links, req.query)
      return new Response(null, {
        status: 303,
        headers: { location: url, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
      })
    }),
  },
  {
    path: '/preview-draft',
    method: 'get',
    handler: answering(async (req) => {
      const { collection, id, expiresAt } = await previewOf(req, tokens)
      const { data } = askedDraft.safeParse(req.query)
      if (!data) throw new CmsRefusal('bad-request')
      const { locale } = data
      // As a visitor, but for this one document: what is related to it is seen as visitors see it.
      const document = await req.payload.findByID({
        collection,
        id,
        draft: true,
        depth: 1,
        populate: POPULATE_WITH_DEMO,
        locale,
        disableErrors: true,
        overrideAccess: false,
        context: { [DRAFT_SEEN]: id },
      })
      if (!document) throw new CmsRefusal('not-found')
      return json({
        collection,
        expiresAt,
        document: await shownOf(req, { collection, locale }, document),
      })
    }),
  },
]
