// `/`: who this is, what was made, and that it runs.
import type { ProjectSummary, Site } from '../cms/shapes.ts'
import { Hero } from '../components/hero/hero.tsx'
import { Notice } from '../components/notice/notice.tsx'
import { ProjectCard } from '../components/project-card/project-card.tsx'
import { Showcase } from '../components/showcase/showcase.tsx'
import { STRINGS } from '../strings.ts'

/** Without a selection by the owner, the first few stand for all. */
const FALLBACK_COUNT = 3

const selectedOf = (projects: readonly ProjectSummary[]) => {
  const featured = projects.filter(({ featured }) => featured)
  return featured.length > 0 ? featured : projects.slice(0, FALLBACK_COUNT)
}

export const Home = ({ site, projects }: { site: Site; projects: ProjectSummary[] }) => {
  const selected = selectedOf(projects)
  return (
    <>
      <Hero site={site} />
      <div className="stack">
        <Showcase projects={projects} />
        {selected.length > 0 ? (
          <section className="selected" aria-labelledby="selected">
            <h2 className="selected-heading" id="selected">
              {STRINGS.featured}
            </h2>
            <div className="cards">
              {selected.map((project, index) => (
                <ProjectCard key={project.slug} project={project} isLead={index === 0} />
              ))}
            </div>
          </section>
        ) : (
          <Notice>
            <p>The first project is being written up. Come back soon.</p>
          </Notice>
        )}
      </div>
    </>
  )
}
