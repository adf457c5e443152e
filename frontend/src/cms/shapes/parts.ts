// Small shapes that documents of all kinds are made of.
import { z } from 'zod'
import { type Drawing, setDrawingAside } from '../../drawings.ts'
import { count, date, href, rows, text } from '../fields.ts'
import { type Image, imageSchema, maybeImage, mediaPath } from './image.ts'

export const technologySchema = z.object({
  name: z.string().min(1),
  slug: z.string().min(1),
  category: text,
  icon: text,
  /** Of published projects that use it, where the CMS says so. */
  projects: count,
})
export type Technology = z.output<typeof technologySchema>

export const periodSchema = z
  .object({ start: date, end: date })
  .nullish()
  .transform((value) => value ?? { start: null, end: null })
export type Period = z.output<typeof periodSchema>

export const seoSchema = z
  .object({ title: text, description: text, image: maybeImage })
  .nullish()
  .transform((value) => value ?? { title: null, description: null, image: null })

export const linksSchema = rows(
  z
    .object({ label: text, href })
    .transform(({ label, href: to }) => (label && to ? { label, href: to } : null)),
)

export const projectLinkSchema = z.object({
  slug: z.string().min(1),
  title: z.string().min(1),
  summary: text,
})
export type ProjectLink = z.output<typeof projectLinkSchema>

export const experienceLinkSchema = z.object({
  slug: z.string().min(1),
  company: z.string(),
  role: z.string(),
})

export const figuresSchema = rows(z.object({ value: z.string(), label: z.string() }))

/** Figures that may be without a number, and with a sentence. */
export const describedFiguresSchema = rows(
  z.object({ value: text, label: z.string(), description: text }),
)
export type DescribedFigure = z.output<typeof describedFiguresSchema>[number]

/** `code` with what is said about it; `highlight`: lines to look at, as `3-5,9`. */
export const listingsSchema = rows(
  z.object({
    title: z.string(),
    description: text,
    language: z.string(),
    highlight: text,
    code: z.string(),
    explanation: text,
  }),
)
export type Listing = z.output<typeof listingsSchema>[number]

/** A file to fetch, at its address on this site. */
export const fileSchema = z
  .object({ url: z.string(), type: text, bytes: count })
  .nullish()
  .transform((file) => {
    const path = file ? mediaPath(file.url) : null
    return file && path ? { href: path, type: file.type, bytes: file.bytes } : null
  })

/** In the CMS, `/api/media/<id>/captions/<language>`; here they lie beside the media. */
const CAPTIONS = /\/api\/media\/([0-9a-f-]{36})\/captions\/([a-z]{2})(\?v=[0-9a-f]+)?$/

/** What is heard in a film, as WebVTT at an address of this site, in each language that there is. */
export const captionsSchema = rows(
  z.object({ language: z.string(), url: z.string() }).transform(({ language, url }) => {
    const [, id, name, version = ''] = CAPTIONS.exec(url) ?? []
    return name === language ? { language, href: `/media/${id}/${name}.vtt${version}` } : null
  }),
)

export const documentsSchema = rows(
  z.object({ title: z.string(), category: text, description: text, file: fileSchema }),
)
export type Document = z.output<typeof documentsSchema>[number]

const captionedImagesSchema = rows(
  z
    .object({ image: imageSchema, caption: text })
    .transform(({ image, caption }) =>
      image ? { image, caption: caption ?? image.caption } : null,
    ),
)
export type CaptionedImage = { image: Image; caption: string | null }

const drawing = text.transform((svg): Drawing | null => (svg ? setDrawingAside(svg) : null))

/**
 * Spaces of its source are part of a drawing in plain text. `light`, `dark`: for pages of that theme, cleaned by the CMS;
 * a drawing with colours of its author's is the `light` one alone. Reading them sets them aside, to be fetched by name.
 */
export const diagramSchema = z
  .object({
    kind: z.string(),
    title: text,
    description: text,
    textAlternative: z.string(),
    source: z.string().nullish(),
    lightSvg: drawing,
    darkSvg: drawing,
    image: maybeImage,
  })
  .transform(({ lightSvg, darkSvg, kind, source, ...rest }) => ({
    ...rest,
    kind,
    // The source of a drawn SVG is the drawing itself, which is set aside.
    source: kind === 'svg' ? null : (source ?? null),
    light: lightSvg,
    dark: darkSvg,
  }))
export type Diagram = z.output<typeof diagramSchema>

export const gallerySchema = z.object({
  name: text,
  description: text,
  images: captionedImagesSchema,
})
export type Gallery = z.output<typeof gallerySchema>
