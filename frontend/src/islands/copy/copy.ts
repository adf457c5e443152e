// Copies the code of a figure. Buttons are hidden in the document: without script they could do nothing.
import { say } from '../say.ts'

/** How long a button says what it did, in milliseconds. */
const SAID_MS = 2000

const codeOf = (button: Element): string =>
  button.closest('[data-code]')?.querySelector('pre')?.textContent ?? ''

/** Shows what was done in the button's own words, for as long as it takes to read. */
const showIn = (button: HTMLElement, text: string): void => {
  const { resting = button.textContent ?? '' } = button.dataset
  button.dataset.resting = resting
  button.textContent = text
  window.setTimeout(() => {
    button.textContent = resting
  }, SAID_MS)
}

const copy = async (button: HTMLElement): Promise<void> => {
  const isCopied = await navigator.clipboard.writeText(codeOf(button)).then(
    () => true,
    () => false,
  )
  const text = say(isCopied ? 'copied' : 'notCopied')
  if (text) showIn(button, text)
}

/** Shows the buttons, where the browser has a clipboard; each answers clicks once. */
export const wireCopying = (): void => {
  if (!navigator.clipboard) return
  for (const button of document.querySelectorAll<HTMLElement>('[data-copy][hidden]')) {
    button.hidden = false
    button.addEventListener('click', () => void copy(button))
  }
}
