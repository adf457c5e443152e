// `/`: who this is, that it runs, what was made, where, with what, and how to reach them.
import type { Site } from '../cms/shapes/site.ts'
import { Contact } from '../components/about/contact.tsx'
import { Positions } from '../components/about/positions.tsx'
import { Skills } from '../components/about/skills.tsx'
import { Activity } from '../components/activity/activity.tsx'
import { Hero } from '../components/hero/hero.tsx'
import { Notice } from '../components/notice/notice.tsx'
import { ProjectCard } from '../components/project-card/project-card.tsx'
import { Showcase } from '../components/showcase/showcase.tsx'
import { useLanguage } from '../i18n/context.tsx'
import type { Content } from '../page-data.ts'
import { PROJECTS } from '../routes.ts'

type HomeContent = Extract<Content, { page: 'home' }>
export type HomeProps = { site: Site; content: HomeContent }

const Selected = ({ featured }: Pick<HomeContent, 'featured'>) => {
  const { t, pathTo } = useLanguage()
  if (featured.length === 0) {
    return (
      <Notice>
        <p>{t.nothingYet}</p>
      </Notice>
    )
  }
  return (
    <section className="selected" aria-labelledby="selected">
      <h2 className="selected-heading" id="selected">
        {t.featured}
      </h2>
      <div className="cards">
        {featured.map((project, index) => (
          <ProjectCard key={project.slug} project={project} isLead={index === 0} />
        ))}
      </div>
      <p className="about-more">
        <a href={pathTo(PROJECTS)}>{t.allProjects}</a>
      </p>
    </section>
  )
}

export const Home = ({
  site,
  content: { featured, experiences, technologies, activity },
}: HomeProps) => (
  <>
    <Hero site={site} />
    <div className="stack">
      <Showcase projects={featured} />
      <Selected featured={featured} />
      <Positions experiences={experiences} />
      <Skills technologies={technologies} />
      <Activity activity={activity} />
      <Contact site={site} />
    </div>
  </>
)
