// A part of a page: its heading in the margin column, its content beside it.
import type { ReactNode } from 'react'

type SectionProps = {
  id: string
  heading: string
  children: ReactNode
  /** Wide content (pictures) spans both columns, under the heading. */
  isWide?: boolean
}

export const Section = ({ id, heading, children, isWide = false }: SectionProps) => (
  <section className={isWide ? 'section section-wide' : 'section'} aria-labelledby={id}>
    <h2 className="section-heading" id={id}>
      {heading}
    </h2>
    <div className="section-content">{children}</div>
  </section>
)
