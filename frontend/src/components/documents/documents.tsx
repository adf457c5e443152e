// Files to fetch, by category, each with what kind it is and how large.
import type { Document } from '../../cms/shapes/parts.ts'
import { useLanguage } from '../../i18n/context.tsx'
import { keyed } from '../../keyed.ts'
import { bytesText } from '../../sizes.ts'

const TYPE_NAMES: Record<string, string> = { 'image/svg+xml': 'SVG', 'application/pdf': 'PDF' }

/** `image/webp` is `WEBP` to people. */
const typeName = (type: string | null): string | null =>
  type && (TYPE_NAMES[type] ?? type.replace(/^.*\//, '').toUpperCase())

const Row = ({ document: { title, description, file } }: { document: Document }) => {
  const { language } = useLanguage()
  const size = file?.bytes ? bytesText(file.bytes, language) : null
  const facts = [typeName(file?.type ?? null), size].filter(Boolean)
  return (
    <li>
      {file ? <a href={file.href}>{title}</a> : <span>{title}</span>}
      {facts.length > 0 && <span className="document-facts">{facts.join(' · ')}</span>}
      {description && <p>{description}</p>}
    </li>
  )
}

/** Categories in the order in which they first come; what has none comes last. */
const grouped = (documents: readonly Document[]): [string | null, Document[]][] => {
  const groups = new Map<string | null, Document[]>()
  for (const document of documents) {
    const group = groups.get(document.category)
    if (group) group.push(document)
    else groups.set(document.category, [document])
  }
  return [...groups].sort(([a], [b]) => Number(a === null) - Number(b === null))
}

/** The titles of groups are no headings: they would be more of the page's outline than of its content. */
export const Documents = ({ documents }: { documents: readonly Document[] }) =>
  grouped(documents).map(([category, group]) => (
    <div key={category} className="document-group">
      {category && <p className="block-title">{category}</p>}
      <ul className="documents">
        {keyed(group).map(({ key, item }) => (
          <Row key={key} document={item} />
        ))}
      </ul>
    </div>
  ))
