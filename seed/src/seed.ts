// Puts the sample content into a database, in English first. What is there already stays as it is, so a second run changes
// nothing: what is made gets all its languages at once, what was there gets none.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { CollectionSlug, Payload, Where } from 'payload'
import type { SeedTranslation } from './content/translation.ts'
import type { SeedContent, SeedDemo, SeedMedia } from './content/types.ts'
import {
  experienceData,
  type Ids,
  pageData,
  projectData,
  resumeData,
  seoData,
} from './documents.ts'
import { translatedData } from './translate.ts'

export type SeedSource = {
  content: SeedContent
  /** The archive of a project's sources, the same bytes each time. */
  packProject: (key: string) => Promise<Buffer>
  imagePath: (file: string) => string
  /** The README of a project's sources. */
  readReadme: (key: string) => Promise<string>
}

/** How many documents were made; 0 when everything was there. */
export type SeedReport = { created: number }

type Data = Record<string, unknown>
type Upload = { data: Buffer; mimetype: string; name: string; size: number }
type Id = number | string

type Languages = SeedContent['translations']
type Language = keyof Languages
/** A document to make: `english` is what its translations follow row by row. */
type Made = { data: Data; file?: Upload; english?: object; translations?: Translations }
type Translations = [Language, object][]

/** The same part of each translation. */
const translationsOf = (
  languages: Languages,
  partOf: (translation: SeedTranslation) => object | undefined,
): Translations =>
  (Object.keys(languages) as Language[]).flatMap((language): Translations => {
    const part = partOf(languages[language])
    return part ? [[language, part]] : []
  })

const MIME_TYPES: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
}

const sha256 = (data: Buffer) => createHash('sha256').update(data).digest('hex')

/** Writes to one database and counts. */
const createWriter = (payload: Payload) => {
  let created = 0

  const findId = async (collection: CollectionSlug, where: Where): Promise<Id | undefined> => {
    const { docs } = await payload.find({
      collection,
      where,
      depth: 0,
      limit: 1,
      pagination: false,
      draft: true,
      // What the owner has thrown away is not missing.
      trash: true,
      overrideAccess: true,
    })
    return docs[0]?.id
  }

  /** The id of the document that `where` finds, or of a new one. */
  const ensure = async (
    collection: CollectionSlug,
    where: Where,
    make: () => Made,
  ): Promise<{ id: Id; isNew: boolean }> => {
    const known = await findId(collection, where)
    if (known !== undefined) return { id: known, isNew: false }
    const { english, translations = [], ...first } = make()
    const shared = { collection, depth: 0, overrideAccess: true } as const
    // The seed knows the collections by name only: their types live in the CMS, which imports this.
    const made = await payload.create({ ...shared, ...(first as { data: never }) })
    created += 1
    for (const [locale, told] of translations) {
      const data = translatedData(told, english, made) as never
      await payload.update({ ...shared, id: made.id, locale, data })
    }
    return { id: made.id, isNew: true }
  }

  /** Fills a global that nobody has saved yet, not even as a draft. */
  const ensureGlobal = async (
    slug: 'site' | 'resume' | 'terminal',
    { data, english, translations = [] }: Omit<Made, 'file'>,
  ) => {
    const shared = { slug, depth: 0, overrideAccess: true } as const
    const { updatedAt } = await payload.findGlobal({ ...shared, draft: true })
    if (updatedAt) return
    const made = await payload.updateGlobal({ ...shared, data: data as never })
    created += 1
    for (const [locale, told] of translations) {
      const translated = translatedData(told, english, made) as never
      await payload.updateGlobal({ ...shared, locale, data: translated })
    }
  }

  return { ensure, ensureGlobal, created: () => created }
}

type Writer = ReturnType<typeof createWriter>

