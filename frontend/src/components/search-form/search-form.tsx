// The form of the search page. It is sent as an address, so that a search can be kept and sent to somebody.
import { useLanguage } from '../../i18n/context.tsx'
import { MAX_QUESTION } from '../../search.ts'

export const SearchForm = ({ question }: { question: string }) => {
  const { t, pathTo } = useLanguage()
  return (
    <search>
      <form className="search-form" action={pathTo({ page: 'search' })} method="get">
        <label className="hidden" htmlFor="question">
          {t.searching.label}
        </label>
        <input
          id="question"
          name="q"
          type="search"
          enterKeyHint="search"
          defaultValue={question}
          maxLength={MAX_QUESTION}
          autoComplete="off"
          spellCheck={false}
        />
        <button type="submit" className="button">
          {t.searching.submit}
        </button>
      </form>
    </search>
  )
}
