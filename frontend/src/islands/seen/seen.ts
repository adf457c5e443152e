// Tells the site that a page which the browser fetched or drew ahead is looked at now. Every other page the site counts by
// itself, when it answers with it.
import { SEEN_API, type Seen } from '../../seen.ts'

const tell = () => {
  const seen: Seen = { path: location.pathname, referrer: document.referrer }
  fetch(SEEN_API, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(seen),
    credentials: 'omit',
    // The visitor may be on the way out.
    keepalive: true,
  }).catch(() => undefined)
}

/** Fetched ahead, and drawn only when it was asked for. */
const wasFetchedAhead = () => {
  const [entry] = performance.getEntriesByType('navigation')
  return (entry as { deliveryType?: string } | undefined)?.deliveryType === 'navigational-prefetch'
}

/** Once at most: a page is drawn ahead once, and pages that come back from the browser's memory were counted before. */
export const tellOnceSeen = (): void => {
  if ((document as { prerendering?: boolean }).prerendering) {
    document.addEventListener('prerenderingchange', tell, { once: true })
  } else if (wasFetchedAhead()) tell()
}
