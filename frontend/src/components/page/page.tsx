// The frame of every page: skip link, header, main, footer, and the dialogs that scripts open.
import type { ReactNode } from 'react'
import { useLanguage } from '../../i18n/context.tsx'
import { Footer, type FooterProps } from '../footer/footer.tsx'
import { Header } from '../header/header.tsx'
import { Lightbox } from '../lightbox/lightbox.tsx'
import { Palette } from '../palette/palette.tsx'
import { Said } from '../said/said.tsx'

/** `place`: where in the site this is. */
type PageProps = FooterProps & { children: ReactNode }

export const Page = ({ site, place, query, children }: PageProps) => {
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
      <Footer site={site} place={place} query={query} />
      <Said />
      <Palette />
      <Lightbox />
    </>
  )
}
