// What a visitor sees when a page could not be rendered, mostly because the CMS does not answer.
import Head from 'next/head'
import { Page } from '../components/page/page.tsx'
import { en } from '../i18n/en.ts'
import { Message } from '../views/message.tsx'

export const config = { unstable_runtimeJS: false }

export default function Broken() {
  return (
    <Page site={null} place={{ page: 'missing' }}>
      <Head>
        <title>{en.broken.title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
      </Head>
      <Message {...en.broken} />
    </Page>
  )
}
