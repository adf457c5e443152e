// The document around every page: theme, style sheet, font, icons, and the islands that the page needs.
import NextDocument, {
  type DocumentContext,
  type DocumentProps,
  Head,
  Html,
  Main,
  NextScript,
} from 'next/document'
import { assetUrl } from '../assets.ts'
import { DEFAULT_LANGUAGE, isLanguage } from '../i18n/languages.ts'
import { islandsIn, stylesIn } from '../page-islands.ts'
import { isTheme } from '../theme.ts'

const isDev = process.env.NODE_ENV !== 'production'

/** The browser's own colour, one for each theme; a chosen theme makes one of them always apply. */
const THEME_COLORS = { light: '#fbfaf7', dark: '#161513' }

/** A visitor's choice is written into the finished document (`server/themed.ts`); a preview is asked for in a theme. */
const themeOf = ({ __NEXT_DATA__: { props } }: DocumentProps) => {
  const { theme } = (props.pageProps ?? {}) as { theme?: unknown }
  return isTheme(theme) ? { 'data-theme': theme, 'data-theme-asked': true } : {}
}

const languageOf = ({ __NEXT_DATA__: { props } }: DocumentProps) => {
  const { language } = (props.pageProps ?? {}) as { language?: unknown }
  return isLanguage(language) ? language : DEFAULT_LANGUAGE
}

type Props = DocumentProps & {
  islands: ReturnType<typeof islandsIn>
  moreStyles: ReturnType<typeof stylesIn>
}

export default function Document({ islands, moreStyles, ...props }: Props) {
  return (
    <Html lang={languageOf(props)} {...themeOf(props)}>
      <Head>
        {Object.entries(THEME_COLORS).map(([scheme, color]) => (
          <meta
            key={scheme}
            name="theme-color"
            content={color}
            media={`(prefers-color-scheme:${scheme})`}
            data-scheme={scheme}
          />
        ))}
        <link
          rel="preload"
          href={assetUrl('font.woff2')}
          as="font"
          type="font/woff2"
          crossOrigin="anonymous"
        />
        {/* Before the site's own, which has the last word. */}
        {moreStyles.map((style) => (
          <link key={style} rel="stylesheet" href={assetUrl(style)} />
        ))}
        <link rel="stylesheet" href={assetUrl('site.css')} />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
        {islands.map((island) => (
          <script key={island} type="module" src={assetUrl(island)} fetchPriority="low" />
        ))}
        {isDev && <script type="module" src={assetUrl('dev.js')} />}
      </Head>
      <body>
        <Main />
        <NextScript />
      </body>
    </Html>
  )
}

Document.getInitialProps = async (context: DocumentContext) => {
  const initial = await NextDocument.getInitialProps(context)
  return { ...initial, islands: islandsIn(initial.html), moreStyles: stylesIn(initial.html) }
}
