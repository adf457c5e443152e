// `/contact` and `/contact/sent`, in every language, which our own server hands on. Never kept: each form has a token.
import type { GetServerSideProps } from 'next'
import { knownSite } from '../cms/memories.ts'
import type { Site } from '../cms/shapes/site.ts'
import { LiveMeta } from '../components/page/live-meta.tsx'
import { Page } from '../components/page/page.tsx'
import { PageMeta } from '../components/page/page-meta.tsx'
import { answerContact } from '../contact/answer.ts'
import type { ContactForm } from '../contact/form.ts'
import { siteEnv } from '../env.ts'
import { Speaks } from '../i18n/context.tsx'
import { DEFAULT_LANGUAGE, isLanguage, type Language } from '../i18n/languages.ts'
import { stringsOf } from '../i18n/speaking.ts'
import { contactMetaOf } from '../meta/meta.ts'
import { pathOf } from '../routes.ts'
import { Contact, Sent } from '../views/contact.tsx'

export const config = { unstable_runtimeJS: false }

/** `form`: null once it was sent. `language`: for the document around the page. */
type Props = { site: Site | null; form: ContactForm | null; language: Language; origin: string }

const SEE_OTHER = 303

/** As it was last told; null when the CMS never answered. */
const readKnownSite = (language: Language) =>
  knownSite(language)
    .all()
    .catch(() => null)

export const getServerSideProps: GetServerSideProps<Props> = async ({ req, res, query }) => {
  const language = isLanguage(query.language) ? query.language : DEFAULT_LANGUAGE
  const shared = { language, origin: siteEnv().SITE_URL }
  if (query.place === 'sent') {
    return { props: { ...shared, site: await readKnownSite(language), form: null } }
  }
  const wait = typeof query.wait === 'string' ? query.wait : undefined
  const [site, answer] = await Promise.all([readKnownSite(language), answerContact(req, wait)])
  if (answer.state === 'sent') {
    const destination = pathOf({ page: 'sent', language })
    return { redirect: { destination, statusCode: SEE_OTHER } }
  }
  res.statusCode = answer.status
  for (const [name, value] of Object.entries(answer.headers)) res.setHeader(name, value)
  return { props: { ...shared, site, form: answer.form } }
}

/** Only the form itself is to be found: not that it was sent, nor what is wrong with what was typed. */
const ContactHead = ({ site, form, language, origin }: Props) => {
  const { colon, contact, contactPage } = stringsOf(language)
  if (form === null) return <LiveMeta title={contactPage.sentTitle} site={site} />
  if (form.refusal) {
    return <LiveMeta title={`${contactPage.notSent}${colon}${contact}`} site={site} />
  }
  return <PageMeta meta={contactMetaOf({ site, language }, origin)} origin={origin} />
}

export default function ContactPage(props: Props) {
  const { site, form, language } = props
  return (
    <Speaks language={language}>
      <Page site={site} place={{ page: form ? 'contact' : 'sent' }}>
        <ContactHead {...props} />
        {form ? <Contact site={site} form={form} /> : <Sent />}
      </Page>
    </Speaks>
  )
}
