// The README of a project: GitHub's Markdown without its HTML, as part of the page.
import { isValidElement, type JSX, type ReactNode } from 'react'
import Markdown, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { safeHref } from '../../cms/fields.ts'
import { useLanguage } from '../../i18n/context.tsx'
import type { Strings } from '../../i18n/en.ts'
import { anchorOf } from '../../outline.ts'
import { CodeBlock } from '../prose/code-block.tsx'
import { foreignPicturesAsLinks, isOwnPicture, outlined } from './outlined.ts'

/** Begins every id within the text, and so every link to a place in it. */
const PREFIX = 'readme'
/** One below the heading that the text stands under. */
const TOP = 3

type PropsOf<Tag extends keyof JSX.IntrinsicElements> = JSX.IntrinsicElements[Tag] & {
  node?: unknown
}

/** A place in the text is written as GitHub calls it; those that the text's own notes make have the prefix already. */
const placeOf = (href: string): string =>
  href.startsWith(`#${PREFIX}-`) ? href : `#${PREFIX}-${anchorOf(decode(href.slice(1)))}`

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const Link = ({ node: _node, href, children, ...rest }: PropsOf<'a'>) => {
  const { local } = useLanguage()
  if (!href) return children
  if (href.startsWith('#')) {
    return (
      <a {...rest} href={placeOf(href)}>
        {children}
      </a>
    )
  }
  return (
    <a href={local(href)} rel="noopener nofollow">
      {children}
    </a>
  )
}

const textOf = (node: ReactNode): string => {
  if (typeof node === 'string') return node
  return Array.isArray(node) ? node.map(textOf).join('') : ''
}

const Fence = ({ children }: PropsOf<'pre'>) => {
  if (!isValidElement<{ className?: string; children?: ReactNode }>(children)) return null
  const { className, children: code } = children.props
  const [, language = null] = /\blanguage-(\S+)/.exec(className ?? '') ?? []
  return <CodeBlock code={textOf(code)} language={language} />
}

const Image = ({ src, alt = '' }: PropsOf<'img'>) =>
  typeof src === 'string' && isOwnPicture(src) ? (
    // biome-ignore lint/performance/noImgElement: nothing is known of its sizes
    <img src={src} alt={alt} loading="lazy" decoding="async" />
  ) : (
    alt
  )

const Table = ({ children }: PropsOf<'table'>) => {
  const { t } = useLanguage()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to take the focus (WCAG 2.1.1)
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls
    <div className="table-box" role="group" aria-label={t.readme.table} tabIndex={0}>
      <table>{children}</table>
    </div>
  )
}

/** The page's policy allows no style in an attribute. */
const alignment = (style: PropsOf<'td'>['style']) =>
  style?.textAlign === 'right' || style?.textAlign === 'center'
    ? `cell-${style.textAlign}`
    : undefined

const HeadCell = ({ children, style }: PropsOf<'th'>) => (
  <th scope="col" className={alignment(style)}>
    {children}
  </th>
)
const Cell = ({ children, style }: PropsOf<'td'>) => (
  <td className={alignment(style)}>{children}</td>
)

/** A task's box: it cannot be ticked here, so it is words. */
const Task = ({ checked }: PropsOf<'input'>) => {
  const { readme } = useLanguage().t
  return <span className="task">{checked ? readme.done : readme.toDo}</span>
}

const COMPONENTS: Components = {
  a: Link,
  img: Image,
  input: Task,
  pre: Fence,
  table: Table,
  td: Cell,
  th: HeadCell,
}

const notes = ({ readme }: Strings) => ({
  clobberPrefix: `${PREFIX}-`,
  footnoteLabel: readme.footnotes,
  footnoteLabelTagName: 'p',
  footnoteLabelProperties: { className: ['block-title'] },
  footnoteBackLabel: readme.back,
})

export const Readme = ({ markdown }: { markdown: string }) => {
  const { t } = useLanguage()
  return (
    <div className="prose readme">
      <Markdown
        skipHtml
        remarkPlugins={[
          remarkGfm,
          [outlined, { top: TOP, prefix: PREFIX }],
          foreignPicturesAsLinks,
        ]}
        remarkRehypeOptions={notes(t)}
        urlTransform={(url) => safeHref(url) ?? ''}
        components={COMPONENTS}
      >
        {markdown}
      </Markdown>
    </div>
  )
}
