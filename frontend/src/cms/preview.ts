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
  ])

type Draft = z.output<ReturnType<typeof draftSchema>>

const EXPIRED = 410
const REFUSED = new Set([400, 403, 404])

const dataOf = async (draft: Draft, language: Language): Promise<PageData> => {
  const shared = { site: await readSite(language), language }
  const { slug } = draft.document
  switch (draft.collection) {
    case 'projects':
      return {
        ...shared,
        place: { page: 'project', slug },
        page: 'project',
        project: draft.document,
      }
    case 'experiences':
      return {
        ...shared,
        place: { page: 'experience', slug },
        page: 'experience',
        experience: draft.document,
      }
    case 'pages':
      return { ...shared, place: { page: 'page', slug }, page: 'page', content: draft.document }
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
