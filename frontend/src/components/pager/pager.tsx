// The way to the pages of a list that is longer than one.
import { useLanguage } from '../../i18n/context.tsx'

type PagerProps = {
  /** From 1. */
  page: number
  pages: number
  hrefOf: (page: number) => string
}

export const Pager = ({ page, pages, hrefOf }: PagerProps) => {
  const { pager } = useLanguage().t
  if (pages < 2) return null
  return (
    <nav className="pager" aria-label={pager.label}>
      {page > 1 && (
        <a href={hrefOf(page - 1)} rel="prev">
          {pager.previous}
        </a>
      )}
      <p>{pager.at(page, pages)}</p>
      {page < pages && (
        <a href={hrefOf(page + 1)} rel="next">
          {pager.next}
        </a>
      )}
    </nav>
  )
}
