// The head of a page. Addresses are absolute: previews are fetched from elsewhere.
import Head from 'next/head'
import { linkedDataJson } from '../../meta/linked-data.ts'
import type { Meta } from '../../meta/meta.ts'
import { alternateLinks } from './alternates.tsx'

export const PageMeta = ({ meta, origin }: { meta: Meta; origin: string }) => (
  <Head>
    <title>{meta.title}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    {meta.description && <meta name="description" content={meta.description} />}
    {!meta.isIndexed && <meta name="robots" content="noindex" />}
    <link rel="canonical" href={`${origin}${meta.path}`} />
    {alternateLinks({ alternates: meta.alternates, origin })}
    {meta.feeds.map(({ type, path }) => (
      <link key={type} rel="alternate" type={type} href={`${origin}${path}`} />
    ))}
    {meta.markdown && (
      <link rel="alternate" type="text/markdown" href={`${origin}${meta.markdown}`} />
    )}
    <meta property="og:type" content={meta.type} />
    <meta property="og:title" content={meta.title} />
    {meta.description && <meta property="og:description" content={meta.description} />}
    <meta property="og:locale" content={meta.locale} />
    {meta.otherLocales.map((locale) => (
      <meta key={locale} property="og:locale:alternate" content={locale} />
    ))}
    <meta property="og:url" content={`${origin}${meta.path}`} />
    <meta property="og:image" content={`${origin}${meta.image.src}`} />
    {meta.image.type && <meta property="og:image:type" content={meta.image.type} />}
    <meta property="og:image:width" content={`${meta.image.width}`} />
    <meta property="og:image:height" content={`${meta.image.height}`} />
    <meta property="og:image:alt" content={meta.image.alt} />
    <meta name="twitter:card" content="summary_large_image" />
    <script
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: escaped by linkedDataJson
      dangerouslySetInnerHTML={{ __html: linkedDataJson(meta.linkedData) }}
    />
  </Head>
)
