// `/preview`: a draft as its page will be, for whoever has a link from the CMS. Never kept, never indexed.
import type { GetServerSideProps } from 'next'
import Head from 'next/head'
import { readPreview } from '../cms/preview.ts'
import { readSite } from '../cms/queries.ts'
import type { Project as ProjectContent, Site } from '../cms/shapes.ts'
import { Page } from '../components/page/page.tsx'
import { PageMeta } from '../components/page/page-meta.tsx'
import { PreviewBar } from '../components/preview-bar/preview-bar.tsx'
import { siteEnv } from '../env.ts'
import { metaOf } from '../meta.ts'
import { isTheme, PREVIEW_HEADERS, type Theme } from '../preview.ts'
import { STRINGS } from '../strings.ts'
import { Message } from '../views/message.tsx'
import { Project } from '../views/project.tsx'

export const config = { unstable_runtimeJS: false }

type Props = { theme: Theme | null } & (
  | {
      state: 'draft'
      site: Site
      project: ProjectContent
      expiresAt: string
      token: string
      origin: string
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
    return { props: { theme, state: preview.state, site: await readSite().catch(() => null) } }
  }
  const props = { theme, token, site: await readSite(), origin: siteEnv().SITE_URL }
  return { props: { ...props, ...preview } }
}

const NoIndex = () => (
  <Head>
    <meta name="robots" content="noindex" />
  </Head>
)

export default function PreviewPage(props: Props) {
  if (props.state !== 'draft') {
    const { title, lead } = STRINGS.preview[props.state]
    return (
      <Page site={props.site} path="">
        <NoIndex />
        <Head>
          <title>{title}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
        </Head>
        <Message title={title} lead={lead} />
      </Page>
    )
  }
  const { site, project, token, expiresAt, theme, origin } = props
  const meta = metaOf({ page: 'project', site, project }, origin)
  return (
    <>
      <NoIndex />
      <PageMeta meta={meta} origin={origin} />
      <PreviewBar token={token} expiresAt={expiresAt} theme={theme} />
      <Page site={site} path={meta.path}>
        <Project project={project} />
      </Page>
    </>
  )
}
