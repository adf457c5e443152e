// A project with its picture, as the home page shows the selected ones.
import type { ProjectSummary } from '../../cms/shapes/project.ts'
import { yearOf } from '../../dates.ts'
import { useLanguage } from '../../i18n/context.tsx'
import { Picture } from '../picture/picture.tsx'
import { TechnologyTags } from '../technology-tags/technology-tags.tsx'

type ProjectCardProps = {
  project: ProjectSummary
  /** The first card is wide: picture beside the words. */
  isLead?: boolean
}

const SIZES = '(min-width: 768px) 520px, calc(100vw - 40px)'
const LEAD_SIZES = '(min-width: 1024px) 640px, calc(100vw - 40px)'

/** Stands for a picture that nobody made. */
const initialOf = (title: string) => Array.from(title)[0]?.toLocaleUpperCase('en')

export const RunsHere = () => {
  const { t } = useLanguage()
  return (
    <span className="runs-here">
      <span aria-hidden="true">{'>_'}</span> {t.runsHere}
    </span>
  )
}

export const ProjectCard = ({ project, isLead = false }: ProjectCardProps) => {
  const { t, pathTo } = useLanguage()
  const { title, slug, summary, cover, technologies, period, kind, hasDemo } = project
  const facts = [kind && (t.kinds[kind] ?? kind), yearOf(period)].filter(Boolean).join(', ')
  return (
    <article className={isLead ? 'card card-lead whole' : 'card whole'}>
      <div className="card-picture framed">
        {cover ? (
          <Picture
            image={cover}
            sizes={isLead ? LEAD_SIZES : SIZES}
            isFirst={isLead}
            isDecorative
          />
        ) : (
          <span className="card-plate" aria-hidden="true">
            {initialOf(title)}
          </span>
        )}
      </div>
      <div className="card-words">
        <h3 className="card-title">
          <a className="whole-link" href={pathTo({ page: 'project', slug })}>
            {title}
          </a>
        </h3>
        {(facts || hasDemo) && (
          <p className="card-facts">
            {facts}
            {hasDemo && <RunsHere />}
          </p>
        )}
        {summary && <p className="card-summary">{summary}</p>}
        <TechnologyTags technologies={technologies} limit={isLead ? 6 : 4} />
      </div>
    </article>
  )
}
