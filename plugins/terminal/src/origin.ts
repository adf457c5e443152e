// Whether a request comes from a page that may open terminals. Pure.

/** What a page's own script sends; older browsers send nothing. */
const OWN_SITES = [undefined, 'same-origin', 'same-site']

export type Source = {
  /** The header `Origin`; empty where there is none. */
  origin: string
  /** The header `Sec-Fetch-Site`. */
  site: string | undefined
}

/** Origins are compared exactly. */
export const isOwnPage = ({ origin, site }: Source, origins: readonly string[]): boolean =>
  origins.includes(origin) && OWN_SITES.includes(site)

export const sourceOf = (headers: Headers): Source => ({
  origin: headers.get('origin') ?? '',
  site: headers.get('sec-fetch-site') ?? undefined,
})
