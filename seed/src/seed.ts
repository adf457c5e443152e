// Puts the sample content into a database. What is there already stays as it is, so a second run changes nothing.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { CollectionSlug, Payload, Where } from 'payload'
import type { SeedContent, SeedDemo, SeedMedia } from './content/types.ts'
import {
  experienceData,
  type Ids,
  pageData,
  projectData,
  resumeData,
  seoData,
} from './documents.ts'

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
    make: () => { data: Data; file?: Upload },
  ): Promise<{ id: Id; isNew: boolean }> => {
    const known = await findId(collection, where)
    if (known !== undefined) return { id: known, isNew: false }
    // The seed knows the collections by name only: their types live in the CMS, which imports this.
    const made = await payload.create({
      collection,
      ...(make() as { data: never }),
      depth: 0,
      overrideAccess: true,
    })
    created += 1
    return { id: made.id, isNew: true }
  }

  /** Fills a global that nobody has saved yet. */
  const ensureGlobal = async (slug: 'site' | 'resume' | 'terminal', data: Data) => {
    const { createdAt } = await payload.findGlobal({ slug, depth: 0, overrideAccess: true })
    if (createdAt) return
    await payload.updateGlobal({ slug, data: data as never, depth: 0, overrideAccess: true })
    created += 1
  }

  return { ensure, ensureGlobal, created: () => created }
}

type Writer = ReturnType<typeof createWriter>

const seedImage = async (writer: Writer, image: SeedMedia, imagePath: SeedSource['imagePath']) => {
  const { file, ...data } = image
  const bytes = await readFile(imagePath(file))
  const mimetype = MIME_TYPES[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
  const { id } = await writer.ensure('media', { sha256: { equals: sha256(bytes) } }, () => ({
    data,
    file: { data: bytes, mimetype, name: file, size: bytes.byteLength },
  }))
  return id
}

const seedDemo = async (writer: Writer, demo: SeedDemo, packProject: SeedSource['packProject']) => {
  const { key, ...data } = demo
  const bytes = await packProject(key)
  const archive = await writer.ensure('archives', { sha256: { equals: sha256(bytes) } }, () => ({
    data: {},
    file: {
      data: bytes,
      mimetype: 'application/gzip',
      name: `${key}.tar.gz`,
      size: bytes.byteLength,
    },
  }))
  const { id } = await writer.ensure('demos', { title: { equals: demo.title } }, () => ({
    data: { mode: 'shell', workdir: '.', enabled: true, ...data, archive: archive.id },
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
      () => ({ data: { ...projectData(project, ids, readme), _status: 'published' } }),
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
  const { content, packProject, imagePath } = source
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
    ids.media.set(image.file, await seedImage(writer, image, imagePath))
  }
  for (const demo of content.demos) {
    ids.demos.set(demo.key, await seedDemo(writer, demo, packProject))
  }
  for (const experience of content.experiences) {
    const where = { slug: { equals: experience.slug } }
    const data = { ...experienceData(experience, ids), _status: 'published' }
    const { id } = await writer.ensure('experiences', where, () => ({ data }))
    ids.experiences.set(experience.slug, id)
  }
  await seedProjects(payload, writer, source, ids)
  for (const page of content.pages) {
    await writer.ensure('pages', { slug: { equals: page.slug } }, () => ({
      data: { ...pageData(page, ids), _status: 'published' },
    }))
  }
  const { seo, ...site } = content.site
  await writer.ensureGlobal('site', { ...site, ...(seo ? { seo: seoData(seo, ids) } : {}) })
  await writer.ensureGlobal('resume', resumeData(content.resume, ids))
  await writer.ensureGlobal('terminal', content.terminal)
  return { created: writer.created() }
}
