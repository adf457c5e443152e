// Runs of text with their marks and links. React escapes the text; addresses were checked when they were read.
import type { ReactNode } from 'react'
import type { Mark, Piece } from '../../cms/shapes/rich-text.ts'
import { useLanguage } from '../../i18n/context.tsx'
import { keyed } from '../../keyed.ts'

const TAGS = { bold: 'strong', italic: 'em', code: 'code' } as const satisfies Record<Mark, string>

const Marked = ({ text, marks }: { text: string; marks: readonly Mark[] }): ReactNode => {
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

const One = ({ piece }: { piece: Piece }) => {
  const { pathTo, local } = useLanguage()
  if (piece.type === 'text') {
    return piece.text === '\n' ? <br /> : <Marked text={piece.text} marks={piece.marks} />
  }
  const href = piece.project
    ? pathTo({ page: 'project', slug: piece.project })
    : piece.href && local(piece.href)
  if (!href) return piece.text
  return (
    <a href={href} rel={isExternal(href) ? 'noopener' : undefined}>
      {piece.text}
    </a>
  )
}

export const Pieces = ({ pieces }: { pieces: readonly Piece[] }) =>
  keyed(pieces).map(({ key, item }) => <One key={key} piece={item} />)
