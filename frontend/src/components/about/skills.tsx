// What the owner works with, told by what it was used for: technologies of published projects, by category.
import type { Technology } from '../../cms/shapes/parts.ts'
import { useLanguage } from '../../i18n/context.tsx'
import { Section } from '../section/section.tsx'

/** Of one category; the list of projects has all of them. */
const MAX_SHOWN = 12

/** Categories in the order of the catalogue, each with its technologies, the most used first. */
const groupsOf = (technologies: readonly Technology[], categories: readonly string[]) =>
  categories
    .map((category) => ({
      category,
      used: technologies
        .filter((technology) => technology.category === category && (technology.projects ?? 0) > 0)
        .toSorted((one, other) => (other.projects ?? 0) - (one.projects ?? 0))
        .slice(0, MAX_SHOWN),
    }))
    .filter(({ used }) => used.length > 0)

export const Skills = ({ technologies }: { technologies: readonly Technology[] }) => {
  const { t, pathTo } = useLanguage()
  const groups = groupsOf(technologies, Object.keys(t.about.categories))
  if (groups.length === 0) return null
  return (
    <Section id="skills" heading={t.about.skills}>
      <p className="about-lead">{t.about.skillsLead}</p>
      <dl className="skills">
        {groups.map(({ category, used }) => (
          <div key={category}>
            <dt>{t.about.categories[category]}</dt>
            <dd>
              <ul>
                {used.map(({ slug, name, projects }) => (
                  <li key={slug}>
                    <a
                      href={pathTo({
                        page: 'projects',
                        filter: { by: 'technology', technology: slug },
                        number: 1,
                      })}
                    >
                      {name}
                    </a>{' '}
                    <span className="skill-count">
                      <span aria-hidden="true">{projects}</span>
                      <span className="hidden">{t.list.counted(projects ?? 0)}</span>
                    </span>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
