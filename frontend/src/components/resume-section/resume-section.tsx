// A part of the résumé: positions, schools and the like with their dates, or brief lines of words.
import { keyed } from '../../keyed.ts'
import type { ResumeEntry, ResumeSection as SectionContent } from '../../resume/outline.ts'
import { Section } from '../section/section.tsx'

const Title = ({ title, href }: Pick<ResumeEntry, 'title' | 'href'>) =>
  href ? <a href={href}>{title}</a> : title

const Entry = ({ title, href, where, when, text, points, tags }: ResumeEntry) => (
  <li className="resume-entry">
    <div className="resume-entry-head">
      <h3 className="resume-entry-title">
        <Title title={title} href={href} />
      </h3>
      {when && <p className="resume-entry-when">{when}</p>}
    </div>
    {where && <p className="resume-entry-where">{where}</p>}
    {text && <p className="lines">{text}</p>}
    {points.length > 0 && (
      <ul className="resume-entry-points">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    )}
    {tags.length > 0 && <p className="resume-entry-tags">{tags.join(', ')}</p>}
  </li>
)

const Brief = ({ entries }: { entries: readonly ResumeEntry[] }) => (
  <dl className="resume-lines">
    {entries.map(({ title, text }) => (
      <div key={title}>
        <dt>{title}</dt>
        <dd>{text}</dd>
      </div>
    ))}
  </dl>
)

export const ResumeSection = ({
  section: { id, heading, isBrief, entries },
}: {
  section: SectionContent
}) => (
  <Section id={id} heading={heading}>
    {isBrief ? (
      <Brief entries={entries} />
    ) : (
      <ul className="resume-entries">
        {keyed(entries).map(({ key, item }) => (
          <Entry key={key} {...item} />
        ))}
      </ul>
    )}
  </Section>
)
