// `/resume`: the résumé as a page, which prints as one; the same as files beside it.
import type { Resume as ResumeContent } from '../cms/shapes/resume.ts'
import type { Site } from '../cms/shapes/site.ts'
import { Notice } from '../components/notice/notice.tsx'
import { PageHead } from '../components/page-head/page-head.tsx'
import { Text } from '../components/prose/text.tsx'
import { ResumeSection } from '../components/resume-section/resume-section.tsx'
import { Section } from '../components/section/section.tsx'
import { useLanguage } from '../i18n/context.tsx'
import { type ResumeOutline, resumeOutline } from '../resume/outline.ts'

const Contacts = ({ contacts }: Pick<ResumeOutline, 'contacts'>) => {
  const { t } = useLanguage()
  if (contacts.length === 0) return null
  return (
    <ul className="resume-contact" aria-label={t.resumePage.contact}>
      {contacts.map(({ label, href }) => (
        <li key={label}>{href ? <a href={href}>{label}</a> : <span>{label}</span>}</li>
      ))}
    </ul>
  )
}

const Files = () => {
  const { t, pathTo } = useLanguage()
  const path = pathTo({ page: 'resume' })
  return (
    <ul className="actions" aria-label={t.resumePage.files}>
      <li>
        <a className="button" href={`${path}.pdf`}>
          {t.resumePage.pdf}
        </a>
      </li>
      <li>
        <a href={`${path}.json`}>{t.resumePage.json}</a>
      </li>
      <li>
        <a href={`${path}.vcf`}>{t.resumePage.vcard}</a>
      </li>
    </ul>
  )
}

export const Resume = ({ site, resume }: { site: Site; resume: ResumeContent }) => {
  const speaking = useLanguage()
  const { t } = speaking
  const { name, headline, summary, contacts, sections } = resumeOutline(site, resume, speaking)
  return (
    <article className="resume">
      <PageHead title={name} lead={headline}>
        <Contacts contacts={contacts} />
        <Files />
      </PageHead>
      <div className="stack">
        {summary && (
          <Section id="summary" heading={t.resumePage.summary}>
            <Text text={summary} />
          </Section>
        )}
        {sections.map((section) => (
          <ResumeSection key={section.id} section={section} />
        ))}
        {sections.length === 0 && !summary && (
          <Notice>
            <p>{t.resumePage.empty}</p>
          </Notice>
        )}
      </div>
    </article>
  )
}
