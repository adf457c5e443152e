// What a visitor sees when a page could not be rendered, mostly because the CMS does not answer.
import Head from 'next/head'
import { Page } from '../components/page/page.tsx'
import { Message } from '../views/message.tsx'

export const config = { unstable_runtimeJS: false }

export default function Broken() {
  return (
    <Page site={null} path="">
      <Head>
        <title>Out of order</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
      </Head>
      <Message
        title="Out of order"
        lead="This page could not be put together just now. It usually passes within a minute."
      />
    </Page>
  )
}
