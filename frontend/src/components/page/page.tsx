// The frame of every page: skip link, header, main, footer.
import type { ReactNode } from 'react'
import type { Site } from '../../cms/shapes.ts'
import { STRINGS } from '../../strings.ts'
import { Footer } from '../footer/footer.tsx'
import { Header } from '../header/header.tsx'

export type PageProps = { site: Site | null; path: string; children: ReactNode }

export const Page = ({ site, path, children }: PageProps) => (
  <>
    <a className="skip" href="#main">
      {STRINGS.skip}
    </a>
    <Header site={site} path={path} />
    <main className="main" id="main" tabIndex={-1}>
      {children}
    </main>
    <Footer site={site} />
  </>
)
