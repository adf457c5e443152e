// The one page for all addresses that lead nowhere.
import type { GetStaticProps } from 'next'
import Head from 'next/head'
import { readSite } from '../cms/queries.ts'
import type { Site } from '../cms/shapes.ts'
import { Page } from '../components/page/page.tsx'
import { LIMITS } from '../limits.ts'
import { Message } from '../views/message.tsx'

export const config = { unstable_runtimeJS: false }

/** The build has no CMS: the page stands without the owner's name until it is rendered again. */
export const getStaticProps: GetStaticProps<{ site: Site | null }> = async () => {
  const site = await readSite().catch(() => null)
  return { props: { site }, revalidate: site ? LIMITS.pageLifetimeS : 1 }
}

export default function Missing({ site }: { site: Site | null }) {
  return (
    <Page site={site} path="">
      <Head>
        <title>Nothing here</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
      </Head>
      <Message
        title="Nothing here"
        lead="This address leads nowhere. The page may have moved, or never was."
      />
    </Page>
  )
}
