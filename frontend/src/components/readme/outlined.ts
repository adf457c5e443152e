// Fits somebody's Markdown into a page: headings under the page's own, with addresses; pictures from elsewhere as links.
import { outlineAnchors, outlineLevels } from '../../outline.ts'

/** What is used of the nodes of a Markdown tree. */
export type MarkdownNode = {
  type: string
  depth?: number
  value?: string
  url?: string
  alt?: string | null
  children?: MarkdownNode[]
  data?: { hProperties?: Record<string, unknown> }
}

const wordsOf = ({ value = '', alt, children = [] }: MarkdownNode): string =>
  value + (alt ?? '') + children.map(wordsOf).join('')

const headingsIn = (node: MarkdownNode): MarkdownNode[] =>
  node.type === 'heading' ? [node] : (node.children ?? []).flatMap(headingsIn)

/** `top`: level of the first headings. `prefix`: of their ids. */
export const outlined =
  ({ top, prefix }: { top: number; prefix: string }) =>
  (tree: MarkdownNode): void => {
    const headings = headingsIn(tree)
    const levels = outlineLevels(
      headings.map(({ depth = 1 }) => depth),
      top,
    )
    const anchors = outlineAnchors(headings.map(wordsOf), prefix)
    for (const [index, heading] of headings.entries()) {
      heading.depth = levels[index] ?? top
      heading.data = { hProperties: { id: anchors[index] } }
    }
  }

/** Pictures that this site has. Others would tell their host who reads the page, and the page's policy forbids them. */
export const isOwnPicture = (url: string | undefined): boolean =>
  url?.startsWith('/media/') === true

const withoutForeign = (node: MarkdownNode, isInLink: boolean): MarkdownNode => {
  if (node.type === 'image' && !isOwnPicture(node.url)) {
    const words = { type: 'text', value: node.alt || (node.url ?? '') }
    return isInLink ? words : { type: 'link', url: node.url ?? '', children: [words] }
  }
  if (!node.children) return node
  const isLink = isInLink || node.type === 'link' || node.type === 'linkReference'
  return { ...node, children: node.children.map((child) => withoutForeign(child, isLink)) }
}

export const foreignPicturesAsLinks =
  () =>
  (tree: MarkdownNode): void => {
    tree.children = withoutForeign(tree, false).children ?? []
  }
