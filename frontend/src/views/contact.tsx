// `/contact`: the form, and the other ways to reach the owner, which are there without the CMS too.
import type { Site } from '../cms/shapes/site.ts'
import { ContactForm } from '../components/contact-form/contact-form.tsx'
import { Notice } from '../components/notice/notice.tsx'
import { PageHead } from '../components/page-head/page-head.tsx'
import { Section } from '../components/section/section.tsx'
import { Ways } from '../components/ways/ways.tsx'
import type { ContactForm as FormContent } from '../contact/form.ts'
import { useLanguage } from '../i18n/context.tsx'
import { Message } from './message.tsx'

const Closed = ({ email }: { email: string | null }) => {
  const { contactPage } = useLanguage().t
  return (
    <Notice>
      <p>{contactPage.closed}</p>
      {email && (
        <p>
          {contactPage.closedEmail} <a href={`mailto:${email}`}>{email}</a>
        </p>
      )}
    </Notice>
  )
}

const Otherwise = ({ site: { email, socials, location, availability } }: { site: Site }) => {
  const { t } = useLanguage()
  const words = [location, availability].filter((part) => part !== null)
  if (!email && socials.length + words.length === 0) return null
  return (
    <Section id="otherwise" heading={t.contactPage.otherwise}>
      <ul className="contact-ways">
        <Ways email={email} socials={socials} />
        {words.map((word) => (
          <li key={word}>
            <span>{word}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

export const Contact = ({ site, form }: { site: Site | null; form: FormContent }) => {
  const { t } = useLanguage()
  return (
    <>
      <PageHead title={t.contact} lead={t.contactPage.lead} />
      <div className="stack">
        <Section id="form" heading={t.contactPage.form}>
          {form.token === null ? (
            <Closed email={site?.email ?? null} />
          ) : (
            <ContactForm form={form} token={form.token} />
          )}
        </Section>
        {site && <Otherwise site={site} />}
      </div>
    </>
  )
}

export const Sent = () => {
  const { t } = useLanguage()
  return <Message title={t.contactPage.sentTitle} lead={t.contactPage.sentLead} />
}
