// The head of a page of source code. The whole may be found by search engines; they have no use for each file of it.
import Head from 'next/head'
import type { Site } from '../../cms/shapes/site.ts'
import { useLanguage } from '../../i18n/context.tsx'
import { alternatesOf } from '../../meta/alternates.ts'
import { withSite } from '../../meta/title.ts'
import type { Place } from '../../routes.ts'
import type { SourcePage } from '../../source/page.ts'
import { visible } from '../../source/text.ts'
import { alternateLinks } from '../page/alternates.tsx'

export type SourceMetaProps = { page: SourcePage; site: Site | null; origin: string }

export const SourceMeta = ({ page: { slug, title, path }, site, origin }: SourceMetaProps) => {
  const { t, pathTo } = useLanguage()
  const place: Place = { page: 'source', slug, path }
  const isWhole = path === ''
  const name = isWhole ? t.source.titleOf(title) : `${visible(path)} · ${title}`
  return (
    <Head>
      <title>{withSite(name, site)}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      {isWhole && <meta name="description" content={t.source.description(title)} />}
      {!isWhole && <meta name="robots" content="noindex" />}
      <link rel="canonical" href={`${origin}${pathTo(place)}`} />
      {alternateLinks({ alternates: alternatesOf(site?.languages ?? [], place), origin })}
    </Head>
  )
}
