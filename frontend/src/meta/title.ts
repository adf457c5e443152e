// The title of a page as browsers and search engines show it.
import type { Site } from '../cms/shapes/site.ts'

/** With what the owner wants at its end, or the name; as it is where nobody knows either, or where it is just that. */
export const withSite = (title: string, site: Site | null): string => {
  const suffix = site?.titleSuffix ?? site?.name
  return suffix && suffix !== title ? `${title} · ${suffix}` : title
}
