// The dialog of the search palette. Its script opens it; the form in it is that of the search page.
import { useLanguage } from '../../i18n/context.tsx'
import { MAX_QUESTION } from '../../search.ts'

export const Palette = () => {
  const { t, language, pathTo } = useLanguage()
  const { searching: search } = t
  return (
    <dialog className="palette" data-palette lang={language} aria-label={search.heading}>
      <form className="palette-form" action={pathTo({ page: 'search' })} method="get">
        <label className="hidden" htmlFor="palette-question">
          {search.label}
        </label>
        <input
          id="palette-question"
          name="q"
          type="text"
          inputMode="search"
          enterKeyHint="search"
          placeholder={search.label}
          maxLength={MAX_QUESTION}
          autoComplete="off"
          spellCheck={false}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded="false"
          aria-controls="palette-list"
        />
        <button type="button" className="small-button" data-palette-close>
          {t.close}
        </button>
      </form>
      <div
        className="palette-list"
        id="palette-list"
        role="listbox"
        aria-label={search.results}
        hidden
      />
      <p
        className="palette-status"
        role="status"
        data-palette-status
        data-none={search.none}
        data-one={search.one}
        data-many={search.many('#')}
        data-failed={search.failed}
      />
      <label className="palette-slash">
        <input type="checkbox" data-palette-slash /> {search.slash}
      </label>
    </dialog>
  )
}
