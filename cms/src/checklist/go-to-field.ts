// Leads to a field of the form: opens its tab, scrolls to it and puts the cursor there.
import type { At } from './facts.ts'

const TAB = '.tabs-field__tab-button'
const FOCUSABLE = 'input, textarea, select, button, [contenteditable="true"]'

/** The field at `path`, or the nearest one around it that is drawn. */
const fieldAt = (path: string): Element | null => {
  const parts = path.split('.')
  for (let length = parts.length; length > 0; length -= 1) {
    const id = `field-${parts.slice(0, length).join('__')}`
    const found =
      document.getElementById(id) ?? document.querySelector(`label[for="${CSS.escape(id)}"]`)
    if (found) return found
  }
  return null
}

export const goToField = ({ path, tab }: At): void => {
  if (tab) {
    const buttons = [...document.querySelectorAll<HTMLButtonElement>(TAB)]
    buttons.find(({ textContent }) => textContent?.startsWith(tab))?.click()
  }
  // The tab is drawn by then.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const field = fieldAt(path)
      field?.scrollIntoView({ block: 'center' })
      const target = field?.matches(FOCUSABLE) ? field : field?.querySelector(FOCUSABLE)
      if (target instanceof HTMLElement) target.focus({ preventScroll: true })
    }),
  )
}
