// Reads the one draft that the token of a preview link names.
import { z } from 'zod'
import { readingDraft } from '../drawings.ts'
import type { Language } from '../i18n/languages.ts'
import { stringsOf } from '../i18n/speaking.ts'
import type { PageData } from '../page-data.ts'
import { PREVIEW_HEADERS } from '../preview.ts'
import { askCms, CmsError } from './client.ts'
import { localeQuery, readSite } from './queries.ts'
import { experienceSchema } from './shapes/experience.ts'
import { pageSchema } from './shapes/page.ts'
import { projectSchema } from './shapes/project.ts'
import { resumeSchema } from './shapes/resume.ts'

export type Preview =
  | { state: 'draft'; data: PageData; expiresAt: string }
  | { state: 'expired' | 'unknown' }

/** A draft may still be without what a published document always has: `untitled` stands for it. */
const drafted = <Schema extends z.ZodType>(schema: Schema, untitled: string, names: string[]) =>
  z.unknown().transform((value, context): z.output<Schema> => {
    const given = typeof value === 'object' && value !== null ? value : {}
    const titled = Object.fromEntries(
      names.map((name) => [name, (given as Record<string, unknown>)[name] || untitled]),
    )
    const slug = (given as { slug?: unknown }).slug || 'untitled'
    const draft = readingDraft(() => schema.safeParse({ ...given, ...titled, slug }))
    if (draft.success) return draft.data
    for (const { path, message } of draft.error.issues)
      context.addIssue({ code: 'custom', path, message })
    return z.NEVER
  })

const NAMED_ROWS = {
  education: 'institution',
  certificates: 'name',
  skills: 'name',
  languages: 'language',
  interests: 'name',
} as const

/** The rows of a résumé may be without the name that each has once it is published. */
const withNamedRows = (value: unknown, untitled: string): unknown => {
  if (typeof value !== 'object' || value === null) return value
  const all = value as Record<string, unknown>
  const named = Object.entries(NAMED_ROWS).map(([list, name]) => {
    const entries = Array.isArray(all[list]) ? (all[list] as Record<string, unknown>[]) : []
    return [list, entries.map((entry) => ({ ...entry, [name]: entry?.[name] || untitled }))]
  })
  return { ...all, ...Object.fromEntries(named) }
}

const expiresAt = z.iso.datetime()

const draftSchema = (untitled: string) =>
  z.discriminatedUnion('collection', [
    z.object({
      collection: z.literal('projects'),
      expiresAt,
      document: drafted(projectSchema, untitled, ['title']),
    }),
    z.object({
      collection: z.literal('experiences'),
      expiresAt,
      document: drafted(experienceSchema, untitled, ['company', 'role']),
    }),
    z.object({
      collection: z.literal('pages'),
      expiresAt,
      document: drafted(pageSchema, untitled, ['title']),
    }),
    z.object({
      collection: z.literal('resume'),
      expiresAt,
      document: z.preprocess((value) => withNamedRows(value, untitled), resumeSchema),
    }),
  ])

type Draft = z.output<ReturnType<typeof draftSchema>>

const EXPIRED = 410
const REFUSED = new Set([400, 403, 404])

const dataOf = async (draft: Draft, language: Language): Promise<PageData> => {
  const shared = { site: await readSite(language), language }
  switch (draft.collection) {
    case 'projects': {
      const { document: project } = draft
      const place = { page: 'project', slug: project.slug } as const
      return { ...shared, place, page: 'project', project }
    }
    case 'experiences': {
      const { document: experience } = draft
      const place = { page: 'experience', slug: experience.slug } as const
      return { ...shared, place, page: 'experience', experience }
    }
    case 'pages': {
      const { document: content } = draft
      return { ...shared, place: { page: 'page', slug: content.slug }, page: 'page', content }
    }
    case 'resume':
      return { ...shared, place: { page: 'resume' }, page: 'resume', resume: draft.document }
  }
}

/** @throws {CmsError} when the CMS does not answer */
export const readPreview = async (token: string, language: Language): Promise<Preview> => {
  if (token === '') return { state: 'unknown' }
  try {
    const draft = await askCms({
      path: 'preview-draft',
      schema: draftSchema(stringsOf(language).preview.untitled),
      query: localeQuery(language),
      headers: { [PREVIEW_HEADERS.token]: token },
    })
    return { state: 'draft', data: await dataOf(draft, language), expiresAt: draft.expiresAt }
  } catch (error) {
    const status = error instanceof CmsError ? error.status : undefined
    if (status === EXPIRED) return { state: 'expired' }
    if (status !== undefined && REFUSED.has(status)) return { state: 'unknown' }
    throw error
  }
}
