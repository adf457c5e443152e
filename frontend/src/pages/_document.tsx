// The document around every page: style sheet, font, icons, and the two islands.
import { type DocumentProps, Head, Html, Main, NextScript } from 'next/document'
import { assetUrl } from '../assets.ts'
import { DEFAULT_LANGUAGE, isLanguage } from '../i18n/languages.ts'
import { isTheme } from '../preview.ts'

const isDev = process.env.NODE_ENV !== 'production'

/** Visitors have the theme of their system; only a preview is asked for in one. */
const themeOf = ({ __NEXT_DATA__: { props } }: DocumentProps) => {
  const { theme } = (props.pageProps ?? {}) as { theme?: unknown }
  return isTheme(theme) ? { 'data-theme': theme } : {}
}

const languageOf = ({ __NEXT_DATA__: { props } }: DocumentProps) => {
  const { language } = (props.pageProps ?? {}) as { language?: unknown }
  return isLanguage(language) ? language : DEFAULT_LANGUAGE
}

export default function Document(props: DocumentProps) {
  return (
    <Html lang={languageOf(props)} {...themeOf(props)}>
      <Head>
        <link
          rel="preload"
          href={assetUrl('font.woff2')}
          as="font"
          type="font/woff2"
          crossOrigin="anonymous"
        />
        <link rel="stylesheet" href={assetUrl('site.css')} />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
        <meta name="theme-color" content="#fbfaf7" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#161513" media="(prefers-color-scheme: dark)" />
        <script type="module" src={assetUrl('launch.js')} />
        {isDev && <script type="module" src={assetUrl('dev.js')} />}
      </Head>
      <body>
        <Main />
        <NextScript />
      </body>
    </Html>
  )
}
