// Leads to a field of the form: opens its tab, scrolls to it and puts the cursor there.
import type { At } from './facts.ts'

const TAB = '.tabs-field__tab-button'
const FOCUSABLE = 'input, textarea, select, button, [contenteditable="true"]'
/** A text of the editor, whose buttons come before the text. */
const RICH_TEXT = '.rich-text-lexical'
/** A tab is drawn in a few frames, the editor of a text in some more. */
const MAX_FRAMES = 300

/** The field at `path`, or the nearest one around it that is drawn. */
const fieldAt = (path: string): Element | null => {
  const parts = path.split('.')
  for (let length = parts.length; length > 0; length -= 1) {
    const id = `field-${parts.slice(0, length).join('__')}`
    const found = document.getElementById(id)
    if (found) return found
    // A text of the editor has no id of its own.
    const label = document.querySelector(`label[for="${CSS.escape(id)}"]`)
    if (label) return label.closest('.field-type') ?? label
  }
  return null
}

const cursorIn = (field: Element): Element | null => {
  if (field.matches(FOCUSABLE)) return field
  return field.querySelector(field.matches(RICH_TEXT) ? '[contenteditable="true"]' : FOCUSABLE)
}

const arrive = (path: string, framesLeft: number): void => {
  const field = fieldAt(path)
  const target = field && cursorIn(field)
  if (!target && framesLeft > 0) {
    requestAnimationFrame(() => arrive(path, framesLeft - 1))
    return
  }
  field?.scrollIntoView({ block: 'center' })
  if (target instanceof HTMLElement) target.focus({ preventScroll: true })
}

export const goToField = ({ path, tab }: At): void => {
  if (tab) {
    const buttons = [...document.querySelectorAll<HTMLButtonElement>(TAB)]
    buttons.find(({ textContent }) => textContent?.startsWith(tab))?.click()
  }
  // Not before the form has begun to draw the tab: fields around this one may stand in the old one.
  requestAnimationFrame(() => requestAnimationFrame(() => arrive(path, MAX_FRAMES)))
}
