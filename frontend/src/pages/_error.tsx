// What is shown where there is no page, and where one could not be rendered, in the language of the address. Drawn at each
// visit, from what the process remembers: Next's own pages for these cannot know where they are.
import type { IncomingMessage } from 'node:http'
import type { NextPage, NextPageContext } from 'next'
import Head from 'next/head'
import { knownSite } from '../cms/memories.ts'
import type { Site } from '../cms/shapes/site.ts'
import { Page } from '../components/page/page.tsx'
import { Speaks } from '../i18n/context.tsx'
import { DEFAULT_LANGUAGE, isLanguage, type Language } from '../i18n/languages.ts'
import { stringsOf } from '../i18n/speaking.ts'
import { PREVIEW_HEADERS, PREVIEW_PATH } from '../preview.ts'
import { routeOfPath } from '../routes.ts'
import { Message } from '../views/message.tsx'

export const config = { unstable_runtimeJS: false }

/** `site`: null where the CMS may be what is wrong. */
type Props = { what: 'missing' | 'broken'; language: Language; site: Site | null }

const NOT_FOUND = 404

/** Pages that are drawn at each visit have their language in what our own server hands on. */
const handedOn = (path: string, query: string, { headers }: IncomingMessage): unknown =>
  path === PREVIEW_PATH
    ? headers[PREVIEW_HEADERS.language]
    : new URLSearchParams(query).get('language')

const languageOf = (request: IncomingMessage | undefined): Language => {
  if (!request) return DEFAULT_LANGUAGE
  const [path = '/', query = ''] = (request.url ?? '/').split('?', 2)
  const told = handedOn(path, query, request)
  return isLanguage(told) ? told : routeOfPath(path).language
}

const ErrorPage: NextPage<Props> = ({ what, language, site }) => {
  const { title, lead } = stringsOf(language)[what]
  return (
    <Speaks language={language}>
      <Page site={site} place={{ page: 'missing' }}>
        <Head>
          <title>{title}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex" />
        </Head>
        <Message title={title} lead={lead} />
      </Page>
    </Speaks>
  )
}

ErrorPage.getInitialProps = async ({ req, res }: NextPageContext): Promise<Props> => {
  const language = languageOf(req)
  if (res?.statusCode !== NOT_FOUND) return { what: 'broken', language, site: null }
  const site = await knownSite(language)
    .all()
    .catch(() => null)
  return { what: 'missing', language, site }
}

export default ErrorPage
