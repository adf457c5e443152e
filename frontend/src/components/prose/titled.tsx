// A block of a text under its title, which is no heading: those belong to the text alone.
import type { ReactNode } from 'react'

export const Titled = ({ title, children }: { title: string | null; children: ReactNode }) => (
  <div className="titled">
    {title && <p className="block-title">{title}</p>}
    {children}
  </div>
)