const seedImage = async (writer: Writer, image: SeedMedia, source: SeedSource) => {
  const { content, imagePath } = source
  const { file, ...data } = image
  const bytes = await readFile(imagePath(file))
  const mimetype = MIME_TYPES[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
  const { id } = await writer.ensure('media', { sha256: { equals: sha256(bytes) } }, () => ({
    data,
    file: { data: bytes, mimetype, name: file, size: bytes.byteLength },
    english: image,
    translations: translationsOf(content.translations, ({ media }) => media[file]),
  }))
  return id
}

const seedDemo = async (writer: Writer, demo: SeedDemo, source: SeedSource) => {
  const { content, packProject } = source
  const { key, ...data } = demo
  const bytes = await packProject(key)
  const archive = await writer.ensure('archives', { sha256: { equals: sha256(bytes) } }, () => ({
    // They are this repository's own.
    data: { showSource: true },
    file: {
      data: bytes,
      mimetype: 'application/gzip',
      name: `${key}.tar.gz`,
      size: bytes.byteLength,
    },
  }))
  const { id } = await writer.ensure('demos', { title: { equals: demo.title } }, () => ({
    data: { mode: 'shell', workdir: '.', enabled: true, ...data, archive: archive.id },
    english: demo,
    translations: translationsOf(content.translations, ({ demos }) => demos[key]),
  }))
  return id
}

const seedProjects = async (payload: Payload, writer: Writer, source: SeedSource, ids: Ids) => {
  const { content, readReadme } = source
  const made = ids.projects
  const fresh = new Set<string>()
  for (const project of content.projects) {
    const readme = project.readme ? await readReadme(project.readme) : undefined
    const { id, isNew } = await writer.ensure(
      'projects',
      { slug: { equals: project.slug } },
      () => ({
        data: { ...projectData(project, ids, readme), _status: 'published' },
        english: project,
        translations: translationsOf(content.translations, (all) => all.projects[project.slug]),
      }),
    )
    made.set(project.slug, id)
    if (isNew) fresh.add(project.slug)
  }
  // Projects name each other, so this has to wait until all of them exist.
  for (const { slug, related = [] } of content.projects) {
    const id = made.get(slug)
    if (id === undefined || !fresh.has(slug) || related.length === 0) continue
    await payload.update({
      collection: 'projects',
      id,
      data: { related: related.flatMap((other) => made.get(other) ?? []) } as never,
      depth: 0,
      overrideAccess: true,
    })
  }
}

/** Adds what is missing of the source's content; documents are known by their slug, title or file. */
export const seedFrom = async (payload: Payload, source: SeedSource): Promise<SeedReport> => {
  const { content } = source
  const { translations } = content
  const writer = createWriter(payload)
  const ids: Ids = {
    technologies: new Map(),
    media: new Map(),
    demos: new Map(),
    experiences: new Map(),
    projects: new Map(),
  }

  for (const technology of content.technologies) {
    const where = { slug: { equals: technology.slug } }
    const { id } = await writer.ensure('technologies', where, () => ({ data: technology }))
    ids.technologies.set(technology.slug, id)
  }
  for (const image of content.media) {
    ids.media.set(image.file, await seedImage(writer, image, source))
  }
  for (const demo of content.demos) {
    ids.demos.set(demo.key, await seedDemo(writer, demo, source))
  }
  for (const experience of content.experiences) {
    const where = { slug: { equals: experience.slug } }
    const { id } = await writer.ensure('experiences', where, () => ({
      data: { ...experienceData(experience, ids), _status: 'published' },
      english: experience,
      translations: translationsOf(translations, (all) => all.experiences[experience.slug]),
    }))
    ids.experiences.set(experience.slug, id)
  }
  await seedProjects(payload, writer, source, ids)
  for (const page of content.pages) {
    await writer.ensure('pages', { slug: { equals: page.slug } }, () => ({
      data: { ...pageData(page, ids), _status: 'published' },
      english: page,
      translations: translationsOf(translations, (all) => all.pages[page.slug]),
    }))
  }
  const { seo, ...site } = content.site
  await writer.ensureGlobal('site', {
    data: { ...site, ...(seo ? { seo: seoData(seo, ids) } : {}) },
    english: content.site,
    translations: translationsOf(translations, (all) => all.site),
  })
  await writer.ensureGlobal('resume', {
    data: { ...resumeData(content.resume, ids), _status: 'published' },
    english: content.resume,
    translations: translationsOf(translations, (all) => all.resume),
  })
  await writer.ensureGlobal('terminal', { data: content.terminal })
  return { created: writer.created() }
}
