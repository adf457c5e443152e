// Blocks that texts and pages both have.
import { z } from 'zod'
import type { CodeBlock, GalleryBlock, QuoteBlock } from '../../payload-types.ts'
import { captionedImagesOf, captionedImagesShape } from './image.ts'
import { textOf } from './registry.ts'
import { shapedBlock } from './shaped-block.ts'

const text = z.string().nullable()

export const codeShaped = shapedBlock({
  name: 'code',
  type: 'code',
  fields: {
    language: z.string(),
    code: z.string(),
    caption: text,
  },
  of: ({ language, code, caption }: CodeBlock) => ({
    language,
    code,
    caption: textOf(caption),
  }),
})

export const galleryShaped = shapedBlock({
  name: 'gallery',
  type: 'gallery',
  fields: {
    name: text,
    description: text,
    images: captionedImagesShape,
  },
  of: ({ name, description, images }: GalleryBlock) => ({
    name: textOf(name),
    description: textOf(description),
    images: captionedImagesOf(images),
  }),
})

/** What somebody said; `quote` is a paragraph of the text that is set apart. */
export const quotationShaped = shapedBlock({
  name: 'quote',
  type: 'quotation',
  fields: {
    text: z.string(),
    author: text,
    role: text,
    source: text,
  },
  of: ({ text, author, role, source }: QuoteBlock) => ({
    text,
    author: textOf(author),
    role: textOf(role),
    source: textOf(source),
  }),
})
