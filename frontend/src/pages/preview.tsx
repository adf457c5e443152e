// `/preview`: a draft as its page will be, for whoever has a link from the CMS. Never kept, never indexed.
import type { GetServerSideProps } from 'next'
import Head from 'next/head'
import { knownSite } from '../cms/memories.ts'
import { readPreview } from '../cms/preview.ts'
import type { Site } from '../cms/shapes/site.ts'
import { Page } from '../components/page/page.tsx'
import { PageMeta } from '../components/page/page-meta.tsx'
import { PreviewBar } from '../components/preview-bar/preview-bar.tsx'
import { siteEnv } from '../env.ts'
import { prepareHighlighting } from '../highlighting/load.ts'
import { Speaks } from '../i18n/context.tsx'
import { en } from '../i18n/en.ts'
import { DEFAULT_LANGUAGE } from '../i18n/languages.ts'
import { metaOf } from '../meta/meta.ts'
import type { PageData } from '../page-data.ts'
import { isTheme, PREVIEW_HEADERS, type Theme } from '../preview.ts'
import { Message } from '../views/message.tsx'
import { View } from '../views/view.tsx'

export const config = { unstable_runtimeJS: false }

type Props = { theme: Theme | null } & (
  | {
      state: 'draft'
      data: PageData
      expiresAt: string
      token: string
      origin: string
      cms: string
    }
  | { state: 'expired' | 'unknown'; site: Site | null }
)

const STATUS = { draft: 200, expired: 410, unknown: 403 }

const textOf = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '')

export const getServerSideProps: GetServerSideProps<Props> = async ({ req, res }) => {
  const token = textOf(req.headers[PREVIEW_HEADERS.token])
  const asked = req.headers[PREVIEW_HEADERS.theme]
  const theme = isTheme(asked) ? asked : null
  const preview = await readPreview(token)
  res.statusCode = STATUS[preview.state]
  if (preview.state !== 'draft') {
    const site = await knownSite(DEFAULT_LANGUAGE)
      .all()
      .catch(() => null)
    return { props: { theme, state: preview.state, site } }
  }
  await prepareHighlighting()
  const { SITE_URL: origin, CMS_URL: cms } = siteEnv()
  return { props: { theme, token, origin, cms, ...preview } }
}

const NoIndex = () => (
  <Head>
    <meta name="robots" content="noindex" />
  </Head>
)

export default function PreviewPage(props: Props) {
  if (props.state !== 'draft') {
    const { title, lead } = en.preview[props.state]
    return (
      <Page site={props.site} place={{ page: 'missing' }}>
        <NoIndex />
        <Head>
          <title>{title}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
        </Head>
        <Message title={title} lead={lead} />
      </Page>
    )
  }
  const { data, token, expiresAt, theme, origin, cms } = props
  return (
    <Speaks language={data.language} place={data.place}>
      <NoIndex />
      <PageMeta meta={metaOf(data, origin)} origin={origin} />
      <PreviewBar token={token} expiresAt={expiresAt} theme={theme} cms={cms} />
      <Page site={data.site} place={data.place}>
        <View data={data} />
      </Page>
    </Speaks>
  )
}
