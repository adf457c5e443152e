// What somebody said, and who.
import type { LayoutBlockOf } from '../../cms/shapes/page.ts'
import { useLanguage } from '../../i18n/context.tsx'

type QuotationContent = Omit<LayoutBlockOf<'quotation'>, 'type'>

const Said = ({ author, role, source }: Omit<QuotationContent, 'text'>) => {
  const { t } = useLanguage()
  const name = author ?? (source && t.blocks.source)
  if (!name && !role) return null
  return (
    <figcaption className="quotation-by">
      {source ? (
        <a href={source} rel="noopener">
          {name}
        </a>
      ) : (
        name
      )}
      {role && `${name ? ', ' : ''}${role}`}
    </figcaption>
  )
}

export const Quotation = ({ quotation: { text, ...said } }: { quotation: QuotationContent }) => (
  <figure className="quotation">
    <blockquote>
      <p className="lines">{text}</p>
    </blockquote>
    <Said {...said} />
  </figure>
)
