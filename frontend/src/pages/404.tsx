// The one page for all addresses that lead nowhere.
import type { GetStaticProps } from 'next'
import Head from 'next/head'
import { readSite } from '../cms/queries.ts'
import type { Site } from '../cms/shapes/site.ts'
import { Page } from '../components/page/page.tsx'
import { en } from '../i18n/en.ts'
import { DEFAULT_LANGUAGE } from '../i18n/languages.ts'
import { LIMITS } from '../limits.ts'
import { Message } from '../views/message.tsx'

export const config = { unstable_runtimeJS: false }

/** The build has no CMS: the page stands without the owner's name until it is rendered again. */
export const getStaticProps: GetStaticProps<{ site: Site | null }> = async () => {
  const site = await readSite(DEFAULT_LANGUAGE).catch(() => null)
  return { props: { site }, revalidate: site ? LIMITS.pageLifetimeS : 1 }
}

export default function Missing({ site }: { site: Site | null }) {
  return (
    <Page site={site} place={{ page: 'missing' }}>
      <Head>
        <title>{en.missing.title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
      </Head>
      <Message {...en.missing} />
    </Page>
  )
}
