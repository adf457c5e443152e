// The head of a page that is drawn for each visit: a title, and that it is nothing to keep in an index.
import Head from 'next/head'
import type { Site } from '../../cms/shapes/site.ts'
import { withSite } from '../../meta/title.ts'

export const LiveMeta = ({ title, site }: { title: string; site: Site | null }) => (
  <Head>
    <title>{withSite(title, site)}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
  </Head>
)
