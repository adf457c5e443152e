// `/resume`: the résumé as a page.
import type { Resume as ResumeContent } from '../cms/shapes/resume.ts'
import type { Site } from '../cms/shapes/site.ts'
import { PageHead } from '../components/page-head/page-head.tsx'
import { Text } from '../components/prose/text.tsx'
import { useLanguage } from '../i18n/context.tsx'

export const Resume = ({ site, resume }: { site: Site; resume: ResumeContent }) => {
  const { t } = useLanguage()
  return (
    <article>
      <PageHead title={site.name ?? t.resume} lead={resume.headline} />
      {resume.summary && <Text text={resume.summary} />}
    </article>
  )
}
