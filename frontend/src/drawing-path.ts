// Where the site has the drawings of diagrams. The page is part of the address: whoever lacks a drawing knows whom to ask for it.

const PATH = /^\/diagrams(\/[a-z0-9/-]+)?\/([0-9a-f]{32})\.svg$/

/** `page`: the path of the page that shows it. */
export const drawingPath = (page: string, name: string): string =>
  `/diagrams${page === '/' ? '' : page}/${name}.svg`

/** Undefined for an address that is not a drawing's. */
export const drawingOfPath = (path: string): { page: string; name: string } | undefined => {
  const [, page = '/', name] = PATH.exec(path) ?? []
  return name ? { page, name } : undefined
}
