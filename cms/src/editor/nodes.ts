// What the editor's nodes may hold. Names that are not listed are dropped: the site shows nothing of them.
import { z } from 'zod'

/** Characters of one run of text, and how far a paragraph may be indented. */
const MAX_TEXT = 20_000
const MAX_INDENT = 12

const version = z.int().min(0).max(100).optional()

const element = {
  direction: z.enum(['ltr', 'rtl']).nullish(),
  format: z.union([z.enum(['left', 'start', 'center', 'right', 'end', 'justify', '']), z.int()]),
  indent: z.int().min(0).max(MAX_INDENT).optional(),
  version,
  textFormat: z.int().optional(),
}
const elementNode = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object({ type: z.string(), ...element, format: element.format.optional(), ...shape })

/** Bits of bold, italic and so on. A style is dropped, and the editor wants a text where it was. */
const run = z.object({
  type: z.string(),
  detail: z.int().optional(),
  format: z.int().min(0).max(2047).optional(),
  mode: z.enum(['normal', 'token', 'segmented']).optional(),
  style: z
    .string()
    .optional()
    .transform(() => ''),
  text: z.string().max(MAX_TEXT),
  version,
})

const link = elementNode({
  id: z.string().max(64).optional(),
  fields: z.object({
    linkType: z.enum(['custom', 'internal']).nullish(),
    newTab: z.boolean().nullish(),
    url: z.string().nullish(),
    doc: z
      .object({
        relationTo: z.literal('projects'),
        value: z.union([
          z.string(),
          z.object({ id: z.string() }).transform(({ id }) => id),
          z.null(),
        ]),
      })
      .nullish(),
  }),
})

/** Nodes that the features of `editor.ts` make, by type; `block` is checked by its fields. */
export const NODES = {
  root: elementNode({}),
  paragraph: elementNode({}),
  quote: elementNode({}),
  heading: elementNode({ tag: z.enum(['h2', 'h3', 'h4']) }),
  list: elementNode({
    listType: z.enum(['bullet', 'number', 'check']).optional(),
    start: z.int().min(0).max(100_000).optional(),
    tag: z.enum(['ul', 'ol']).optional(),
  }),
  listitem: elementNode({ value: z.int().optional(), checked: z.boolean().optional() }),
  link,
  autolink: link,
  text: run,
  tab: run,
  linebreak: z.object({ type: z.string(), version }),
  block: z.object({
    type: z.string(),
    format: z.string().max(20).optional(),
    version,
    fields: z.unknown(),
  }),
} satisfies Record<string, z.ZodType>

export type NodeType = keyof typeof NODES
export const isNodeType = (type: unknown): type is NodeType =>
  typeof type === 'string' && Object.hasOwn(NODES, type)
