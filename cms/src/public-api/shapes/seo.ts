// What search engines and link previews show, when it is not the page's own content.
import { z } from 'zod'
import type { Media } from '../../payload-types.ts'
import { imageOf, imageShape } from './image.ts'
import { shape, textOf } from './registry.ts'

export const seoShape = shape(
  'Seo',
  z.object({
    title: z.string().nullable(),
    description: z.string().nullable(),
    image: imageShape.nullable(),
  }),
)

type Stored = {
  title?: string | null
  description?: string | null
  image?: (string | null) | Media
}

export const seoOf = ({ title, description, image }: Stored = {}): z.output<typeof seoShape> => ({
  title: textOf(title),
  description: textOf(description),
  image: imageOf(image),
})
