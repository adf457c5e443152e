// Runs of text with their marks and links. React escapes the text; addresses were checked when they were read.
import type { ReactNode } from 'react'
import type { Inline, Marks } from '../../cms/lexical.ts'

const TAGS = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  code: 'code',
  sub: 'sub',
  sup: 'sup',
} as const satisfies Record<Marks, string>

const Marked = ({ text, marks }: { text: string; marks: readonly Marks[] }): ReactNode => {
  const [mark, ...rest] = marks
  if (mark === undefined) return text
  const Tag = TAGS[mark]
  return (
    <Tag>
      <Marked text={text} marks={rest} />
    </Tag>
  )
}

const isExternal = (href: string) => /^https?:/i.test(href)

const one = (inline: Inline): ReactNode => {
  switch (inline.type) {
    case 'text':
      return <Marked text={inline.text} marks={inline.marks} />
    case 'break':
      return <br />
    case 'link':
      return (
        <a href={inline.href} rel={isExternal(inline.href) ? 'noopener' : undefined}>
          <Inlines inlines={inline.children} />
        </a>
      )
  }
}

/** Content never moves, so its position is its identity. */
const keyed = (inline: Inline, index: number) => ({ key: `${index}`, inline })

export const Inlines = ({ inlines }: { inlines: readonly Inline[] }) =>
  inlines.map(keyed).map(({ key, inline }) => <Run key={key} inline={inline} />)

const Run = ({ inline }: { inline: Inline }) => one(inline)
