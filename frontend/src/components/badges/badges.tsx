// Short labels beside a title. What they mean is in their words; the tone only underlines it.
import type { ProjectSummary } from '../../cms/shapes/project.ts'
import { useLanguage } from '../../i18n/context.tsx'

const TONES = new Set(['info', 'success', 'accent', 'warning'])

export const Badges = ({ badges }: { badges: ProjectSummary['badges'] }) => {
  const { t } = useLanguage()
  if (badges.length === 0) return null
  return (
    <ul className="badges" aria-label={t.badges}>
      {badges.map(({ text, tone }) => (
        <li key={text} className={TONES.has(tone) ? `badge badge-${tone}` : 'badge'}>
          {text}
        </li>
      ))}
    </ul>
  )
}
