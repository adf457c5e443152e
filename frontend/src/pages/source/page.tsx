// A folder or file of a project's source, in the language that our own server hands on. That server alone keeps it.
import type { GetServerSideProps } from 'next'
import { z } from 'zod'
import { knownSite } from '../../cms/memories.ts'
import type { Site } from '../../cms/shapes/site.ts'
import { Page } from '../../components/page/page.tsx'
import { SourceMeta } from '../../components/source/source-meta.tsx'
import { siteEnv } from '../../env.ts'
import { prepareHighlighting } from '../../highlighting/load.ts'
import { Speaks } from '../../i18n/context.tsx'
import { isLanguage, type Language } from '../../i18n/languages.ts'
import { hasSourceAddress, type Place } from '../../routes.ts'
import { readSourcePage, type SourcePage } from '../../source/page.ts'
import { hasAddress } from '../../source/path.ts'
import { Source } from '../../views/source.tsx'

export const config = { unstable_runtimeJS: false }

type Props = { site: Site | null; language: Language; page: SourcePage; origin: string }

const askedSchema = z.object({
  language: z.custom<Language>(isLanguage),
  slug: z.string().refine(hasSourceAddress),
  path: z.string().refine((path) => path === '' || hasAddress(path)),
})

export const getServerSideProps: GetServerSideProps<Props> = async ({ query }) => {
  const asked = askedSchema.safeParse(query)
  if (!asked.success) return { notFound: true }
  const { language, ...what } = asked.data
  const [site, page] = await Promise.all([
    knownSite(language)
      .all()
      .catch(() => null),
    readSourcePage(language, what),
    prepareHighlighting(),
  ])
  return page ? { props: { site, language, page, origin: siteEnv().SITE_URL } } : { notFound: true }
}

export default function SourceCodePage({ site, language, page, origin }: Props) {
  const place: Place = { page: 'source', slug: page.slug, path: page.path }
  return (
    <Speaks language={language} place={place}>
      <SourceMeta page={page} site={site} origin={origin} />
      <Page site={site} place={place}>
        <Source page={page} />
      </Page>
    </Speaks>
  )
}
