// `/experiences/[slug]`: one position held. Every part is optional; a part without content leaves no trace.
import type { Experience as ExperienceContent } from '../cms/shapes/experience.ts'
import { Diagram } from '../components/diagram/diagram.tsx'
import { Documents } from '../components/documents/documents.tsx'
import { type Fact, FactList } from '../components/facts/fact-list.tsx'
import { Impact } from '../components/impact/impact.tsx'
import { ProjectLinkList } from '../components/link-list/link-list.tsx'
import { PageHead } from '../components/page-head/page-head.tsx'
import { Text } from '../components/prose/text.tsx'
import { Section } from '../components/section/section.tsx'
import { Stats } from '../components/stats/stats.tsx'
import { Walkthrough } from '../components/walkthrough/walkthrough.tsx'
import { periodText } from '../dates.ts'
import { type Speaking, useLanguage } from '../i18n/context.tsx'
import { keyed } from '../keyed.ts'

type PartProps = { experience: ExperienceContent }

const factsOf = (
  { period, location, technologies, website }: ExperienceContent,
  { t, language }: Speaking,
): Fact[] => [
  { term: t.facts.when, value: periodText(period, language) },
  { term: t.facts.where, value: location },
  { term: t.facts.madeWith, value: technologies.map(({ name }) => name).join(', ') },
  {
    term: t.experience.website,
    value: website && (
      <a href={website} rel="noopener">
        {website.replace(/^https?:\/\/|\/$/g, '')}
      </a>
    ),
  },
]

const Told = ({ experience: { overview, stats, impact } }: PartProps) => {
  const { experience: t, sections } = useLanguage().t
  return (
    <>
      {overview && (
        <Section id="overview" heading={t.overview}>
          <Text text={overview} />
        </Section>
      )}
      {stats.length > 0 && (
        <Section id="figures" heading={sections.figures}>
          <Stats stats={stats} />
        </Section>
      )}
      {impact.length > 0 && (
        <Section id="impact" heading={t.impact}>
          <Impact figures={impact} />
        </Section>
      )}
    </>
  )
}

/** How it is built, in words and drawings, then in code. */
const Built = ({ experience: { architecture, diagrams, codeSamples } }: PartProps) => {
  const { experience: t } = useLanguage().t
  return (
    <>
      {(architecture || diagrams.length > 0) && (
        <Section id="architecture" heading={t.architecture}>
          <div className="stack">
            {architecture && <Text text={architecture} />}
            {keyed(diagrams).map(({ key, item }) => (
              <Diagram key={key} diagram={item} />
            ))}
          </div>
        </Section>
      )}
      {codeSamples.length > 0 && (
        <Section id="code" heading={t.code}>
          <Walkthrough steps={codeSamples} name="code" />
        </Section>
      )}
    </>
  )
}

const Shown = ({ experience: { documents, projects } }: PartProps) => {
  const { t } = useLanguage()
  return (
    <>
      {documents.length > 0 && (
        <Section id="documents" heading={t.experience.documents}>
          <Documents documents={documents} />
        </Section>
      )}
      {projects.length > 0 && (
        <Section id="projects" heading={t.projects}>
          <ProjectLinkList projects={projects} />
        </Section>
      )}
    </>
  )
}

export const Experience = ({ experience }: PartProps) => {
  const speaking = useLanguage()
  const { t, pathTo } = speaking
  const { role, company, subtitle } = experience
  return (
    <article>
      <PageHead title={`${role}, ${company}`} lead={subtitle}>
        <FactList facts={factsOf(experience, speaking)} />
      </PageHead>
      <div className="stack">
        <Told experience={experience} />
        <Built experience={experience} />
        <Shown experience={experience} />
        <p className="way-back">
          <a href={pathTo({ page: 'experiences' })}>{t.experience.all}</a>
        </p>
      </div>
    </article>
  )
}
