// Lists that projects and positions have in common.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Experience, Media, MetricsBlock, Project } from '../../payload-types.ts'
import { imageOf, imageShape, versionedUrl } from './image.ts'
import { publicOne, shape, textOf } from './registry.ts'

const text = z.string().nullable()

export const figuresShape = z.array(z.object({ value: z.string(), label: z.string() }))

export const figuresOf = (stats: Project['stats']): z.output<typeof figuresShape> =>
  (stats ?? []).map(({ value, label }) => ({ value, label }))

export const describedFiguresShape = z.array(
  z.object({ value: z.string(), label: z.string(), description: text }),
)

export const describedFiguresOf = (
  figures: MetricsBlock['metrics'] | null | undefined,
): z.output<typeof describedFiguresShape> =>
  (figures ?? []).map(({ value, label, description }) => ({
    value,
    label,
    description: textOf(description),
  }))

export const impactShape = z.array(z.object({ value: text, label: z.string(), description: text }))

export const impactOf = (impact: Project['impact']): z.output<typeof impactShape> =>
  (impact ?? []).map(({ value, label, description }) => ({
    value: textOf(value),
    label,
    description: textOf(description),
  }))

export const listingsShape = z.array(
  shape(
    'Listing',
    z.object({
      title: z.string(),
      description: text,
      language: z.string(),
      /** Lines to look at, as `3-5,9`. */
      highlight: text,
      code: z.string(),
      explanation: text,
    }),
  ),
)

export const listingsOf = (
  listings: Project['walkthrough'] | Experience['codeSamples'],
): z.output<typeof listingsShape> =>
  (listings ?? []).map(({ title, description, language, highlight, code, explanation }) => ({
    title,
    description: textOf(description),
    language,
    highlight: textOf(highlight),
    code,
    explanation: textOf(explanation),
  }))

export const fileShape = z.object({ url: z.string(), type: text, bytes: z.int().nullable() })

export const documentsShape = z.array(
  shape(
    'Document',
    z.object({
      title: z.string(),
      category: text,
      description: text,
      file: fileShape.nullable(),
    }),
  ),
)

/** Null when there is none. */
export const fileOf = (
  relation: string | Media | null | undefined,
): z.output<typeof fileShape> | null => {
  const media = publicOne<Media>(relation)
  if (!media?.url) return null
  const url = versionedUrl(media.url, media.sha256)
  return { url, type: textOf(media.mimeType), bytes: media.filesize ?? null }
}

export const captionsShape = z.array(z.object({ language: z.string(), url: z.string() }))

/** None of a video that is gone or has none. */
export const captionsOf = (
  relation: string | Media | null | undefined,
): z.output<typeof captionsShape> => {
  const media = publicOne<Media>(relation)
  return (media?.captions ?? []).map(({ language, text }) => ({
    language,
    url: versionedUrl(
      `/api/media/${media?.id}/captions/${language}`,
      createHash('sha256').update(text).digest('hex'),
    ),
  }))
}

export const documentsOf = (documents: Project['documents']): z.output<typeof documentsShape> =>
  (documents ?? []).map(({ title, category, description, file }) => ({
    title,
    category: textOf(category),
    description: textOf(description),
    file: fileOf(file),
  }))

export const diagramShape = shape(
  'Diagram',
  z.object({
    kind: z.string(),
    title: text,
    description: text,
    /** What it says, in words. */
    textAlternative: z.string(),
    /** What it was drawn from; plain text is its own drawing. */
    source: text,
    /** Drawings for light and dark pages, cleaned; null until they are made. */
    lightSvg: text,
    darkSvg: text,
    image: imageShape.nullable(),
  }),
)

export const diagramsShape = z.array(diagramShape)

type StoredDiagram = Omit<NonNullable<Project['diagrams']>[number], 'id'>

export const diagramOf = (diagram: StoredDiagram): z.output<typeof diagramShape> => ({
  kind: diagram.kind,
  title: textOf(diagram.title),
  description: textOf(diagram.description),
  textAlternative: diagram.textAlternative,
  // Leading spaces are part of a drawing in plain text.
  source: diagram.source || null,
  lightSvg: textOf(diagram.lightSvg),
  darkSvg: textOf(diagram.darkSvg),
  image: imageOf(diagram.image),
})

export const diagramsOf = (diagrams: Project['diagrams']): z.output<typeof diagramsShape> =>
  (diagrams ?? []).map(diagramOf)
