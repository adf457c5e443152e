// What a project does, and how far each part of it is.
import type { Project } from '../../cms/shapes/project.ts'
import { useLanguage } from '../../i18n/context.tsx'

type Feature = Project['features'][number]

const Completion = ({ percent }: { percent: number }) => {
  const { t } = useLanguage()
  const shown = Math.round(Math.min(100, Math.max(0, percent)))
  return (
    <span className="feature-completion">
      {shown < 100 && (
        <progress value={shown} max={100} aria-label={t.features.percentDone(shown)} />
      )}
      <span>{shown === 100 ? t.features.done : t.features.percent(shown)}</span>
    </span>
  )
}

const Row = ({ text, completion }: Feature) => (
  <li>
    <span>{text}</span>
    {completion !== null && <Completion percent={completion} />}
  </li>
)

export const Features = ({ features }: { features: readonly Feature[] }) =>
  features.length === 0 ? null : (
    <ul className="features">
      {features.map((feature) => (
        <Row key={feature.text} {...feature} />
      ))}
    </ul>
  )
