// `/search?q=…`: asked of the CMS on each visit. Our own server hands on which language and what to look for.
import type { GetServerSideProps } from 'next'
import { find, questionOf } from '../cms/find.ts'
import { knownSite } from '../cms/memories.ts'
import type { Site } from '../cms/shapes/site.ts'
import { LiveMeta } from '../components/page/live-meta.tsx'
import { Page } from '../components/page/page.tsx'
import { Speaks, stringsOf } from '../i18n/context.tsx'
import { DEFAULT_LANGUAGE, isLanguage, type Language } from '../i18n/languages.ts'
import { LIMITS } from '../limits.ts'
import { Search, type SearchState } from '../views/search.tsx'

export const config = { unstable_runtimeJS: false }

type Props = { site: Site | null; language: Language; search: SearchState }

type Asked = Record<string, string | string[] | undefined>

const textOf = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '')

const pageOf = (text: string): number => {
  const page = /^[1-9][0-9]?$/.test(text) ? Number(text) : 1
  return Math.min(page, LIMITS.maxSearchPage)
}

const searchFor = async (query: Asked, language: Language): Promise<SearchState> => {
  const question = questionOf(textOf(query.q))
  if (question === undefined) return { state: 'too-long' }
  if (question === '') return { state: 'empty' }
  if (query.wait) return { state: 'too-often', question }
  const page = pageOf(textOf(query.page))
  const asked = { question, language, page, pageSize: LIMITS.resultsPerPage }
  const found = await find(asked).catch(() => undefined)
  return found ? { state: 'found', question, page, ...found } : { state: 'failed', question }
}

export const getServerSideProps: GetServerSideProps<Props> = async ({ query, res }) => {
  const language = isLanguage(query.language) ? query.language : DEFAULT_LANGUAGE
  const [site, search] = await Promise.all([
    knownSite(language)
      .all()
      .catch(() => null),
    searchFor(query, language),
  ])
  if (search.state === 'failed') res.statusCode = 503
  if (search.state === 'too-long') res.statusCode = 400
  if (search.state === 'too-often') {
    res.statusCode = 429
    res.setHeader('retry-after', textOf(query.wait))
  }
  return { props: { site, language, search } }
}

const titleOf = (search: SearchState, language: Language): string => {
  const { searching } = stringsOf(language)
  return 'question' in search ? searching.titleOf(search.question) : searching.heading
}

export default function SearchPage({ site, language, search }: Props) {
  const asked = 'question' in search ? `?${new URLSearchParams({ q: search.question })}` : undefined
  return (
    <Speaks language={language}>
      <LiveMeta title={titleOf(search, language)} site={site} />
      <Page site={site} place={{ page: 'search' }} query={asked}>
        <Search search={search} />
      </Page>
    </Speaks>
  )
}
