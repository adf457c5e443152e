// The headings of a text: which level each has on the page, and where it is found. Pure.
import type { RichText, RichTextNode, TextNode } from '../../cms/shapes/rich-text.ts'
import { outlineAnchors, outlineLevels } from '../../outline.ts'

export type Level = 2 | 3 | 4 | 5 | 6

type HeadingNode = Extract<TextNode, { type: 'heading' }>

/** `id`: where the text has a name on the page. */
export type Heading = { text: string; level: Level; id?: string }

/** By the node that it is. */
export type Headings = ReadonlyMap<RichTextNode, Heading>

const textOf = ({ pieces }: HeadingNode) => pieces.map(({ text }) => text).join('')

/** `level`: of the first ones. `name`: of the text, unique on the page. */
export const headingsOf = (
  nodes: RichText,
  { level, name }: { level: Level; name?: string | undefined },
): Headings => {
  const all = nodes.filter((node): node is HeadingNode => node.type === 'heading')
  const texts = all.map(textOf)
  const written = all.map((node) => node.level)
  const levels = outlineLevels(written, level)
  const anchors = name === undefined ? [] : outlineAnchors(texts, name)
  return new Map(
    all.map((node, index): [RichTextNode, Heading] => {
      const id = anchors[index]
      const at = levels[index] as Level
      return [node, { text: texts[index] ?? '', level: at, ...(id ? { id } : {}) }]
    }),
  )
}
