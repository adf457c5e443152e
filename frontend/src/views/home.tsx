// `/`: who this is, what was made, and that it runs.
import type { Site } from '../cms/shapes/site.ts'
import { Hero } from '../components/hero/hero.tsx'
import { Notice } from '../components/notice/notice.tsx'
import { ProjectCard } from '../components/project-card/project-card.tsx'
import { Showcase } from '../components/showcase/showcase.tsx'
import { useLanguage } from '../i18n/context.tsx'
import type { Content } from '../page-data.ts'

export type HomeProps = { site: Site; content: Extract<Content, { page: 'home' }> }

export const Home = ({ site, content: { featured } }: HomeProps) => {
  const { t } = useLanguage()
  return (
    <>
      <Hero site={site} />
      <div className="stack">
        <Showcase projects={featured} />
        {featured.length > 0 ? (
          <section className="selected" aria-labelledby="selected">
            <h2 className="selected-heading" id="selected">
              {t.featured}
            </h2>
            <div className="cards">
              {featured.map((project, index) => (
                <ProjectCard key={project.slug} project={project} isLead={index === 0} />
              ))}
            </div>
          </section>
        ) : (
          <Notice>
            <p>{t.nothingYet}</p>
          </Notice>
        )}
      </div>
    </>
  )
}
