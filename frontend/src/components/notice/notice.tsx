// Says honestly that there is nothing (yet), and where there is something.
import type { ReactNode } from 'react'

export const Notice = ({ children }: { children: ReactNode }) => (
  <div className="notice">{children}</div>
)
