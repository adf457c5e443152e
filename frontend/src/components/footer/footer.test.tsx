import { expect, test } from '@jest/globals'
import { renderToStaticMarkup } from 'react-dom/server'
import { Speaks } from '../../i18n/context.tsx'
import { PROJECTS } from '../../routes.ts'
import { Footer } from './footer.tsx'

test.each([
  ['en', '/feed.xml', 'RSS feed'],
  ['fr', '/fr/feed.xml', 'Flux RSS'],
] as const)(
  'a link leads to the feed, also while the CMS is away (%s)',
  (language, href, words) => {
    const html = renderToStaticMarkup(
      <Speaks language={language}>
        <Footer site={null} place={PROJECTS} />
      </Speaks>,
    )
    expect(html).toContain(`<a href="${href}" type="application/rss+xml">${words}</a>`)
  },
)
