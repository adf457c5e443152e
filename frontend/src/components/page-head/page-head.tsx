// The top of a page below the header: its name, one sentence, and what belongs to them.
import type { ReactNode } from 'react'

type PageHeadProps = { title: string; lead?: string | null; children?: ReactNode }

export const PageHead = ({ title, lead, children }: PageHeadProps) => (
  <div className="page-head">
    <h1>{title}</h1>
    {lead && <p className="page-lead">{lead}</p>}
    {children}
  </div>
)
