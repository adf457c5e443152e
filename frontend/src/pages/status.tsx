// `/status`: how the site's services and demos do, as the CMS last knew it. Our own server keeps the page for half a minute.
import type { GetServerSideProps } from 'next'
import { knownSite } from '../cms/memories.ts'
import { readStatus } from '../cms/queries.ts'
import type { Site } from '../cms/shapes/site.ts'
import type { Status } from '../cms/shapes/status.ts'
import { LiveMeta } from '../components/page/live-meta.tsx'
import { Page } from '../components/page/page.tsx'
import { Speaks, stringsOf } from '../i18n/context.tsx'
import { DEFAULT_LANGUAGE, isLanguage, type Language } from '../i18n/languages.ts'
import { StatusView } from '../views/status.tsx'

export const config = { unstable_runtimeJS: false }

type Props = {
  site: Site | null
  language: Language
  /** Null when the CMS did not say. */
  status: Status | null
  /** When the page was drawn. */
  at: string
}

export const getServerSideProps: GetServerSideProps<Props> = async ({ query }) => {
  const language = isLanguage(query.language) ? query.language : DEFAULT_LANGUAGE
  const [site, status] = await Promise.all([
    knownSite(language)
      .all()
      .catch(() => null),
    readStatus(language).catch(() => null),
  ])
  return { props: { site, language, status, at: new Date().toISOString() } }
}

export default function StatusPage({ site, language, status, at }: Props) {
  return (
    <Speaks language={language}>
      <LiveMeta title={stringsOf(language).status.heading} site={site} />
      <Page site={site} place={{ page: 'status' }}>
        <StatusView status={status} at={at} />
      </Page>
    </Speaks>
  )
}
