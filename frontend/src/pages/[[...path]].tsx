// Every page of the site: read from the CMS on the first visit, kept, and rendered again when a webhook says so.
import type { GetStaticPaths, GetStaticProps, InferGetStaticPropsType } from 'next'
import { Page } from '../components/page/page.tsx'
import { PageMeta } from '../components/page/page-meta.tsx'
import { siteEnv } from '../env.ts'
import { LIMITS } from '../limits.ts'
import { metaOf } from '../meta.ts'
import { type PageData, readPage } from '../page-data.ts'
import { routeOf } from '../routes.ts'
import { Home } from '../views/home.tsx'
import { Project } from '../views/project.tsx'
import { Projects } from '../views/projects.tsx'

/** The one place that keeps the framework's script off the site. */
export const config = { unstable_runtimeJS: false }

/** Built without a CMS: nothing is known yet. */
export const getStaticPaths: GetStaticPaths = async () => ({ paths: [], fallback: 'blocking' })

type Props = { data: PageData; origin: string }

export const getStaticProps: GetStaticProps<Props> = async ({ params }) => {
  const { path = [] } = params ?? {}
  const data = await readPage(routeOf(typeof path === 'string' ? [path] : path))
  if (!data) return { notFound: true, revalidate: LIMITS.missingPageLifetimeS }
  return { props: { data, origin: siteEnv().SITE_URL }, revalidate: LIMITS.pageLifetimeS }
}

const View = ({ data }: { data: PageData }) => {
  switch (data.page) {
    case 'home':
      return <Home site={data.site} projects={data.projects} />
    case 'projects':
      return <Projects projects={data.projects} />
    case 'project':
      return <Project project={data.project} />
  }
}

export default function SitePage({ data, origin }: InferGetStaticPropsType<typeof getStaticProps>) {
  const meta = metaOf(data, origin)
  return (
    <Page site={data.site} path={meta.path}>
      <PageMeta meta={meta} origin={origin} />
      <View data={data} />
    </Page>
  )
}
