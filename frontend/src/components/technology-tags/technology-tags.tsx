// What a project is made with, as a line of words.
import type { Technology } from '../../cms/shapes/parts.ts'
import { useLanguage } from '../../i18n/context.tsx'

type TechnologyTagsProps = {
  technologies: readonly Technology[]
  /** Cards show the first few only. */
  limit?: number
}

export const TechnologyTags = ({ technologies, limit }: TechnologyTagsProps) => {
  const { t } = useLanguage()
  const shown = technologies.slice(0, limit)
  if (shown.length === 0) return null
  return (
    <ul className="tags" aria-label={t.madeWith}>
      {shown.map(({ slug, name }) => (
        <li key={slug}>{name}</li>
      ))}
    </ul>
  )
}
