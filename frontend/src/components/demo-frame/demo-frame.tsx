// The frame of a terminal that has the window for itself.
import type { ReactNode } from 'react'

export const DemoFrame = ({ children }: { children: ReactNode }) => (
  <main className="demo" id="main" tabIndex={-1}>
    {children}
  </main>
)
