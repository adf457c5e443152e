// The search palette: a question, and what was found for it as one types. The document has its form, which works alone.
import type { FoundList } from '../../search.ts'
import { createAsker } from './ask.ts'
import { optionOf } from './options.ts'

export type Palette = { open: () => void }

/** Waits until a reader is done with the letters that were typed, in milliseconds. */
const SAY_AFTER_MS = 300

export const createPalette = (dialog: HTMLDialogElement): Palette | undefined => {
  const input = dialog.querySelector<HTMLInputElement>('input[name="q"]')
  const list = dialog.querySelector<HTMLElement>('[role="listbox"]')
  const status = dialog.querySelector<HTMLElement>('[data-palette-status]')
  if (!input || !list || !status) return undefined
  let active = -1
  let saying: ReturnType<typeof setTimeout> | undefined

  const options = () => [...list.children] as HTMLElement[]

  const mark = (index: number) => {
    const all = options()
    active = index
    all.forEach((option, at) => {
      option.ariaSelected = `${at === index}`
    })
    const chosen = all[index]
    if (chosen) {
      input.setAttribute('aria-activedescendant', chosen.id)
      chosen.scrollIntoView({ block: 'nearest' })
    } else input.removeAttribute('aria-activedescendant')
  }

  const wordsFor = (found: FoundList | undefined, question: string): string => {
    const { none = '', one = '', many = '', failed = '' } = status.dataset
    if (!found) return failed
    if (question === '') return ''
    if (found.total === 0) return none
    return (found.total === 1 ? one : many).replace('#', `${found.total}`)
  }

  const show = (items: FoundList['items']) => {
    list.replaceChildren(...items.map(optionOf))
    list.hidden = list.childElementCount === 0
    input.ariaExpanded = `${!list.hidden}`
    mark(-1)
    clearTimeout(saying)
  }

  const asker = createAsker(dialog.lang, (found, question) => {
    show(found?.items ?? [])
    saying = setTimeout(() => {
      status.textContent = wordsFor(found, question)
    }, SAY_AFTER_MS)
  })

  const step = (by: number) => {
    const { length } = options()
    // One place of the round is the input itself, with nothing marked.
    if (length > 0) mark(((active + 1 + by + length + 1) % (length + 1)) - 1)
  }

  input.addEventListener('input', () => asker.ask(input.value))
  input.addEventListener('keydown', (event) => {
    const { key } = event
    if (key === 'ArrowDown' || key === 'ArrowUp') step(key === 'ArrowDown' ? 1 : -1)
    else if (key === 'Enter' && options()[active]) options()[active]?.click()
    else return
    event.preventDefault()
  })
  dialog.addEventListener('click', ({ target }) => {
    const isOutside = target === dialog
    const isClose = target instanceof Element && target.closest('[data-palette-close]')
    if (isOutside || isClose) dialog.close()
  })
  dialog.addEventListener('close', () => {
    asker.dispose()
    show([])
    status.textContent = ''
  })

  return {
    open: () => {
      dialog.showModal()
      input.select()
      // A question that stands there from before.
      if (input.value) asker.ask(input.value)
    },
  }
}
