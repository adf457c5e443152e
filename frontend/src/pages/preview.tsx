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
import type { Language } from '../i18n/languages.ts'
import { stringsOf } from '../i18n/speaking.ts'
import { metaOf } from '../meta/meta.ts'
import type { PageData } from '../page-data.ts'
import { PREVIEW_HEADERS, previewLanguage } from '../preview.ts'
import { isTheme, type Theme } from '../theme.ts'
import { Message } from '../views/message.tsx'
import { View } from '../views/view.tsx'

export const config = { unstable_runtimeJS: false }

/** `language`: for the document around the page. */
type Props = { theme: Theme | null; language: Language } & (
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
  const language = previewLanguage(req.headers[PREVIEW_HEADERS.language])
  const shared = { theme, language }
  const preview = await readPreview(token, language)
  res.statusCode = STATUS[preview.state]
  if (preview.state !== 'draft') {
    const site = await knownSite(language)
      .all()
      .catch(() => null)
    return { props: { ...shared, state: preview.state, site } }
  }
  await prepareHighlighting()
  const { SITE_URL: origin, CMS_URL: cms } = siteEnv()
  return { props: { ...shared, token, origin, cms, ...preview } }
}

const NoIndex = () => (
  <Head>
    <meta name="robots" content="noindex" />
  </Head>
)

export default function PreviewPage(props: Props) {
  if (props.state !== 'draft') {
    const { title, lead } = stringsOf(props.language).preview[props.state]
    return (
      <Speaks language={props.language}>
        <Page site={props.site} place={{ page: 'missing' }}>
          <NoIndex />
          <Head>
            <title>{title}</title>
            <meta name="viewport" content="width=device-width, initial-scale=1" />
          </Head>
          <Message title={title} lead={lead} />
        </Page>
      </Speaks>
    )
  }
  const { data, token, expiresAt, theme, origin, cms } = props
  return (
    <Speaks language={data.language} place={data.place}>
      <NoIndex />
      <PageMeta meta={metaOf(data, origin)} origin={origin} />
      <PreviewBar
        token={token}
        expiresAt={expiresAt}
        theme={theme}
        languages={data.site.languages}
        cms={cms}
      />
      <Page site={data.site} place={data.place}>
        <View data={data} />
      </Page>
    </Speaks>
  )
}
