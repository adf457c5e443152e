// Technologies in groups, each leading to the projects that use it.
import type { LayoutBlockOf } from '../../cms/shapes/page.ts'
import { useLanguage } from '../../i18n/context.tsx'
import type { Place } from '../../routes.ts'

type TechnologyGroupsProps = {
  groups: LayoutBlockOf<'technologyGroups'>['groups']
  level: 2 | 3
}

const listOf = (technology: string): Place => ({
  page: 'projects',
  filter: { by: 'technology', technology },
  number: 1,
})

export const TechnologyGroups = ({ groups, level }: TechnologyGroupsProps) => {
  const { pathTo } = useLanguage()
  const Heading = `h${level}` as const
  return (
    <ul className="tech-groups">
      {groups.map(({ title, text, technologies }) => (
        <li key={title} className="tech-group">
          <Heading className="tech-group-title">{title}</Heading>
          {text && <p className="tech-group-text lines">{text}</p>}
          <ul className="tech-group-list">
            {technologies.map(({ slug, name, projects }) => (
              <li key={slug}>
                {projects === 0 ? name : <a href={pathTo(listOf(slug))}>{name}</a>}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}
