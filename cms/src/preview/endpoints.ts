// POST /preview-links: a link to one draft, for staff. GET /preview-links: the same, followed at once.
// GET /preview-draft: that draft, for the site, which shows the token of the link and nothing else. `locale`: its language.
import { json, readJson } from '@shellfolio/payload-terminal/endpoint'
import type { Endpoint, Payload, PayloadRequest } from 'payload'
import { z } from 'zod'
import { hasRole, ROLES } from '../access/roles.ts'
import { answering } from '../answering.ts'
import { CmsRefusal } from '../errors.ts'
import { CODES, DEFAULT_LANGUAGE, type Language } from '../languages/languages.ts'
import { PREVIEW } from '../limits.ts'
import type { Experience, Page, Project } from '../payload-types.ts'
import { withListedProjects } from '../public-api/routes/listed-projects.ts'
import { POPULATE_WITH_DEMO } from '../public-api/routes/populate.ts'
import { shownResume } from '../public-api/routes/resume.ts'
import { experienceOf } from '../public-api/shapes/experience.ts'
import { pageOf } from '../public-api/shapes/page.ts'
import { type Around, projectOf } from '../public-api/shapes/project.ts'
import {
  PREVIEWED,
  PREVIEWED_GLOBALS,
  type PreviewedGlobal,
  type PreviewLink,
  type PreviewLinks,
  type Subject,
  subjectOf,
} from './links.ts'
import type { PreviewTokens } from './token.ts'

export const TOKEN_HEADER = 'x-preview-token'
/** On the context of a read: what alone it may see a draft of, the id of a document or the slug of a global. */
export const DRAFT_SEEN = 'draftSeenByToken'

const locale = z.enum(CODES).default(DEFAULT_LANGUAGE)
const asked = z.union([
  z.object({ collection: z.enum(PREVIEWED), id: z.uuid(), locale }),
  z.object({ collection: z.enum(PREVIEWED_GLOBALS), id: z.undefined().optional(), locale }),
])
const askedDraft = z.object({ locale })

/** For whoever asks. A global always is. */
const isThere = async (req: PayloadRequest, subject: Subject): Promise<boolean> => {
  if (subject.id === undefined) return true
  const found = await req.payload.findByID({
    ...subject,
    draft: true,
    depth: 0,
    select: {},
    disableErrors: true,
    overrideAccess: false,
    user: req.user,
    req,
  })
  return Boolean(found)
}

const linkFor = async (
  req: PayloadRequest,
  links: PreviewLinks,
  value: unknown,
): Promise<PreviewLink> => {
  const { data } = asked.safeParse(value)
  if (!data) throw new CmsRefusal('bad-request')
  const { locale, ...subject } = data
  const link = await links.linkTo(req, subject, { locale })
  if (!link) throw new CmsRefusal('not-allowed')
  if (!(await isThere(req, subject))) throw new CmsRefusal('not-found')
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
): Promise<{ subject: Subject; expiresAt: Date }> => {
  const preview = tokens.read(req.headers.get(TOKEN_HEADER) ?? '')
  if (preview === 'expired') throw new CmsRefusal('preview-expired')
  const subject = preview && subjectOf(preview.collection, preview.id)
  if (!subject || !(await isStillStaff(req, preview.user))) throw new CmsRefusal('preview-unknown')
  return { subject, expiresAt: preview.expiresAt }
}

/** A draft has no place among what is published. */
const ALONE: Around = {
  recording: undefined,
  lastTry: undefined,
  hasSource: false,
  previous: undefined,
  next: undefined,
}

/** As a visitor, but for this one draft: what is related to it is seen as visitors see it. */
const SEEN = { draft: true, depth: 1, populate: POPULATE_WITH_DEMO, overrideAccess: false } as const

/** The draft in the shape in which the public API would tell it, though parts that it must have may still be missing. */
const shownDocument = async (
  payload: Payload,
  { collection, id }: Extract<Subject, { id: string }>,
  locale: Language,
): Promise<object | undefined> => {
  const document = await payload.findByID({
    ...SEEN,
    collection,
    id,
    locale,
    disableErrors: true,
    context: { [DRAFT_SEEN]: id },
  })
  if (!document) return undefined
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

const shownGlobal = async (
  payload: Payload,
  slug: PreviewedGlobal,
  locale: Language,
): Promise<object> =>
  shownResume(
    payload,
    await payload.findGlobal({ ...SEEN, slug, locale, context: { [DRAFT_SEEN]: slug } }),
    locale,
  )

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
      const { subject, expiresAt } = await previewOf(req, tokens)
      const { data } = askedDraft.safeParse(req.query)
      if (!data) throw new CmsRefusal('bad-request')
      const { payload } = req
      const document =
        subject.id === undefined
          ? await shownGlobal(payload, subject.collection, data.locale)
          : await shownDocument(payload, subject, data.locale)
      if (!document) throw new CmsRefusal('not-found')
      return json({ collection: subject.collection, expiresAt, document })
    }),
  },
]
