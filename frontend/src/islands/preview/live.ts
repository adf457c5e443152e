// Shows a draft anew when the admin around this page says that it was saved, without losing the reader's place.
import { PREVIEW_TRUSTED_TYPES } from '../../preview.ts'
import { announceExchange } from '../content.ts'

/** The link has expired, or is none any more: the page of its address says so. */
const ENDED = new Set([403, 410])

/** The admin may tell of several changes at once, in milliseconds. */
const PAUSE_MS = 200

type TrustedHtml = { createHTML: (html: string) => string }
type TrustedTypes = { createPolicy: (name: string, rules: TrustedHtml) => TrustedHtml }

/** What it lets through was drawn by this site itself, from the same address. */
let parsing: TrustedHtml | undefined

const documentOf = (html: string): Document => {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  parsing ??= trustedTypes?.createPolicy(PREVIEW_TRUSTED_TYPES, { createHTML: (text) => text })
  return new DOMParser().parseFromString(parsing?.createHTML(html) ?? html, 'text/html')
}

/** What Payload's admin says after the draft was saved; it says more while somebody types, which is not stored yet. */
const isSaved = (said: unknown): boolean =>
  typeof said === 'object' &&
  said !== null &&
  'type' in said &&
  said.type === 'payload-document-event'

/** Puts the new content in the place of the old. The window scrolls as far as it was, as far as that still goes. */
const exchange = (next: Document): void => {
  const [old, fresh] = [document.querySelector('main'), next.querySelector('main')]
  if (!old || !fresh) return
  const { scrollX, scrollY } = window
  old.replaceChildren(...document.importNode(fresh, true).childNodes)
  document.title = next.title
  window.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' })
  announceExchange()
}

/** `cms`: origin of the one admin that is listened to. Returns what ends it. */
export const startLivePreview = (cms: string): (() => void) => {
  const { parent } = window
  if (parent === window) return () => undefined
  const listening = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  let asking: AbortController | undefined

  const showAnew = async () => {
    asking?.abort()
    const own = new AbortController()
    asking = own
    try {
      const response = await fetch(location.href, { signal: own.signal })
      const html = response.ok ? await response.text() : ''
      if (own.signal.aborted) return
      if (response.ok) exchange(documentOf(html))
      else if (ENDED.has(response.status)) location.reload()
      // In all other cases the draft that is shown stays: a page of an error would not listen to the next save.
    } catch {
      // As well when nobody answers.
    }
  }

  const onMessage = ({ origin, source, data }: MessageEvent) => {
    if (origin !== cms || source !== parent || !isSaved(data)) return
    clearTimeout(timer)
    timer = setTimeout(() => void showAnew(), PAUSE_MS)
  }
  window.addEventListener('message', onMessage, { signal: listening.signal })
  // Payload's admin says nothing before it has heard this.
  parent.postMessage({ type: 'payload-live-preview', ready: true }, cms)

  return () => {
    clearTimeout(timer)
    asking?.abort()
    listening.abort()
  }
}
