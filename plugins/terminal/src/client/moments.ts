// Tells the CMS what happens around a launch, each moment once for each page view, without a cookie or an id.

/** `seen`: the terminal came into view. `step`: a guided step of the page was done. */
export type Moment = 'seen' | 'step'

/** Who asks not to be counted is not. */
const mayBeCounted = () =>
  navigator.doNotTrack !== '1' &&
  !(navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl

/** Sends each moment once; nothing to nowhere. `keepalive`: the visitor may be on the way out. */
export const createTeller = (host: HTMLElement) => {
  const told = new Set<Moment>()
  return (moment: Moment): void => {
    const url = host.getAttribute('moments-url')
    if (!url || told.has(moment) || !mayBeCounted()) return
    told.add(moment)
    const demo = host.getAttribute('demo')
    const wanted = demo ? { demo } : { project: host.getAttribute('project') }
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...wanted, moment }),
      credentials: 'omit',
      keepalive: true,
    }).catch(() => undefined)
  }
}

/** Calls `onSight` once `element` is in view. Browsers observe nothing in a page that is hidden or only prerendered. */
export const watchForSight = (
  element: HTMLElement,
  signal: AbortSignal,
  onSight: () => void,
): void => {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return
    observer.disconnect()
    onSight()
  })
  observer.observe(element)
  signal.addEventListener('abort', () => observer.disconnect())
}
