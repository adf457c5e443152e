// `/search`: a question, and what was found for it.
import { Notice } from '../components/notice/notice.tsx'
import { PageHead } from '../components/page-head/page-head.tsx'
import { Pager } from '../components/pager/pager.tsx'
import { SearchForm } from '../components/search-form/search-form.tsx'
import { SearchResults } from '../components/search-results/search-results.tsx'
import { useLanguage } from '../i18n/context.tsx'
import { PROJECTS } from '../routes.ts'
import { type Found, MAX_QUESTION } from '../search.ts'

export type SearchState =
  | { state: 'empty' | 'too-long' }
  | { state: 'failed' | 'too-often'; question: string }
  | {
      state: 'found'
      question: string
      total: number
      items: Found[]
      /** From 1. */
      page: number
      pages: number
    }

const Results = ({ search }: { search: Extract<SearchState, { state: 'found' }> }) => {
  const { t, pathTo } = useLanguage()
  const { question, total, items, page, pages } = search
  const { none, noneLead, one, many } = t.searching
  if (items.length === 0) {
    return (
      <Notice>
        <p role="status">{none}</p>
        <p>
          {noneLead} <a href={pathTo(PROJECTS)}>{t.allProjects}</a>
        </p>
      </Notice>
    )
  }
  const hrefOf = (other: number) =>
    `${pathTo({ page: 'search' })}?${new URLSearchParams({ q: question, page: `${other}` })}`
  return (
    <>
      <p className="search-count" role="status">
        {total === 1 ? one : many(total)}
      </p>
      <SearchResults items={items} />
      <Pager page={page} pages={pages} hrefOf={hrefOf} />
    </>
  )
}

const Said = ({ search }: { search: SearchState }) => {
  const { searching } = useLanguage().t
  switch (search.state) {
    case 'empty':
      return null
    case 'too-long':
      return (
        <Notice>
          <p role="status">{searching.tooLong(MAX_QUESTION)}</p>
        </Notice>
      )
    case 'failed':
      return (
        <Notice>
          <p role="status">{searching.failed}</p>
          <p>{searching.failedLead}</p>
        </Notice>
      )
    case 'too-often':
      return (
        <Notice>
          <p role="status">{searching.tooOften}</p>
          <p>{searching.tooOftenLead}</p>
        </Notice>
      )
    case 'found':
      return <Results search={search} />
  }
}

export const Search = ({ search }: { search: SearchState }) => {
  const { searching } = useLanguage().t
  return (
    <>
      <PageHead title={searching.heading} lead={searching.lead}>
        <SearchForm question={'question' in search ? search.question : ''} />
      </PageHead>
      <Said search={search} />
    </>
  )
}
