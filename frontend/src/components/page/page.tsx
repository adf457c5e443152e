// The frame of every page: skip link, header, main, footer, and the dialogs that scripts open.
import type { ReactNode } from 'react'
import type { Site } from '../../cms/shapes/site.ts'
import { useLanguage } from '../../i18n/context.tsx'
import type { Place } from '../../routes.ts'
import { Footer } from '../footer/footer.tsx'
import { Header } from '../header/header.tsx'
import { Lightbox } from '../lightbox/lightbox.tsx'
import { Palette } from '../palette/palette.tsx'
import { Said } from '../said/said.tsx'

/** `place`: where in the site this is. */
export type PageProps = { site: Site | null; place: Place; children: ReactNode }

export const Page = ({ site, place, children }: PageProps) => {
  const { t } = useLanguage()
  return (
    <>
      <a className="skip" href="#main">
        {t.skip}
      </a>
      <Header site={site} place={place} />
      <main className="main" id="main" tabIndex={-1}>
        {children}
      </main>
      <Footer site={site} place={place} />
      <Said />
      <Palette />
      <Lightbox />
    </>
  )
}
