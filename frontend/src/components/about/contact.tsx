// The last thing on the home page: how to reach the owner.
import type { Site } from '../../cms/shapes/site.ts'
import { useLanguage } from '../../i18n/context.tsx'
import { Section } from '../section/section.tsx'
import { Ways } from '../ways/ways.tsx'

export const Contact = ({ site: { email, availability, socials } }: { site: Site }) => {
  const { t, pathTo } = useLanguage()
  return (
    <Section id="contact" heading={t.about.contact}>
      {availability && <p className="about-lead">{availability}</p>}
      <ul className="actions">
        <li>
          <a href={pathTo({ page: 'contact' })}>{t.about.write}</a>
        </li>
        <Ways email={email} socials={socials} />
      </ul>
    </Section>
  )
}
