// `/experiences/[slug]`: one position held.
import type { Experience as ExperienceContent } from '../cms/shapes/experience.ts'
import { PageHead } from '../components/page-head/page-head.tsx'
import { Text } from '../components/prose/text.tsx'

export const Experience = ({ experience }: { experience: ExperienceContent }) => {
  const { role, company, subtitle, overview } = experience
  return (
    <article>
      <PageHead title={`${role}, ${company}`} lead={subtitle} />
      {overview && <Text text={overview} />}
    </article>
  )
}
