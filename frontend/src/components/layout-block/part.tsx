// One part of a laid out page, in the column of content; its heading, if it has one, in the margin.
import type { ReactNode } from 'react'
import { Section } from '../section/section.tsx'

export type PartProps = {
  id: string
  heading: string | null
  children: ReactNode
  /** Spans both columns. */
  isWide?: boolean
}

export const Part = ({ id, heading, children, isWide = false }: PartProps) => {
  if (heading) {
    return (
      <Section id={id} heading={heading} isWide={isWide}>
        {children}
      </Section>
    )
  }
  return isWide ? <div>{children}</div> : <div className="part">{children}</div>
}

/** Level of headings inside: directly below the page's title where the part has no heading of its own. */
export const innerLevel = (heading: string | null): 2 | 3 => (heading ? 3 : 2)
