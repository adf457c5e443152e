// Files to fetch, each with what kind it is and how large.
import type { Document } from '../../cms/shapes/parts.ts'
import { useLanguage } from '../../i18n/context.tsx'
import { bytesText } from '../../sizes.ts'

const TYPE_NAMES: Record<string, string> = { 'image/svg+xml': 'SVG', 'application/pdf': 'PDF' }

/** `image/webp` is `WEBP` to people. */
const typeName = (type: string | null): string | null =>
  type && (TYPE_NAMES[type] ?? type.replace(/^.*\//, '').toUpperCase())

export const Documents = ({ documents }: { documents: readonly Document[] }) => {
  const { language } = useLanguage()
  return (
    <ul className="documents">
      {documents.map(({ title, category, description, file }) => {
        const size = file?.bytes ? bytesText(file.bytes, language) : null
        const facts = [category, typeName(file?.type ?? null), size].filter(Boolean)
        return (
          <li key={`${title}${file?.href}`}>
            {file ? <a href={file.href}>{title}</a> : <span>{title}</span>}
            {facts.length > 0 && <span className="document-facts">{facts.join(' · ')}</span>}
            {description && <p>{description}</p>}
          </li>
        )
      })}
    </ul>
  )
}
