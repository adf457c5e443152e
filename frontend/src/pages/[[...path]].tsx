// Every page of the site: read from the CMS on the first visit, kept, and rendered again when a webhook says so.
import type { GetStaticPaths, GetStaticProps, InferGetStaticPropsType } from 'next'
import { DemoFrame } from '../components/demo-frame/demo-frame.tsx'
import { Page } from '../components/page/page.tsx'
import { PageMeta } from '../components/page/page-meta.tsx'
import { siteEnv } from '../env.ts'
import { prepareHighlighting } from '../highlighting/load.ts'
import { Speaks } from '../i18n/context.tsx'
import type { Language } from '../i18n/languages.ts'
import { LIMITS } from '../limits.ts'
import { metaOf } from '../meta/meta.ts'
import { type PageData, readPage, showsCode } from '../page-data.ts'
import { routeOf } from '../routes.ts'
import { View } from '../views/view.tsx'

/** Keeps the framework's script off the page; it stands in every page file. */
export const config = { unstable_runtimeJS: false }

/** Built without a CMS: nothing is known yet. */
export const getStaticPaths: GetStaticPaths = async () => ({ paths: [], fallback: 'blocking' })

/** `language`: for the document around the page. */
type Props = { data: PageData; origin: string; language: Language }

const isLaterPage = (data: PageData) => data.page === 'projects' && data.list.page > 1

export const getStaticProps: GetStaticProps<Props> = async ({ params }) => {
  const { path = [] } = params ?? {}
  const data = await readPage(routeOf(typeof path === 'string' ? [path] : path))
  if (!data) return { notFound: true, revalidate: LIMITS.missingPageLifetimeS }
  if (showsCode(data)) await prepareHighlighting()
  const { language } = data
  return {
    props: { data, origin: siteEnv().SITE_URL, language },
    revalidate: isLaterPage(data) ? LIMITS.laterPageLifetimeS : LIMITS.pageLifetimeS,
  }
}

export default function SitePage({ data, origin }: InferGetStaticPropsType<typeof getStaticProps>) {
  const meta = metaOf(data, origin)
  const content = (
    <>
      <PageMeta meta={meta} origin={origin} />
      <View data={data} />
    </>
  )
  return (
    <Speaks language={data.language} place={data.place}>
      {data.page === 'demo' ? (
        <DemoFrame>{content}</DemoFrame>
      ) : (
        <Page site={data.site} place={data.place}>
          {content}
        </Page>
      )}
    </Speaks>
  )
}
