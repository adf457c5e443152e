// A project, on its own or part of a position, becomes a project.
import { slugify } from '../fields/slugify.ts'
import { LINE, PARAGRAPH, ROWS, SENTENCE } from '../fields/text-lengths.ts'
import { IMPORT, MAX_README_CHARACTERS } from '../limits.ts'
import { demoCommands } from './commands.ts'
import { diagrams, oneDiagram } from './diagrams.ts'
import type { ProjectItem } from './items.ts'
import {
  badges,
  documents,
  features,
  impact,
  installSteps,
  listings,
  stats,
  technologies,
} from './lists.ts'
import type { Notes } from './notes.ts'
import type { DemoPlan, GalleryPlan, Picture, Plan } from './plan.ts'
import { createReader, type Reader } from './reader.ts'
import { isPlainSummary, summaryOf } from './summary.ts'

/** Bookkeeping of the former system, and what is read with the rows themselves. */
const SAID_ELSEWHERE = ['id', 'pk', 'created_at', 'updated_at', 'galleries', 'internship', 'model']
const BUILD = /^(?:compile|build|make|install)$/i

const picture = (
  path: string,
  title: string,
  caption: string | undefined,
  where: string,
  notes: Notes,
): Picture => {
  if (!caption)
    notes.add(where, 'its text alternative is only a title: say what the picture shows', path)
  return { path, alt: caption ?? title, ...(caption ? { caption } : {}) }
}

const galleriesOf = ({ galleries }: ProjectItem, title: string, notes: Notes): GalleryPlan[] => {
  for (const { fields } of galleries.slice(ROWS))
    notes.add('galleries', `left out, there is room for ${ROWS}`, fields)
  return galleries.slice(0, ROWS).map(({ fields, images }, index) => {
    const where = `galleries[${index}]`
    const reader = createReader(fields, notes, where)
    const name = reader.text(LINE, 'name', 'title') ?? `Gallery ${index + 1}`
    const description = reader.text(PARAGRAPH, 'description')
    reader.finish(['id', 'order', 'project', 'images'])
    for (const image of images.slice(ROWS))
      notes.add(where, `left out, there is room for ${ROWS}`, image)
    const pictures = images.slice(0, ROWS).flatMap((image, place) => {
      const inner = createReader(image, notes, `${where}.images[${place}]`)
      const path = inner.text(1000, 'image', 'path', 'file')
      const caption = inner.text(SENTENCE, 'caption', 'alt')
      inner.finish(['id', 'order', 'gallery', 'project', 'image_url'])
      return path
        ? [
            picture(
              path,
              `${title}: ${name}`.slice(0, SENTENCE),
              caption,
              `${where}.images[${place}]`,
              notes,
            ),
          ]
        : []
    })
    return { name, ...(description ? { description } : {}), images: pictures }
  })
}

const demoOf = (reader: Reader, title: string, notes: Notes): DemoPlan | undefined => {
  const commands = demoCommands(reader, notes)
  const archive = reader.text(1000, 'demo_files_path', 'demo_files')
  const isOffered = reader.flag('has_interactive_demo')
  if (!archive) {
    for (const { command } of commands)
      notes.add('demo_commands', 'left out, there is no archive to run it in', command)
    if (isOffered) notes.add('has_interactive_demo', 'left out, there is no archive to run')
    return undefined
  }
  const build = commands.find(({ label }) => BUILD.test(label))?.command
  return { title, archive, commands, ...(build ? { build } : {}) }
}

const kindOf = (item: ProjectItem, reader: Reader, notes: Notes) => {
  const said = reader.text(40, 'project_type', 'kind')
  if (item.kind === 'internship-project') return 'internship'
  const known = (['school', 'internship', 'personal', 'professional', 'open-source'] as const).find(
    (kind) => kind === said,
  )
  if (said && !known) notes.add('project_type', 'read as personal', said)
  return known ?? 'personal'
}

