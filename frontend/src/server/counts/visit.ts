// Which requests are somebody's look at a page, and which other site led there. Pure; nothing of a visitor leaves here.
import type { IncomingMessage } from 'node:http'
import { LIMITS } from '../../limits.ts'

type Asked = Pick<IncomingMessage, 'method' | 'headers'>

/** Programs that say what they are. Browsers without a window are programs too. */
const PROGRAMS =
  /bot|crawl|spider|slurp|scrap|fetch|preview|monitor|uptime|headless|lighthouse|pingdom|validator|facebookexternalhit|whatsapp|embedly|curl|wget|httpie|python|java\/|go-http|okhttp|axios|node|libwww|perl|ruby|php|scanner|archive/i

const isProgram = (agent: string | undefined): boolean => !agent || PROGRAMS.test(agent)

/** A visitor's wish not to be tracked: Global Privacy Control, or its predecessor. */
const asksForPrivacy = ({ headers }: Pick<Asked, 'headers'>): boolean =>
  headers['sec-gpc'] === '1' || headers.dnt === '1'

/** Fetched ahead, perhaps never to be seen; if it is, its own script says so. The older header is of browsers that do not know the other. */
const isAhead = ({ headers }: Asked): boolean =>
  /prefetch|prerender/i.test(`${headers['sec-purpose'] ?? ''} ${headers.purpose ?? ''}`)

/** Pages in a window: not what a script or a frame asks for. Old browsers do not say. */
const isInWindow = ({ headers }: Asked): boolean =>
  (headers['sec-fetch-dest'] ?? 'document') === 'document'

/** Whoever sent it is a visitor, and has not asked to be left out. */
export const mayBeCounted = (request: Pick<Asked, 'headers'>): boolean =>
  !asksForPrivacy(request) && !isProgram(request.headers['user-agent'])

export const isVisit = (request: Asked): boolean =>
  request.method === 'GET' && isInWindow(request) && !isAhead(request) && mayBeCounted(request)

/** Names as there are in the DNS; addresses and names of one's own network are none. */
const HOST = /^(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*$/

/** The host of another site whose link was followed, `www.` left out. */
export const referrerOf = (referer: string, siteUrl: string): string | undefined => {
  if (!/^https?:/.test(referer) || !URL.canParse(referer)) return undefined
  const { hostname } = new URL(referer)
  if (hostname === new URL(siteUrl).hostname) return undefined
  const host = hostname.replace(/^www\./, '')
  return host.length <= LIMITS.counts.maxHostCharacters && HOST.test(host) ? host : undefined
}
