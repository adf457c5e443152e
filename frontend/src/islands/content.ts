// Tells islands of a page's content: when there is some, and when it was exchanged for another.

const EXCHANGED = 'content-exchanged'

/** Runs `wire` now and after every exchange. */
export const whenContent = (wire: () => void): void => {
  wire()
  document.addEventListener(EXCHANGED, wire)
}

export const announceExchange = (): void => {
  document.dispatchEvent(new Event(EXCHANGED))
}