/** Markdown: what the row says of itself, and how it is built. */
const bodyOf = (
  reader: Reader,
  description: string | undefined,
  isSummaryEnough: boolean,
): string | undefined => {
  const overview = reader.text(IMPORT.maxMarkdown, 'overview')
  const architecture = reader.text(IMPORT.maxMarkdown, 'architecture_description')
  const parts = [
    ...(description && !isSummaryEnough ? [description] : []),
    ...(overview ? [overview] : []),
    ...(architecture ? [`## Architecture\n\n${architecture}`] : []),
  ]
  return parts.length > 0 ? parts.join('\n\n') : undefined
}

/** A text instead, where a row cannot become a document: it says why. */
export const mapProject = (item: ProjectItem, notes: Notes): Plan | string => {
  const reader = createReader(item.fields, notes)
  const title = reader.text(LINE, 'title', 'name')
  if (!title) return 'it has no title'
  const given = reader.text(LINE, 'slug')
  const slug = slugify(given ?? '') || slugify(title)
  if (slug === '') return 'nothing of its address can be used'
  if (given && given !== slug) notes.add('slug', `the address became ${slug}`, given)

  const description = reader.text(IMPORT.maxMarkdown, 'description')
  const summary = description ? summaryOf(description) : undefined
  const body = bodyOf(
    reader,
    description,
    description === undefined || isPlainSummary(description, summary),
  )
  const start = reader.day('start_date')
  const end = reader.day('end_date')
  const isBackwards = start !== undefined && end !== undefined && end < start
  if (isBackwards) notes.add('end_date', 'left out, it comes before the start', end)
  const thumbnail = reader.text(1000, 'thumbnail')
  const elsewhere = reader.text(1000, 'thumbnail_url')
  if (elsewhere && elsewhere !== thumbnail)
    notes.add('thumbnail_url', 'left out, nothing is loaded from elsewhere: upload it', elsewhere)
  const company = reader.text(LINE, 'company')
  const demo = demoOf(reader, title, notes)

  const data = {
    title,
    kind: kindOf(item, reader, notes),
    summary: summary ?? null,
    badges: badges(reader, notes),
    challenges: reader.text(PARAGRAPH, 'challenges') ?? null,
    lessons: reader.text(PARAGRAPH, 'lessons') ?? null,
    role: reader.text(LINE, 'role') ?? null,
    roleDescription: reader.text(SENTENCE, 'role_description') ?? null,
    period: { start: start ?? null, end: isBackwards ? null : (end ?? null) },
    features: features(reader, notes, 'features', 'key_features'),
    stats: stats(reader, notes, 'stats'),
    impact: impact(reader, notes, 'impact_metrics'),
    diagrams: [
      ...oneDiagram(reader, notes, 'architecture_diagram', `Architecture of ${title}`),
      ...diagrams(reader, notes, `Architecture of ${title}`),
    ].slice(0, ROWS),
    links: {
      live: reader.address('live_url') ?? null,
      source: reader.address('code_url') ?? null,
      video: reader.address('video_url') ?? null,
    },
    installSteps: installSteps(reader, notes),
    walkthrough: listings(reader, notes, 'code_snippets'),
    readme: reader.text(MAX_README_CHARACTERS, 'readme') ?? null,
    documents: documents(reader, notes, 'related_documentation'),
    // A grade of nought is how “no grade” was stored.
    score: reader.number(0, 125, 'score') || null,
    featured: reader.flag('is_featured') ?? false,
    order: reader.number(-1_000_000, 1_000_000, 'order') ?? null,
  }
  const names = technologies(reader, notes, 'tech_stack', 'technologies')
  const galleries = galleriesOf(item, title, notes)
  reader.finish(SAID_ELSEWHERE)
  return {
    key: item.key,
    collection: 'projects',
    title,
    slug,
    isPublic: item.isPublic,
    data,
    technologies: names,
    galleries,
    ...(body ? { body } : {}),
    ...(thumbnail ? { cover: picture(thumbnail, title, undefined, 'thumbnail', notes) } : {}),
    ...(demo ? { demo } : {}),
    ...(item.position ? { position: item.position } : {}),
    ...(company ? { company } : {}),
  }
}
